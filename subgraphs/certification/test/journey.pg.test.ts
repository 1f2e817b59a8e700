import {
  certificateIssued,
  certificateRevoked,
  certificationStatusChanged,
  courseCompleted,
  officialCertificateIssued,
  submissionRequested,
} from '@academy/contracts';
import { DAY_MS } from '@academy/kernel';
import { newId } from '@academy/platform/ids';
import { destroyKey } from '@academy/platform/vault';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { putDocument, readDocument } from '../src/store/certificate-document.ts';
import { type Certification, newLearner, openCertification, path, reactivos } from './open-certification.ts';

let academy: Certification;
beforeAll(async () => {
  academy = await openCertification();
});
afterAll(() => academy.close());

const TO_SUBMISSION = ['REGISTERED', 'EVALUATING', 'JUDGED_COMPETENT', 'RESULTS_DELIVERED', 'SUBMISSION_PREPARED'];

describe('a learner who completes a course with a standard', () => {
  test('holds a certificate at once, while the case waits for the authority', async () => {
    const alice = newLearner();
    const id = await academy.submittedCase(alice);
    const seen = await academy.sees(alice, id);
    expect(path(seen)).toEqual(TO_SUBMISSION);
    expect(seen.certificate).toMatchObject({ status: 'ISSUED', folio: expect.stringMatching(/^MA-26-/) });
    expect(seen.folio).toBe(seen.certificate?.folio);
    expect((await academy.saga(alice, id)).steps).toEqual({
      validateCompletion: 'DONE',
      generateCertificate: 'DONE',
      submitToConocer: 'WAITING',
    });
  });

  test('is asked of users by name once, as the worker, under the scopes it has', async () => {
    academy.users.asked.length = 0;
    const alice = newLearner();
    await academy.submittedCase(alice);
    expect(academy.users.asked).toHaveLength(1);
    expect(academy.users.asked[0]).toMatchObject({
      request: { variables: { people: [{ __typename: 'User', id: alice.userId }] } },
      principal: {
        kind: 'service',
        service: 'certification-worker',
        scopes: ['profile.read', 'instrument.read'],
        tenantId: alice.tenantId,
      },
    });
  });

  test('has a document with her name, which nobody reads in the folder of objects, and the saga keeps only her initials', async () => {
    const alice = newLearner();
    const id = await academy.submittedCase(alice);
    const { certificate } = await academy.sees(alice, id);
    const kept = { tenantId: alice.tenantId, holderId: alice.userId, certificateId: certificate?.id ?? '' };
    const document = await readDocument(academy.island.context, kept);
    for (const words of ['Alicia Núñez de la Cruz', certificate?.folio, certificate?.verificationCode, 'EC0586.01']) {
      expect(document).toContain(words);
    }
    const { storage } = academy.island.context;
    const other = newId();
    const bytes = Buffer.from((await storage.get(alice.tenantId, `certificates/${certificate?.id}.sealed`)) ?? []).toString(
      'utf8',
    );
    expect(bytes).toMatch(/^s1\.1\.[\w-]+$/);
    await storage.put(alice.tenantId, `certificates/${other}.sealed`, Buffer.from(bytes));
    const moved = readDocument(academy.island.context, { ...kept, certificateId: other });
    await expect(moved, 'one certificate’s document in the place of another').rejects.toThrow('does not open');
    const { state } = await academy.saga(alice, id);
    expect(JSON.stringify(state)).toContain('A. N. C.');
    expect(JSON.stringify([state, await academy.island.emitted(alice.tenantId)])).not.toContain('Alicia');
  });

  test('loses her document, and can be given no other, once her key is destroyed', async () => {
    const alice = newLearner();
    const id = await academy.submittedCase(alice);
    const { certificate } = await academy.sees(alice, id);
    const { context, inTenant } = academy.island;
    const kept = { tenantId: alice.tenantId, holderId: alice.userId, certificateId: certificate?.id ?? '' };
    await inTenant(alice.tenantId, (tx) => destroyKey(tx, { tenantId: alice.tenantId, subject: alice.userId }, new Date()));
    expect(await readDocument(context, kept)).toBeUndefined();
    await expect(putDocument(context, { ...kept, text: 'x' })).rejects.toThrow('was erased');
  });

  test('is certified by the authority, sees it in her portfolio and is told', async () => {
    const alice = newLearner();
    const id = await academy.submittedCase(alice);
    const conocer = academy.conocer(alice, id);
    await conocer.sent();
    await conocer.accepted();
    await conocer.issued('D-0000001');
    await academy.island.runDueJobs();
    expect(path(await academy.sees(alice, id))).toEqual([...TO_SUBMISSION, 'SUBMITTED', 'IN_PROCESS', 'ISSUED']);
    const { folio } = await academy.sees(alice, id);
    expect((await academy.profileUpdates(alice, id)).map((event) => event.data)).toMatchObject([
      { userId: alice.userId, officialFolio: 'D-0000001', certificateFolio: folio, standardCode: 'EC0586.01' },
    ]);
    expect(await academy.topics(alice, id)).toEqual([]);
    await academy.answers(alice, id).profileUpdated();
    await academy.island.runDueJobs();
    expect(await academy.topics(alice, id)).toEqual(['certification.issued']);
    await academy.answers(alice, id).notificationSent();
    await academy.island.runDueJobs();
    const { phase, steps } = await academy.saga(alice, id);
    expect(phase).toBe('DONE');
    expect(new Set(Object.values(steps))).toEqual(new Set(['DONE']));
    expect(Object.keys(steps).sort()).toEqual(
      [
        'awaitVerdict',
        'generateCertificate',
        'sendNotification',
        'submitToConocer',
        'updateLearnerProfile',
        'validateCompletion',
      ].sort(),
    );
  });

  test('is submitted once, with the day of her evaluation', async () => {
    const alice = newLearner();
    const id = await academy.submittedCase(alice, { occurredAt: new Date('2026-02-27T23:30:00-06:00') });
    academy.island.clock.advance(2 * DAY_MS);
    await academy.island.runDueJobs();
    const asked = (await academy.island.emitted(alice.tenantId, submissionRequested)).filter((event) => event.subject === id);
    expect(asked.map((event) => event.data)).toMatchObject([
      { attempt: 1, standardCode: 'EC0586.01', evaluatedOn: '2026-02-28' },
    ]);
  });

  test('has every change told to watchers under an id that derives from case and number', async () => {
    const alice = newLearner();
    const id = await academy.submittedCase(alice);
    await academy.conocer(alice, id).issued('D-0000002');
    const seen = await academy.sees(alice, id);
    const told = (await academy.island.emitted(alice.tenantId, certificationStatusChanged)).filter(
      (event) => event.subject === id,
    );
    expect(told.map((event) => [event.id, event.data.seq, event.data.previousStatus, event.data.status])).toEqual(
      seen.history.edges.map(({ node }) => [node.id, node.seq, node.previousStatus, node.status]),
    );
  });
});

