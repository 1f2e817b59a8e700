import { certificationStatusChanged } from '@academy/contracts';
import { PERSONAS, type Persona, type UserPrincipal } from '@academy/kernel';
import { newId } from '@academy/platform/ids';
import { people, tenantIdOf } from '@academy/testing/people';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ASSIGNED, STAFF } from '../src/domain/visibility.ts';
import { numberChanges } from '../src/store/positions.ts';
import { type Certification, fieldOf, newLearner, openCertification } from './open-certification.ts';

const raices = tenantIdOf('raices');
const { carla } = people.raices;
const { fabian } = people.solaris;
const alice = newLearner();

const CHANGES = `query ($after: Int!, $first: Int!) { certificationChanges(afterPosition: $after, first: $first) { position changes {
  position seq previousStatus status hold occurredAt certificationId candidateId courseId standardCode } } }`;
type Change = Record<string, unknown> & { position: number; seq: number; status: string; certificationId: string };
type Page = { position: number; changes: Change[] };

let academy: Certification;
const cases: string[] = [];
beforeAll(async () => {
  academy = await openCertification();
  for (const standardCode of ['EC0325', 'EC0586.01', null]) cases.push(await academy.submittedCase(alice, { standardCode }));
  await number();
});
afterAll(() => academy.close());

/** What the relay does before it publishes: every change that was told of has a number afterwards. */
async function number(): Promise<void> {
  const { relayDatabase } = academy.island.resources;
  const events = await academy.island.emitted(raices, certificationStatusChanged);
  await relayDatabase.inTenant(raices, 'write', (tx) => numberChanges(tx, events));
}

async function read(viewer: UserPrincipal, after: number, first = 100): Promise<Page> {
  const answer = await academy.island.ask(viewer, CHANGES, { after, first });
  expect(answer.errors).toEqual([]);
  return fieldOf<Page>(answer, 'certificationChanges');
}

describe('the log of a tenant', () => {
  test('has every change of every case, numbered from 1 without gaps, those of a case in their own order', async () => {
    const { position, changes } = await read(carla, 0);
    expect(changes.map((change) => change.position)).toEqual(changes.map((_, index) => index + 1));
    expect(position).toBe(changes.length);
    for (const id of cases) {
      const own = changes.filter((change) => change.certificationId === id);
      expect(own.length).toBeGreaterThanOrEqual(4);
      expect(own.map((change) => change.seq)).toEqual(own.map((_, index) => index + 1));
    }
    expect(changes[0]).toEqual({
      position: 1,
      seq: 1,
      previousStatus: null,
      status: 'REGISTERED',
      hold: null,
      occurredAt: expect.stringMatching(/Z$/),
      certificationId: cases[0],
      candidateId: alice.userId,
      courseId: expect.any(String),
      standardCode: 'EC0325',
    });
  });

  test('is read page by page, and tells its newest number on each', async () => {
    const { position, changes } = await read(carla, 0);
    const walked: Change[] = [];
    for (let page = await read(carla, 0, 4); page.changes.length > 0; page = await read(carla, walked.length, 4)) {
      expect(page.position).toBe(position);
      walked.push(...page.changes);
    }
    expect(walked).toEqual(changes);
    expect(await read(carla, position)).toEqual({ position, changes: [] });
  });

  test('has a change once it is numbered, after all others', async () => {
    const before = await read(carla, 0);
    const id = await academy.submittedCase(newLearner());
    expect(await read(carla, 0)).toEqual(before);
    await number();
    const after = await read(carla, before.position);
    expect(after.position).toBe(before.position + after.changes.length);
    expect(after.changes.map((change) => [change.certificationId, change.seq, change.position])).toEqual(
      [1, 2, 3, 4, 5].map((seq) => [id, seq, before.position + seq]),
    );
    await number();
    expect(await read(carla, before.position)).toEqual(after);
  });

  test('of another tenant is its own', async () => {
    expect(await read(fabian, 0)).toEqual({ position: 0, changes: [] });
  });

  test.each([
    { after: -1, first: 10 },
    { after: 0, first: 0 },
    { after: 0, first: 101 },
  ])('refuses a page that there is not: %o', async (variables) => {
    const { errors } = await academy.island.ask(carla, CHANGES, variables);
    expect(errors.map((error) => error.code)).toEqual(['BAD_USER_INPUT']);
  });

  test.each(PERSONAS.filter((persona) => persona !== 'service'))(
    '%s reads it only as staff, or where it may be assigned',
    async (persona) => {
      const answer = await academy.island.ask({ ...carla, userId: newId(), persona }, CHANGES, { after: 0, first: 1 });
      const codes = answer.errors.map((error) => error.code);
      expect(codes).toEqual((STAFF as readonly Persona[]).includes(persona) || persona in ASSIGNED ? [] : ['FORBIDDEN']);
    },
  );
});

describe('a number', () => {
  test('cannot be changed once it was given', async () => {
    const { relayDatabase } = academy.island.resources;
    const change = relayDatabase.inTenant(raices, 'write', (tx) =>
      tx.execute('update certification_events set position = position + 1000'),
    );
    await expect(change).rejects.toMatchObject({ cause: { code: '23001' } });
  });

  test('is given by nobody but the relay, and the relay changes nothing else', async () => {
    const { relayDatabase } = academy.island.resources;
    await expect(
      academy.island.inTenant(raices, (tx) => tx.execute('update certification_events set position = 1')),
    ).rejects.toMatchObject({ cause: { code: '42501' } });
    for (const statement of ["update certification_events set status = 'ISSUED'", 'select detail from certification_events']) {
      await expect(relayDatabase.inTenant(raices, 'write', (tx) => tx.execute(statement))).rejects.toMatchObject({
        cause: { code: '42501' },
      });
    }
  });

  test('is seen by the relay in the tenant that it works for alone', async () => {
    const { relayDatabase } = academy.island.resources;
    const seen = (tenantId: string) =>
      relayDatabase.inTenant(tenantId, 'read', async (tx) => [
        ...(await tx.execute('select distinct tenant_id from certification_events')),
      ]);
    expect(await seen(raices)).toEqual([{ tenant_id: raices }]);
    expect(await seen(tenantIdOf('solaris'))).toEqual([]);
    expect(await relayDatabase.pool`select id from certification_events`).toHaveLength(0);
  });

  test('is given once, and none is left out, when several give numbers at the same time as cases go on', async () => {
    const before = (await read(carla, 0)).position;
    const going = Promise.all(Array.from({ length: 4 }, () => academy.completes(newLearner())));
    await Promise.all(Array.from({ length: 6 }, () => number()));
    await going;
    await academy.island.runDueJobs();
    await Promise.all(Array.from({ length: 6 }, () => number()));
    const { position, changes } = await read(carla, before);
    expect(changes.map((change) => change.position)).toEqual(changes.map((_, index) => before + index + 1));
    expect(position).toBe(before + changes.length);
    expect(new Set(changes.map((change) => change.certificationId)).size).toBe(4);
  });
});
