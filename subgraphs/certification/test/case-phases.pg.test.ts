import { certificationStatusChanged, submissionRequested } from '@academy/contracts';
import { DAY_MS, type UserPrincipal } from '@academy/kernel';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { transition } from '../src/domain/case/transition.ts';
import { caseOf } from '../src/store/case-row.ts';
import { applyTransition } from '../src/store/certification.ts';
import { findCase } from '../src/store/certification-facts.ts';
import { PLAN, ROOT, wellDone } from './case-model/commands.ts';
import { type Act, OURS } from './case-model/table.ts';
import { type Certification, newLearner, openCertification, path } from './open-certification.ts';

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

const TO_DICTAMEN: readonly Act[] = [
  'diagnose',
  'propose',
  'candidateSigns',
  'evaluatorSigns',
  'evaluatorBegins',
  'evaluatorJudges',
  'centreDelivers',
  'verify',
  'addToLot',
];

async function registered(): Promise<string> {
  const { enrollmentId } = await academy.completes(alice, { standardCode: 'EC0325.01' });
  return (await academy.caseOf(alice, enrollmentId))?.id ?? '';
}

/** The act is done to the case; what is stored must be what the state machine said. */
async function done(certificationId: string, act: Act): Promise<string> {
  const { tenantId } = alice;
  return academy.island.inTenant(tenantId, async (tx) => {
    const before = await findCase(tx, tenantId, certificationId);
    const command = wellDone(act, { attempt: before.attempt, portfolioRoot: ROOT });
    const expected = transition(caseOf(before), command);
    const taken = await applyTransition(tx, { tenantId, certificationId, command, now: academy.island.clock.now() });
    if (!taken.ok) throw new Error(`${act} was refused: ${JSON.stringify(taken.error)}`);
    expect(caseOf(await findCase(tx, tenantId, certificationId)), act).toEqual(expected.ok && expected.value.next);
    return taken.value.status;
  });
}

async function goes(certificationId: string, acts: readonly Act[]): Promise<string[]> {
  const statuses: string[] = [];
  for (const act of acts) {
    const status = await done(certificationId, act);
    statuses.push(status);
    if (!(OURS as readonly string[]).includes(status)) continue;
    await done(certificationId, 'holdForArco');
    expect(await done(certificationId, 'resume')).toBe(status);
  }
  return statuses;
}

test('a case of the evaluator path is stored in every phase to its certificate’s last life, and comes back from a hold in each that is ours', async () => {
  const id = await registered();
  const acts: readonly Act[] = [
    'ruleValid',
    'prepareLot',
    'submit',
    'accepted',
    'rejected',
    'prepareDirect',
    'outcomeUnknown',
    'sent',
    'issued',
  ];
  const lives: readonly Act[] = ['deliver', 'reissue', 'expire', 'revoke'];
  const statuses = await goes(id, [...TO_DICTAMEN, ...acts, ...lives]);
  expect(statuses).toEqual([
    ...['DIAGNOSED', 'DIAGNOSED', 'DIAGNOSED', 'PLAN_AGREED', 'EVALUATING', 'JUDGED_COMPETENT', 'RESULTS_DELIVERED'],
    ...['VERIFIED', 'IN_LOT', 'RULED_VALID', 'SUBMISSION_PREPARED', 'SUBMITTED', 'IN_PROCESS', 'REJECTED', 'SUBMISSION_PREPARED'],
    ...['SUBMISSION_UNKNOWN', 'SUBMITTED', 'ISSUED', 'DELIVERED', 'REISSUED', 'EXPIRED', 'REVOKED'],
  ]);
  const seen = await academy.sees(alice, id);
  expect(seen).toMatchObject({ status: 'REVOKED', officialFolio: 'F-1' });
  const told = (await academy.island.emitted(alice.tenantId, certificationStatusChanged)).filter((event) => event.subject === id);
  expect(told.map((event) => event.data.status)).toEqual(path(seen));
});

test.each([
  [
    ['ruleInvalid', 'requireRedo', 'close'],
    ['RULED_INVALID', 'REDO_REQUIRED', 'CLOSED'],
  ],
  [
    ['removeFromLot', 'withdraw'],
    ['VERIFIED', 'WITHDRAWN'],
  ],
] as const)('from its lot a case goes by %s', async (acts, expected) => {
  const id = await registered();
  for (const act of TO_DICTAMEN) await done(id, act);
  expect(await goes(id, acts)).toEqual(expected);
});

