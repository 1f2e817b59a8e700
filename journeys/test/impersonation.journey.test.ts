import { newId } from '@academy/platform/ids';
import { userIdOf } from '@academy/testing/people';
import { expect, test, vi } from 'vitest';
import { bootGraph } from '../src/boot-graph.ts';
import type { Person } from '../src/person.ts';
import { until } from '../src/until.ts';

const START = `mutation ($input: ImpersonationStartInput!) { impersonationStart(input: $input) {
  __typename ... on ImpersonationStartSuccess { impersonation { id } } ... on UserError { code } } }`;
const END = `mutation ($input: ImpersonationEndInput!) { impersonationEnd(input: $input) { __typename } }`;

async function starts(sara: Person, more: Record<string, unknown> = {}) {
  const input = {
    userId: userIdOf('raices', 'alice'),
    persona: 'LEARNER',
    reason: 'she cannot find her certificate',
    minutes: 30,
    idempotencyKey: newId(),
    ...more,
  };
  const { impersonationStart } = await sara.gets(START, { input });
  return impersonationStart;
}

vi.setConfig({ testTimeout: 60_000 });

test('an operator sees what a learner sees, can do nothing of weight in her name, is seen by her, and is out when she ends it', async () => {
  await using graph = await bootGraph();
  const { alice } = graph;
  const sara = await graph.person('raices', 'sara', 'super_admin');
  const started = await starts(sara);
  const id = started.impersonation.id as string;
  const as = { 'x-impersonation': id };

  const me = await sara.asks('{ me { displayName email } }', {}, as);
  expect(me.data).toEqual(await alice.gets('{ me { displayName email } }'));
  expect((await sara.gets('{ me { displayName } }')).me.displayName).not.toBe(me.data?.['me']?.['displayName']);

  const enrollmentId = await alice.completesCourse('consultoria-general');
  const judged = await sara.asks(
    'mutation ($input: CertificationRequestInput!) { certificationRequest(input: $input) { __typename } }',
    { input: { enrollmentId, idempotencyKey: newId() } },
    as,
  );
  expect(judged.codes).toEqual(['FORBIDDEN']);
  const another = await sara.asks(
    START,
    {
      input: {
        userId: userIdOf('raices', 'bruno'),
        persona: 'EVALUATOR',
        reason: 'no reason',
        minutes: 5,
        idempotencyKey: newId(),
      },
    },
    as,
  );
  expect(another.codes).toEqual(['FORBIDDEN']);

  const { me: seen } = await alice.gets(
    '{ me { impersonations(first: 5) { edges { node { impersonatorId reason endedAt } } } } }',
  );
  expect(seen.impersonations.edges).toEqual([
    { node: { impersonatorId: userIdOf('raices', 'sara'), reason: 'she cannot find her certificate', endedAt: null } },
  ]);

  // Nobody else can use the session: not with another token, and not an operator who did not start it.
  for (const other of [alice, graph.carla, graph.visitor('raices')]) {
    expect((await other.asks('{ me { id } }', {}, as)).data?.['me'] ?? null).toBeNull();
  }
  expect((await sara.asks('{ me { id } }', {}, { 'x-impersonation': newId() })).codes).toEqual(['FORBIDDEN']);

  expect((await sara.gets(END, { input: { impersonationId: id } })).impersonationEnd.__typename).toBe('ImpersonationEndSuccess');
  await until('the session to be refused', async () => {
    const { codes } = await sara.asks('{ me { id } }', {}, as);
    return codes[0] === 'FORBIDDEN' ? true : undefined;
  });
  const { auditLog } = await graph.carla.gets(
    '{ auditLog(first: 10, filter: { action: "impersonation" }) { edges { node { action actorId subjectId why } } } }',
  );
  expect(auditLog.edges.map((edge: { node: { action: string } }) => edge.node.action)).toEqual([
    'impersonation.end',
    'impersonation.start',
  ]);
});

test('nobody but an operator starts one, and no operator for an hour, for herself or for somebody of another tenant', async () => {
  await using graph = await bootGraph();
  const sara = await graph.person('raices', 'sara', 'super_admin');
  expect(
    (
      await graph.carla.asks(START, {
        input: {
          userId: userIdOf('raices', 'alice'),
          persona: 'LEARNER',
          reason: 'curious',
          minutes: 5,
          idempotencyKey: newId(),
        },
      })
    ).codes,
  ).toEqual(['FORBIDDEN']);
  expect(await starts(sara, { minutes: 60 })).toMatchObject({ code: 'INVALID_INPUT' });
  expect(await starts(sara, { userId: userIdOf('raices', 'sara'), persona: 'SUPER_ADMIN' })).toMatchObject({
    code: 'INVALID_INPUT',
  });
  expect(await starts(sara, { userId: userIdOf('solaris', 'diego') })).toMatchObject({ code: 'NOT_FOUND' });
  expect(await starts(sara, { persona: 'ADMIN' })).toMatchObject({ code: 'INVALID_STATE' });
});
