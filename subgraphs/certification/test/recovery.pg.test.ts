import { certificateIssued, certificateRevoked, certificationStatusChanged, submissionRequested } from '@academy/contracts';
import type { UserPrincipal } from '@academy/kernel';
import { createSagaEngine, defineSaga } from '@academy/platform/saga';
import { person } from '@academy/testing/people';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { CertificationStep, SagaState } from '../src/sagas/saga-state.ts';
import { generateCertificate } from '../src/sagas/steps/generate-certificate.ts';
import { validateCompletion } from '../src/sagas/steps/validate-completion.ts';
import { applyTransition } from '../src/store/certification.ts';
import type { CertificationWorker } from '../src/worker-context.ts';
import { type Certification, fieldOf, newLearner, openCertification, path } from './open-certification.ts';

const MAX_STEP_ATTEMPTS = 6;

let academy: Certification;
let alice: UserPrincipal;
beforeEach(async () => {
  academy = await openCertification();
  alice = newLearner();
});
afterEach(() => academy.close());

async function requestedCase(): Promise<string> {
  const { enrollmentId } = await academy.completes(alice);
  return (await academy.caseOf(alice, enrollmentId))?.id ?? '';
}

async function eventsOf(contract: Parameters<typeof academy.island.emitted>[1], certificationId: string) {
  return (await academy.island.emitted(alice.tenantId, contract)).filter((event) => event.subject === certificationId);
}

/** The folio that the certificate bears or would bear, as it is stored. */
async function storedCertificates(): Promise<{ folio: string; verification_code: string; status: string }[]> {
  return academy.island.inTenant(alice.tenantId, async (tx) => [
    ...(await tx.execute<{ folio: string; verification_code: string; status: string }>(
      'select folio, verification_code, status from certificates',
    )),
  ]);
}

async function verifies(code: string) {
  const answer = await academy.island.ask(alice, 'query ($code: String!) { certificateVerification(code: $code) { status } }', {
    code,
  });
  return answer.data?.['certificateVerification'];
}

describe('a worker that dies', () => {
  test('between the intent to issue and its record issues one certificate when it comes back, with the folio drawn before', async () => {
    const id = await requestedCase();
    const mend = await academy.breaks('certificates', "new.status = 'ISSUED'");
    await expect(academy.island.runDueJobs()).rejects.toThrow();
    const [before] = await storedCertificates();
    expect(before?.status).toBe('REQUESTED');
    expect((await academy.saga(alice, id)).steps).toMatchObject({ validateCompletion: 'DONE', generateCertificate: 'INTENDED' });
    await mend();
    await academy.island.runDueJobs();
    const seen = await academy.sees(alice, id);
    expect(seen.certificate).toMatchObject({ status: 'ISSUED', folio: before?.folio });
    expect(path(seen)).toHaveLength(5);
    expect(await eventsOf(certificateIssued, id)).toHaveLength(1);
  });

  test('between preparing the submission and asking for it asks once', async () => {
    const id = await requestedCase();
    const mend = await academy.breaks('requests', "new.kind = 'SUBMISSION'");
    await expect(academy.island.runDueJobs()).rejects.toThrow();
    expect((await academy.sees(alice, id)).status).toBe('RESULTS_DELIVERED');
    await mend();
    await academy.island.runDueJobs();
    expect((await academy.sees(alice, id)).status).toBe('SUBMISSION_PREPARED');
    expect(await eventsOf(submissionRequested, id)).toHaveLength(1);
  });

  test('while users is away waits for it, however often it was tried, and takes nothing back', async () => {
    const id = await requestedCase();
    academy.users.fullName = undefined;
    for (let attempt = 1; attempt <= MAX_STEP_ATTEMPTS + 2; attempt += 1) {
      await expect(academy.island.runDueJobs()).rejects.toThrow('Users is away');
    }
    academy.users.fullName = 'Alicia Núñez';
    await academy.island.runDueJobs();
    expect((await academy.sees(alice, id)).certificate).toMatchObject({ status: 'ISSUED' });
  });
});