describe('a course without a standard', () => {
  test('ends with the platform’s certificate: nothing is submitted, and the learner is told of her results', async () => {
    const alice = newLearner();
    const id = await academy.submittedCase(alice, { standardCode: null });
    expect(path(await academy.sees(alice, id))).toEqual(['REGISTERED', 'EVALUATING', 'JUDGED_COMPETENT', 'RESULTS_DELIVERED']);
    await academy.answers(alice, id).profileUpdated();
    await academy.island.runDueJobs();
    expect(await academy.topics(alice, id)).toEqual(['certification.results-delivered']);
    await academy.answers(alice, id).notificationSent();
    expect((await academy.saga(alice, id)).phase).toBe('DONE');
    const asked = await academy.island.emitted(alice.tenantId, submissionRequested);
    expect(asked.filter((event) => event.subject === id)).toEqual([]);
  });
});

describe('a learner who is not yet competent', () => {
  test('gets no certificate and is told; the case and its saga have ended', async () => {
    const alice = newLearner();
    const id = await academy.submittedCase(alice, { reactivos: reactivos(false) });
    const seen = await academy.sees(alice, id);
    expect(path(seen)).toEqual(['REGISTERED', 'EVALUATING', 'JUDGED_NOT_YET']);
    expect(seen.certificate).toBeNull();
    expect(await academy.topics(alice, id)).toEqual(['certification.not-yet-competent']);
    expect((await academy.saga(alice, id)).phase).toBe('UNDONE');
  });

  test('whose evidence cannot be judged has her case closed, and no certificate', async () => {
    const alice = newLearner();
    const id = await academy.submittedCase(alice, { reactivos: [] });
    expect(path(await academy.sees(alice, id))).toEqual(['REGISTERED', 'EVALUATING', 'CLOSED']);
  });
});

