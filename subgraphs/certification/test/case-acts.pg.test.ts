import { DAY_MS, type UserPrincipal } from '@academy/kernel';
import { auditLog } from '@academy/platform/audit';
import { newId } from '@academy/platform/ids';
import { people, person } from '@academy/testing/people';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { certifications } from '../src/tables/cases.ts';
import { type Certification, newLearner, openCertification, path } from './open-certification.ts';

const cora = person('raices', 'cora', 'certifier');

let academy: Certification;
let alice: UserPrincipal;
beforeAll(async () => {
  academy = await openCertification();
  await academy.configures(newLearner(), { evaluation: 'ACCREDITED_EVALUATOR' });
});
afterAll(() => academy.close());
beforeEach(() => {
  alice = newLearner();
});

type Verb = 'Withdraw' | 'Hold' | 'Resume' | 'Close';
type Answer = { __typename: string; code?: string; message?: string; field?: string; certification?: Record<string, unknown> };

async function does(actor: UserPrincipal, verb: Verb, certificationId: string, more: Record<string, unknown> = {}) {
  const input = {
    certificationId,
    idempotencyKey: newId(),
    ...(verb === 'Withdraw' ? {} : { reason: 'Se revisa la queja.' }),
    ...(verb === 'Hold' ? { heldFor: 'ARCO' } : {}),
    ...more,
  };
  const answer = await academy.island.ask(
    actor,
    `mutation ($input: Certification${verb}Input!) { certification${verb}(input: $input) { __typename
      ... on Certification${verb}Success { certification { id status heldFor path } }
      ... on UserError { code message } ... on InvalidInputError { field } } }`,
    { input },
  );
  return { codes: answer.errors.map(({ code }) => code), answer: answer.data?.[`certification${verb}`] as Answer | null };
}

async function registered(): Promise<string> {
  const { enrollmentId } = await academy.completes(alice);
  return (await academy.caseOf(alice, enrollmentId))?.id ?? '';
}

async function audited(id: string) {
  const entries = await academy.island.inTenant(alice.tenantId, (tx) => tx.select().from(auditLog));
  const mine = entries.filter(({ subject }) => subject === id).sort((a, b) => a.number - b.number);
  return mine.map(({ action, actor, why }) => [action, actor, why]);
}

const succeeded = (verb: Verb, certification: Record<string, unknown>) => ({
  codes: [],
  answer: { __typename: `Certification${verb}Success`, certification },
});

test('a candidate withdraws for good, on record, and her saga goes back', async () => {
  const id = await registered();
  expect(await does(alice, 'Withdraw', id)).toMatchObject(succeeded('Withdraw', { status: 'WITHDRAWN' }));
  expect(await does(alice, 'Withdraw', id), 'again, under another key').toMatchObject(
    succeeded('Withdraw', { status: 'WITHDRAWN' }),
  );
  await academy.island.runDueJobs();
  expect(path(await academy.sees(alice, id))).toEqual(['REGISTERED', 'WITHDRAWN']);
  expect((await academy.saga(alice, id)).phase).toBe('UNDONE');
  expect(await audited(id)).toEqual([['certification.withdraw', alice.userId, null]]);
});

test('a certifier holds a case, and lets it go on where it was, with her reasons on record', async () => {
  const id = await registered();
  expect(await does(cora, 'Hold', id)).toMatchObject(succeeded('Hold', { status: 'ON_HOLD', heldFor: 'ARCO' }));
  expect(await does(alice, 'Withdraw', id, { seenSeq: 1 })).toMatchObject({
    answer: { __typename: 'InvalidStateError', message: expect.stringContaining('look again') },
  });
  expect(await does(cora, 'Resume', id, { seenSeq: 2 })).toMatchObject(
    succeeded('Resume', { status: 'REGISTERED', heldFor: null }),
  );
  expect(path(await academy.sees(alice, id))).toEqual(['REGISTERED', 'ON_HOLD', 'REGISTERED']);
  expect(await audited(id)).toEqual([
    ['certification.hold', cora.userId, 'Se revisa la queja.'],
    ['certification.resume', cora.userId, 'Se revisa la queja.'],
  ]);
});

test('what the authority told after a verdict is closed by a certifier, and never goes on', async () => {
  const id = await academy.submittedCase(alice, { standardCode: null });
  await academy.configures(alice, {});
  const official = await academy.submittedCase(alice);
  await academy.conocer(alice, official).issued('D-0000001');
  await academy.conocer(alice, official).rejected('Se dejó sin efecto.', false);
  await academy.configures(alice, { evaluation: 'ACCREDITED_EVALUATOR' });
  const rows = await academy.island.inTenant(alice.tenantId, (tx) => tx.select().from(certifications));
  const reversal = rows.find((row) => row.reversalOf === official)?.id ?? '';
  const seen = await academy.island.ask(
    alice,
    'query ($id: ID!) { certification(id: $id) { path heldFor followsAs follows { id status } } }',
    {
      id: reversal,
    },
  );
  expect(seen.data?.['certification']).toEqual({
    path: 'REVERSAL',
    heldFor: 'LATE_REVERSAL',
    followsAs: 'REVERSAL',
    follows: { id: official, status: 'ISSUED' },
  });
  expect((await does(cora, 'Resume', reversal)).answer).toMatchObject({ __typename: 'InvalidStateError' });
  expect((await does(alice, 'Withdraw', reversal)).answer).toMatchObject({ __typename: 'NotFoundError' });
  expect(await does(cora, 'Close', reversal)).toMatchObject(succeeded('Close', { status: 'CLOSED' }));
  expect((await does(cora, 'Close', id)).answer).toMatchObject({ __typename: 'InvalidStateError' });
});