test('a plan that was not finished in time ends the case, and another follows it for the same completion', async () => {
  const { enrollmentId } = await academy.completes(alice, { standardCode: 'EC0325.01' });
  const first = (await academy.caseOf(alice, enrollmentId))?.id ?? '';
  expect((await goes(first, [...TO_DICTAMEN.slice(0, 5), 'lapse'])).at(-1)).toBe('LAPSED');
  const request = 'mutation ($input: CertificationRequestInput!) { certificationRequest(input: $input) { __typename } }';
  const answer = await academy.island.ask(alice, request, { input: { enrollmentId, idempotencyKey: 'again' } });
  expect(answer.data?.['certificationRequest']).toEqual({ __typename: 'CertificationRequestSuccess' });
  const second = await academy.caseOf(alice, enrollmentId);
  expect(second).toMatchObject({ status: 'REGISTERED' });
  const { tenantId } = alice;
  const row = await academy.island.inTenant(tenantId, (tx) => findCase(tx, tenantId, second?.id ?? ''));
  expect(row).toMatchObject({ retryOf: first, path: 'ACCREDITED_EVALUATOR' });
});

test('the certificate of the course waits for nobody; the saga submits only after the dictamen, with the day and the version of the plan', async () => {
  const id = await registered();
  const daily = async () => {
    academy.island.clock.advance(DAY_MS);
    await academy.island.runDueJobs();
  };
  const asked = async () =>
    (await academy.island.emitted(alice.tenantId, submissionRequested)).filter((event) => event.subject === id);
  await academy.island.runDueJobs();
  expect(await academy.sees(alice, id)).toMatchObject({ status: 'REGISTERED', certificate: { status: 'ISSUED' } });
  for (const act of TO_DICTAMEN) await done(id, act);
  await daily();
  expect(await asked()).toEqual([]);
  await done(id, 'ruleValid');
  await daily();
  expect((await academy.sees(alice, id)).status).toBe('SUBMISSION_PREPARED');
  expect((await asked()).map((event) => event.data)).toMatchObject([
    { attempt: 1, evaluatedOn: PLAN.evaluatesOn, standardCode: PLAN.standardCode },
  ]);
});

test('a candidate whom her evaluator judges not yet competent is told, keeps the certificate of her course, and may try again without another', async () => {
  const { enrollmentId } = await academy.completes(alice, { standardCode: 'EC0325.01' });
  const id = (await academy.caseOf(alice, enrollmentId))?.id ?? '';
  for (const act of [...TO_DICTAMEN.slice(0, 5), 'evaluatorJudgesNotYet'] as const) await done(id, act);
  academy.island.clock.advance(DAY_MS);
  await academy.island.runDueJobs();
  expect(await academy.sees(alice, id)).toMatchObject({ status: 'JUDGED_NOT_YET', certificate: { status: 'ISSUED' } });
  await academy.answers(alice, id).profileUpdated();
  await academy.island.runDueJobs();
  expect(await academy.topics(alice, id)).toEqual(['certification.not-yet-competent']);
  const request = 'mutation ($input: CertificationRequestInput!) { certificationRequest(input: $input) { __typename } }';
  const answer = await academy.island.ask(alice, request, { input: { enrollmentId, idempotencyKey: 'once more' } });
  expect(answer.data?.['certificationRequest']).toEqual({ __typename: 'CertificationRequestSuccess' });
  const again = (await academy.caseOf(alice, enrollmentId))?.id ?? '';
  await academy.island.runDueJobs();
  expect(await academy.sees(alice, again)).toMatchObject({ status: 'REGISTERED', certificate: null });
  for (const act of [...TO_DICTAMEN, 'ruleValid'] as const) await done(again, act);
  academy.island.clock.advance(DAY_MS);
  await academy.island.runDueJobs();
  const submissions = await academy.island.emitted(alice.tenantId, submissionRequested);
  const folio = (await academy.sees(alice, id)).folio;
  expect(submissions.filter((event) => event.subject === again).map(({ data }) => data.certificateFolio)).toEqual([folio]);
});