describe('a certificate that can never be made', () => {
  async function failsForGood(): Promise<string> {
    const id = await requestedCase();
    academy.users.fullName = null;
    for (let attempt = 1; attempt < MAX_STEP_ATTEMPTS; attempt += 1) {
      await expect(academy.island.runDueJobs()).rejects.toThrow('no full name');
    }
    await academy.island.runDueJobs();
    return id;
  }

  test('takes the saga back, in reverse, to a closed case; nobody ever saw the certificate', async () => {
    const id = await failsForGood();
    const { phase, steps } = await academy.saga(alice, id);
    expect(phase).toBe('UNDONE');
    expect(steps).toMatchObject({
      validateCompletion: 'UNDONE',
      generateCertificate: 'UNDONE',
      'undo:validateCompletion': 'DONE',
    });
    const seen = await academy.sees(alice, id);
    expect(path(seen)).toEqual(['REGISTERED', 'EVALUATING', 'JUDGED_COMPETENT', 'CLOSED']);
    expect(seen).toMatchObject({ folio: null, certificate: { status: 'REVOKED', folio: null, verificationCode: null } });
    const [stored] = await storedCertificates();
    expect(await verifies(stored?.folio ?? '')).toBeNull();
    expect(await verifies(stored?.verification_code ?? '')).toBeNull();
    expect([...(await eventsOf(certificateIssued, id)), ...(await eventsOf(certificateRevoked, id))]).toEqual([]);
  });

  test('nor one that can never be judged leaves its case open', async () => {
    const id = await requestedCase();
    const mend = await academy.breaks('certificates', "new.status = 'REQUESTED'");
    for (let attempt = 1; attempt < MAX_STEP_ATTEMPTS; attempt += 1) await expect(academy.island.runDueJobs()).rejects.toThrow();
    await academy.island.runDueJobs();
    await mend();
    expect((await academy.saga(alice, id)).phase).toBe('UNDONE');
    expect(path(await academy.sees(alice, id))).toEqual(['REGISTERED', 'CLOSED']);
  });

  test('leaves the learner free to request another case', async () => {
    const { enrollmentId } = await academy.completes(alice);
    academy.users.fullName = null;
    for (let attempt = 1; attempt < MAX_STEP_ATTEMPTS; attempt += 1) await expect(academy.island.runDueJobs()).rejects.toThrow();
    await academy.island.runDueJobs();
    academy.users.fullName = 'Alicia Núñez';
    const request = `mutation ($input: CertificationRequestInput!) { certificationRequest(input: $input) { __typename } }`;
    const answer = await academy.island.ask(alice, request, { input: { enrollmentId, idempotencyKey: 'k' } });
    expect(answer.data?.['certificationRequest']).toEqual({ __typename: 'CertificationRequestSuccess' });
    await academy.island.runDueJobs();
    expect(await academy.caseOf(alice, enrollmentId)).toMatchObject({
      status: 'SUBMISSION_PREPARED',
      certificate: { status: 'ISSUED' },
    });
  });
});

describe('a step after the certificate that cannot succeed', () => {
  test('revokes the certificate, tells the other islands once, and closes the case, in reverse', async () => {
    await academy.close();
    const order: string[] = [];
    const noting = (step: CertificationStep): CertificationStep => ({
      ...step,
      async undo(tx, saga, context) {
        order.push(step.name);
        await step.undo?.(tx, saga, context);
      },
    });
    const failing = createSagaEngine<SagaState, CertificationWorker>(
      defineSaga({
        name: 'certification',
        steps: [
          noting(validateCompletion),
          noting(generateCertificate),
          {
            name: 'submit',
            kind: 'compensable',
            run: async () => ({ kind: 'refused', reason: 'no authority' }),
            undo: async () => {},
          },
        ],
      }),
    );
    academy = await openCertification({ jobs: [failing.handler] });
    const id = await academy.submittedCase(alice);
    expect(order).toEqual(['generateCertificate', 'validateCompletion']);
    const seen = await academy.sees(alice, id);
    expect(path(seen)).toEqual(['REGISTERED', 'EVALUATING', 'JUDGED_COMPETENT', 'RESULTS_DELIVERED', 'CLOSED']);
    expect(seen.certificate?.status).toBe('REVOKED');
    expect(await verifies(seen.certificate?.folio ?? '')).toEqual({ status: 'REVOKED' });
    expect(await eventsOf(certificateRevoked, id)).toHaveLength(1);
  });
});