test('a case of the service that is held before its certificate was made waits, and goes on when it is let go', async () => {
  await academy.configures(alice, {});
  academy.users.fullName = undefined;
  const id = await registered();
  await academy.island.runDueJobs().catch(() => {});
  expect((await academy.sees(alice, id)).status).toBe('JUDGED_COMPETENT');
  await does(cora, 'Hold', id);
  academy.users.fullName = 'Alicia Núñez de la Cruz';
  academy.island.clock.advance(DAY_MS);
  await academy.island.runDueJobs();
  expect(await academy.sees(alice, id)).toMatchObject({ status: 'ON_HOLD', certificate: { status: 'REQUESTED' } });
  await does(cora, 'Resume', id);
  academy.island.clock.advance(DAY_MS);
  await academy.island.runDueJobs();
  expect(await academy.sees(alice, id)).toMatchObject({ status: 'SUBMISSION_PREPARED', certificate: { status: 'ISSUED' } });
  await academy.configures(alice, { evaluation: 'ACCREDITED_EVALUATOR' });
});

test('a key answers the same again, and with another input it is a conflict', async () => {
  const id = await registered();
  const first = await does(cora, 'Hold', id, { idempotencyKey: 'once' });
  expect(await does(cora, 'Hold', id, { idempotencyKey: 'once' })).toEqual(first);
  expect((await does(cora, 'Hold', id, { idempotencyKey: 'once', heldFor: 'SEPARATION_OF_DUTIES' })).answer).toMatchObject({
    __typename: 'ConflictError',
  });
  expect(path(await academy.sees(alice, id))).toEqual(['REGISTERED', 'ON_HOLD']);
});

test('of ten who act at once on what they saw one acts, and the others are told to look again', async () => {
  const id = await registered();
  const verbs: readonly Verb[] = Array.from({ length: 10 }, (_, index) => (index % 2 === 0 ? 'Hold' : 'Withdraw'));
  const answers = await Promise.all(verbs.map((verb) => does(verb === 'Hold' ? cora : alice, verb, id, { seenSeq: 1 })));
  const successes = answers.filter(({ answer }) => answer?.__typename.endsWith('Success'));
  const stale = answers.filter(({ answer }) => answer?.message?.includes('look again'));
  expect([successes.length, stale.length]).toEqual([1, 9]);
  expect((await academy.sees(alice, id)).seq).toBe(2);
});

describe('it is refused', () => {
  test('to hold or withdraw what the authority may have, with the states in which it is possible', async () => {
    await academy.configures(alice, {});
    const id = await academy.submittedCase(alice);
    await academy.configures(alice, { evaluation: 'ACCREDITED_EVALUATOR' });
    for (const [actor, verb] of [
      [cora, 'Hold'],
      [alice, 'Withdraw'],
    ] as const) {
      const { answer } = await does(actor, verb, id);
      expect(answer).toMatchObject({
        __typename: 'InvalidStateError',
        message: expect.stringContaining('possible in REGISTERED'),
      });
    }
    expect((await academy.sees(alice, id)).status).toBe('SUBMISSION_PREPARED');
  });

  test('to any persona but the certifier to hold, resume or close, and to any but the learner to withdraw', async () => {
    const id = await registered();
    const staff = (['instructor', 'evaluator', 'verifier', 'centre_admin', 'admin', 'auditor', 'privacy_officer'] as const).map(
      (persona) => person('raices', 'carla', persona),
    );
    for (const viewer of [...staff, alice])
      for (const verb of ['Hold', 'Resume', 'Close'] as const)
        expect((await does(viewer, verb, id)).codes).toEqual(['FORBIDDEN']);
    for (const viewer of [...staff, cora]) expect((await does(viewer, 'Withdraw', id)).codes).toEqual(['FORBIDDEN']);
    expect((await does({ ...cora, impersonatorId: newId() }, 'Hold', id)).answer ?? null).toBeNull();
    expect((await academy.sees(alice, id)).seq).toBe(1);
  });

  test('for another’s case, another tenant’s, and one that is not there, with one and the same answer', async () => {
    const id = await registered();
    const foreign = { ...people.solaris.diego, persona: 'certifier' } as UserPrincipal;
    const answers = [
      await does(newLearner(), 'Withdraw', id),
      await does(foreign, 'Hold', id),
      await does(cora, 'Hold', newId()),
      await does(cora, 'Close', 'no id'),
    ];
    for (const { answer } of answers)
      expect(answer).toEqual({ ...answers[0]?.answer, __typename: 'NotFoundError', code: 'NOT_FOUND' });
    expect((await academy.sees(alice, id)).seq).toBe(1);
  });

  test('without a reason or with a key that is empty', async () => {
    const id = await registered();
    expect((await does(cora, 'Hold', id, { reason: ' x ' })).answer).toMatchObject({ field: 'reason' });
    expect((await does(cora, 'Hold', id, { idempotencyKey: '' })).answer).toMatchObject({ field: 'idempotencyKey' });
  });
});
