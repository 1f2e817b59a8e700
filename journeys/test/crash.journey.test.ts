import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startDistributed } from '../src/distributed.ts';
import type { Loose } from '../src/loose.ts';
import * as operations from '../src/operations.ts';
import type { Processes } from '../src/processes.ts';
import { redisDisorder } from '../src/redis-order.ts';
import { until } from '../src/until.ts';

const SOLAR = 'instalacion-fotovoltaica';

describe('the processes of docker-compose.yml', () => {
  let system: Processes;
  beforeAll(async () => {
    system = await startDistributed((service): Record<string, string> => {
      if (service.name === 'sandbox') return { SANDBOX_CONTROL: 'on', SANDBOX_PROCESSING_MS: '500' };
      return service.name === 'conocer-worker' ? { POLL_FIRST_MS: '100', POLL_MAX_MS: '300', LOOKUP_SETTLE_MS: '500' } : {};
    });
  }, 120_000);
  afterAll(() => system?.[Symbol.asyncDispose]());

  const submissionsOf = async (certificationId: string) =>
    (await system.sandbox.submissions()).filter((one) => one.externalRef.includes(certificationId));

  test('carry a learner from a completed course to an official certificate, over signed calls', async () => {
    const alice = await system.person('raices', 'alice', 'learner');
    const certificationId = await alice.certificationOf(await alice.completesCourse(SOLAR));
    const watch = alice.watches(certificationId);
    await watch.sees('the official certificate', (event) => event.certificationStatusChanged.status === 'ISSUED');
    const seqs = watch.events.map((event) => event.certificationStatusChanged.seq as number);
    expect(seqs).toEqual(seqs.map((_, index) => (seqs[0] ?? 0) + index));
    watch.stop();
    expect(await submissionsOf(certificationId)).toHaveLength(1);
  });

  test('submit once although the worker is killed between the submission and its record', async () => {
    const person = await system.person('raices', 'learner-09', 'learner');
    await system.sandbox.plan({ mode: 'timeoutAfter', probability: 1, routes: ['submit'], count: 1, holdMs: 60_000 });
    const certificationId = await person.certificationOf(await person.completesCourse(SOLAR));
    await until('the submission to be at the authority', async () =>
      (await submissionsOf(certificationId)).length === 1 ? true : undefined,
    );
    await system.kill('conocer-worker');
    await system.sandbox.plan({ mode: 'ok' });
    await system.start('conocer-worker');
    const issued = await person.seesCertification(certificationId, 'ISSUED', 90_000);
    expect(await submissionsOf(certificationId)).toHaveLength(1);
    expect(issued.submission).toMatchObject({ status: 'APPROVED', attempts: 1 });
  }, 120_000);

  test('finish every case although the certification worker is killed in the middle of them', async () => {
    const people = await Promise.all(
      ['learner-11', 'learner-12', 'learner-14'].map((key) => system.person('raices', key, 'learner')),
    );
    const enrollments = await Promise.all(people.map((person) => person.completesCourse(SOLAR)));
    await system.kill('certification-worker');
    await system.start('certification-worker');
    for (const [index, person] of people.entries()) {
      const certificationId = await person.certificationOf(enrollments[index] as string, 45_000);
      const issued = await person.seesCertification(certificationId, 'ISSUED', 60_000);
      const states = issued.history.edges.map((edge: Loose) => edge.node.seq);
      expect(states).toEqual(states.map((_: Loose, at: number) => at + 1));
      expect(await submissionsOf(certificationId)).toHaveLength(1);
    }
  }, 120_000);

  test('answer in part, with a code and nothing internal, while an island is away', async () => {
    const alice = await system.person('raices', 'alice', 'learner');
    await system.kill('conocer');
    const answer = await alice.asks('{ courses(first: 1) { edges { node { title standards { code } } } } }');
    expect(answer.codes).toContain('UNAVAILABLE');
    expect(answer.text).not.toMatch(/127\.0\.0\.1|ECONNREFUSED|conocer/);
    await system.start('conocer');
    await until('the island to be back', async () =>
      (await alice.asks('{ standard(code: "EC0325") { code } }')).codes.length === 0 ? true : undefined,
    );
  }, 60_000);

  test('keep to their families of keys in Redis, and to the rights of their users', async () => {
    expect(await redisDisorder({ adminUrl: system.redisUrls.admin, namespace: system.redisNamespace })).toEqual([]);
  });

  test('end in good order when they are told to', async () => {
    const alice = await system.person('raices', 'alice', 'learner');
    expect((await alice.gets(operations.ABOUT_ME)).me.tenant.slug).toBe('raices');
    const codes = await Promise.all(
      ['gateway', 'users', 'certification-worker', 'conocer-worker', 'sandbox'].map((service) => system.end(service)),
    );
    expect(codes).toEqual([0, 0, 0, 0, 0]);
  }, 60_000);
});