test('a certificate that two persons revoked before it was submitted is not submitted', async () => {
  const id = await requestedCase();
  const mend = await academy.breaks('requests', "new.kind = 'SUBMISSION'");
  await expect(academy.island.runDueJobs()).rejects.toThrow();
  const propose = `mutation ($input: CertificationRevocationProposeInput!) { certificationRevocationPropose(input: $input) {
    ... on CertificationRevocationProposeSuccess { revocation { id } } } }`;
  const confirm = `mutation ($input: CertificationRevocationConfirmInput!) { certificationRevocationConfirm(input: $input) { __typename } }`;
  const proposed = await academy.island.ask(person('raices', 'cora', 'certifier'), propose, {
    input: { certificationId: id, reason: 'Queja fundada', idempotencyKey: 'p' },
  });
  const { revocation } = fieldOf<{ revocation: { id: string } }>(proposed, 'certificationRevocationPropose');
  await academy.island.ask(person('raices', 'carla', 'admin'), confirm, {
    input: { revocationId: revocation.id, idempotencyKey: 'c' },
  });
  await mend();
  await academy.island.runDueJobs();
  expect(path(await academy.sees(alice, id)).at(-1)).toBe('CLOSED');
  expect(await eventsOf(submissionRequested, id)).toEqual([]);
  expect(await academy.topics(alice, id)).toEqual(['certification.revoked']);
  expect((await academy.saga(alice, id)).phase).toBe('DONE');
});

describe('many at once', () => {
  test('twenty transitions of one case are numbered without gaps, and told in that order', async () => {
    const id = await academy.submittedCase(alice);
    const { tenantId } = alice;
    const taken = await Promise.all(
      Array.from({ length: 20 }, (_, index) =>
        academy.island.inTenant(tenantId, (tx) =>
          applyTransition(tx, {
            tenantId,
            certificationId: id,
            now: academy.island.clock.now(),
            command: {
              kind: 'recordHold',
              attempt: 1,
              hold: 'SOLARPUNK_COMPLIANCE',
              missedCriteria: [{ criterion: 'SUSTAINABILITY', required: 70, scored: index, reason: 'BELOW_THRESHOLD' }],
            },
          }),
        ),
      ),
    );
    expect(taken.every((one) => one.ok)).toBe(true);
    const seen = await academy.sees(alice, id);
    expect(path(seen)).toHaveLength(25);
    const told = (await academy.island.emitted(tenantId, certificationStatusChanged)).filter((event) => event.subject === id);
    expect(told.map((event) => event.data.seq)).toEqual(Array.from({ length: 25 }, (_, index) => index + 1));
  });

  test('news of every kind, while the saga runs, ends in one verdict', async () => {
    const id = await academy.submittedCase(alice);
    const conocer = academy.conocer(alice, id);
    await Promise.all([
      conocer.sent(),
      conocer.issued('D-1'),
      conocer.accepted(),
      academy.island.runDueJobs(),
      conocer.unknown(),
      conocer.issued('D-1'),
      conocer.sent(),
    ]);
    await academy.island.runDueJobs();
    const seen = await academy.sees(alice, id);
    expect(path(seen).filter((status) => status === 'ISSUED')).toHaveLength(1);
    expect(seen.status).toBe('ISSUED');
    expect(await academy.profileUpdates(alice, id)).toHaveLength(1);
  });
});