describe('news of the authority', () => {
  test('ahead of the saga completes several of its steps', async () => {
    const alice = newLearner();
    const id = await academy.submittedCase(alice);
    await academy.conocer(alice, id).issued('D-0000003');
    await academy.island.runDueJobs();
    expect(path(await academy.sees(alice, id))).toEqual([...TO_SUBMISSION, 'ISSUED']);
    expect((await academy.saga(alice, id)).steps).toMatchObject({
      submitToConocer: 'DONE',
      awaitVerdict: 'DONE',
      updateLearnerProfile: 'WAITING',
    });
  });

  test('that comes twice under one id, or under two, issues one official certificate with one history entry', async () => {
    const alice = newLearner();
    const id = await academy.submittedCase(alice);
    const conocer = academy.conocer(alice, id);
    const eventId = newId();
    await conocer.issued('D-0000004', eventId);
    await conocer.issued('D-0000004', eventId);
    await conocer.issued('D-0000004');
    await academy.island.runDueJobs();
    const seen = await academy.sees(alice, id);
    expect(path(seen).filter((status) => status === 'ISSUED')).toHaveLength(1);
    expect(await academy.profileUpdates(alice, id)).toHaveLength(1);
    const issued = await academy.island.emitted(alice.tenantId, certificateIssued);
    expect(issued.filter((event) => event.subject === id)).toHaveLength(1);
  });

  test('that contradicts a verdict changes nothing', async () => {
    const alice = newLearner();
    const id = await academy.submittedCase(alice);
    await academy.conocer(alice, id).issued('D-0000005');
    await academy.conocer(alice, id).rejected('Se dejó sin efecto.', false);
    await academy.conocer(alice, id).sent();
    const seen = await academy.sees(alice, id);
    expect(seen).toMatchObject({ status: 'ISSUED', officialFolio: 'D-0000005', rejectionReason: null, seq: 6 });
  });

  test('that the outcome is unknown is a state of its own, and the saga stays at its pivot', async () => {
    const alice = newLearner();
    const id = await academy.submittedCase(alice);
    await academy.conocer(alice, id).unknown();
    academy.island.clock.advance(2 * DAY_MS);
    await academy.island.runDueJobs();
    expect((await academy.saga(alice, id)).steps).toMatchObject({ submitToConocer: 'WAITING' });
    await academy.conocer(alice, id).sent();
    await academy.island.runDueJobs();
    expect(path(await academy.sees(alice, id))).toEqual([...TO_SUBMISSION, 'SUBMISSION_UNKNOWN', 'SUBMITTED']);
    expect((await academy.saga(alice, id)).steps).toMatchObject({ awaitVerdict: 'WAITING' });
  });

  test('of a case that this tenant does not have is refused, to be seen by a person', async () => {
    const delivery = academy.island.deliver(officialCertificateIssued, {
      tenantId: newLearner().tenantId,
      subject: newId(),
      data: { certificationId: newId(), attempt: 1, officialFolio: 'D-9', issuedOn: '2026-03-02', validThrough: null },
    });
    await expect(delivery).rejects.toThrow('There is no certification');
  });
});

describe('a course that misses the Solarpunk thresholds', () => {
  const missed = { criterion: 'SUSTAINABILITY', required: 70, scored: 41.5, reason: 'BELOW_THRESHOLD' } as const;

  test('holds the case, says what is missing, and tells the learner once', async () => {
    const alice = newLearner();
    const id = await academy.submittedCase(alice);
    const conocer = academy.conocer(alice, id);
    await conocer.held('SOLARPUNK_COMPLIANCE', [missed]);
    await conocer.held('SOLARPUNK_COMPLIANCE', [missed]);
    const seen = await academy.sees(alice, id);
    expect(seen).toMatchObject({ status: 'SUBMISSION_PREPARED', hold: 'SOLARPUNK_COMPLIANCE', missedCriteria: [missed], seq: 6 });
    expect(path(seen).slice(-2)).toEqual(['SUBMISSION_PREPARED', 'SUBMISSION_PREPARED']);
    await conocer.held('SOLARPUNK_COMPLIANCE', [{ ...missed, scored: 60 }]);
    expect((await academy.sees(alice, id)).seq).toBe(7);
    expect(await academy.topics(alice, id)).toEqual(['certification.compliance-held']);
  });

  test('goes on when it is submitted after all, and the answer to the first message is not taken for that to the last', async () => {
    const alice = newLearner();
    const id = await academy.submittedCase(alice);
    await academy.conocer(alice, id).held('SOLARPUNK_COMPLIANCE', [missed]);
    await academy.conocer(alice, id).issued('D-0000006');
    await academy.answers(alice, id).profileUpdated();
    await academy.island.runDueJobs();
    await academy.answers(alice, id).profileUpdated();
    await academy.island.runDueJobs();
    expect(await academy.sees(alice, id)).toMatchObject({ status: 'ISSUED', hold: null, missedCriteria: [] });
    const first = newId();
    await academy.answers(alice, id).notificationSent(first, 'certification.compliance-held');
    await academy.answers(alice, id).notificationSent(first, 'certification.compliance-held');
    expect((await academy.saga(alice, id)).steps).toMatchObject({ sendNotification: 'WAITING' });
    await academy.answers(alice, id).notificationSent();
    expect((await academy.saga(alice, id)).phase).toBe('DONE');
    expect(await academy.topics(alice, id)).toEqual(['certification.compliance-held', 'certification.issued']);
  });

  test('an authority that cannot be reached holds the case without a message', async () => {
    const alice = newLearner();
    const id = await academy.submittedCase(alice);
    await academy.conocer(alice, id).held('AUTHORITY_UNAVAILABLE');
    expect(await academy.sees(alice, id)).toMatchObject({ hold: 'AUTHORITY_UNAVAILABLE', missedCriteria: [] });
    expect(await academy.topics(alice, id)).toEqual([]);
  });
});

describe('a rejection', () => {
  test('for good closes the case with its reason; the certificate stays valid and the learner is told', async () => {
    const alice = newLearner();
    const id = await academy.submittedCase(alice);
    await academy.conocer(alice, id).rejected('El evaluador no estaba acreditado.', false);
    await academy.island.runDueJobs();
    await academy.answers(alice, id).profileUpdated();
    await academy.island.runDueJobs();
    const seen = await academy.sees(alice, id);
    expect(path(seen)).toEqual([...TO_SUBMISSION, 'REJECTED', 'CLOSED']);
    expect(seen).toMatchObject({ rejectionReason: 'El evaluador no estaba acreditado.', certificate: { status: 'ISSUED' } });
    expect(await academy.topics(alice, id)).toEqual(['certification.rejected']);
    await academy.answers(alice, id).notificationSent();
    expect((await academy.saga(alice, id)).phase).toBe('DONE');
  });

  test('that can be corrected waits for the learner, who requests again and is certified', async () => {
    const alice = newLearner();
    const { enrollmentId } = await academy.completes(alice);
    await academy.island.runDueJobs();
    const id = (await academy.caseOf(alice, enrollmentId))?.id ?? '';
    await academy.conocer(alice, id).rejected('La fotografía no cumple los requisitos.', true);
    await academy.island.runDueJobs();
    expect(await academy.sees(alice, id)).toMatchObject({
      status: 'REJECTED',
      rejectionReason: 'La fotografía no cumple los requisitos.',
    });
    expect(await academy.topics(alice, id)).toEqual(['certification.rejected']);
    expect((await academy.saga(alice, id)).steps).toMatchObject({ awaitVerdict: 'WAITING' });
    const request = `mutation ($input: CertificationRequestInput!) { certificationRequest(input: $input) { __typename
      ... on CertificationRequestSuccess { certification { id status rejectionReason } } } }`;
    const answer = await academy.island.ask(alice, request, { input: { enrollmentId, idempotencyKey: 'again' } });
    expect(answer.data?.['certificationRequest']).toEqual({
      __typename: 'CertificationRequestSuccess',
      certification: { id, status: 'SUBMISSION_PREPARED', rejectionReason: null },
    });
    await academy.conocer(alice, id, 1).issued('D-LATE');
    expect((await academy.sees(alice, id)).status).toBe('SUBMISSION_PREPARED');
    await academy.conocer(alice, id, 2).sent();
    await academy.conocer(alice, id, 2).issued('D-0000007');
    await academy.island.runDueJobs();
    expect(path(await academy.sees(alice, id))).toEqual([
      ...TO_SUBMISSION,
      'REJECTED',
      'SUBMISSION_PREPARED',
      'SUBMITTED',
      'ISSUED',
    ]);
    const asked = (await academy.island.emitted(alice.tenantId, submissionRequested)).filter((event) => event.subject === id);
    expect(asked.map((event) => event.data.attempt)).toEqual([1, 2]);
    expect((await academy.saga(alice, id)).steps).toMatchObject({ awaitVerdict: 'DONE' });
  });

  test('that nobody corrects in 90 days is closed', async () => {
    const alice = newLearner();
    const id = await academy.submittedCase(alice);
    await academy.conocer(alice, id).rejected('La fotografía no cumple los requisitos.', true);
    await academy.island.runDueJobs();
    academy.island.clock.advance(89 * DAY_MS);
    await academy.island.runDueJobs();
    expect((await academy.sees(alice, id)).status).toBe('REJECTED');
    academy.island.clock.advance(2 * DAY_MS);
    await academy.island.runDueJobs();
    expect(path(await academy.sees(alice, id)).slice(-2)).toEqual(['REJECTED', 'CLOSED']);
    await academy.answers(alice, id).profileUpdated();
    await academy.answers(alice, id).notificationSent();
    await academy.island.runDueJobs();
    expect((await academy.saga(alice, id)).phase).toBe('DONE');
    expect(await academy.topics(alice, id)).toEqual(['certification.rejected']);
  });
});

describe('an answer of users', () => {
  test('that comes before it was asked for changes nothing; one that comes days late is taken, and nothing was asked again', async () => {
    const alice = newLearner();
    const id = await academy.submittedCase(alice);
    await academy.answers(alice, id).profileUpdated();
    await academy.conocer(alice, id).issued('D-0000008');
    await academy.island.runDueJobs();
    expect((await academy.saga(alice, id)).steps).toMatchObject({ updateLearnerProfile: 'WAITING' });
    academy.island.clock.advance(5 * DAY_MS);
    await academy.island.runDueJobs();
    academy.island.clock.advance(5 * DAY_MS);
    await academy.island.runDueJobs();
    expect(await academy.profileUpdates(alice, id)).toHaveLength(1);
    await academy.answers(alice, id).profileUpdated();
    await academy.island.runDueJobs();
    expect((await academy.saga(alice, id)).steps).toMatchObject({ updateLearnerProfile: 'DONE', sendNotification: 'WAITING' });
  });
});

describe('a completion', () => {
  test('told twice under two ids opens one case', async () => {
    const alice = newLearner();
    const { enrollmentId } = await academy.completes(alice);
    await academy.completes(alice, { enrollmentId });
    await academy.island.runDueJobs();
    await academy.completes(alice, { enrollmentId });
    const mine = (await academy.island.emitted(alice.tenantId, certificationStatusChanged)).filter(
      (event) => event.data.enrollmentId === enrollmentId && event.data.seq === 1,
    );
    expect(mine).toHaveLength(1);
  });

  test('for a standard with an open case opens no second one, whatever the version', async () => {
    const alice = newLearner();
    await academy.submittedCase(alice, { standardCode: 'EC0325' });
    const { enrollmentId } = await academy.completes(alice, { standardCode: 'EC0325.01' });
    expect(await academy.caseOf(alice, enrollmentId)).toBeNull();
  });

  test('in a tenant that certifies on request opens none by itself', async () => {
    const own = await openCertification();
    try {
      const alice = newLearner();
      await own.configures(alice, { certificationStart: 'ON_REQUEST' });
      const { enrollmentId } = await own.completes(alice);
      await own.island.runDueJobs();
      expect(await own.caseOf(alice, enrollmentId)).toBeNull();
    } finally {
      await own.close();
    }
  });

  test('in a tenant whose evaluators judge waits for one, and keeps to it when the tenant decides otherwise for later cases', async () => {
    const own = await openCertification();
    try {
      const alice = newLearner();
      await own.configures(alice, { evaluation: 'ACCREDITED_EVALUATOR' });
      const id = await own.submittedCase(alice);
      const withoutStandard = await own.submittedCase(alice, { standardCode: null });
      await own.configures(alice, {});
      own.island.clock.advance(DAY_MS);
      await own.island.runDueJobs();
      expect(path(await own.sees(alice, id))).toEqual(['REGISTERED']);
      expect(path(await own.sees(alice, withoutStandard)).at(-1)).toBe('RESULTS_DELIVERED');
      const later = await own.submittedCase(alice, { standardCode: 'EC0301.01' });
      expect(path(await own.sees(alice, later))).toEqual(TO_SUBMISSION);
    } finally {
      await own.close();
    }
  });

  test('of another tenant is kept apart', async () => {
    const alice = newLearner();
    const { enrollmentId } = await academy.completes(alice);
    await academy.island.deliver(courseCompleted, {
      tenantId: alice.tenantId.replace(/^./, (first) => (first === '0' ? '1' : '0')),
      subject: enrollmentId,
      data: {
        enrollmentId,
        courseId: newId(),
        courseTitle: 'Otra',
        learnerId: alice.userId,
        instructorId: newId(),
        standardCode: null,
        scorePercent: 90,
        minimumScorePercent: 80,
        reactivos: reactivos(),
      },
    });
    expect((await academy.caseOf(alice, enrollmentId))?.seq).toBe(1);
  });
});

test('no certificate was taken back on any of these ways', async () => {
  expect(await academy.island.emitted(newLearner().tenantId, certificateRevoked)).toEqual([]);
});
