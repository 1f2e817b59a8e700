import { type AuthorityName, type NotificationTopic, profileUpdateRequested, submissionRequested } from '@academy/contracts';
import type { Tx } from '@academy/platform/db';
import { emit } from '@academy/platform/events';
import { derivedId } from '@academy/platform/ids';
import type { CertificateRow } from '../store/certificate.ts';
import type { CertificationRow } from '../store/certification.ts';
import { findCompletion } from '../store/completion.ts';
import { findCredentialUrls } from '../store/credential-urls.ts';
import { type AskOutcome, askOnce, type Question } from '../store/request.ts';
import { type Telling, tellingQuestion, tellPeople } from '../store/tell-people.ts';

/**
 * Conocer is asked to submit the case's present attempt, once per attempt. The day of the evaluation is that of the evaluator's plan, else of the completion, UTC.
 * The caller holds the case's row lock, as for the other two.
 */
export async function requestSubmission(
  tx: Tx,
  row: CertificationRow & { standardCode: string },
  certificate: CertificateRow,
  authority: AuthorityName | null,
  now: Date,
): Promise<AskOutcome> {
  const outcome = await askOnce(tx, submissionQuestion(row), now);
  if (outcome !== 'asked') return outcome;
  const completion = await findCompletion(tx, row.tenantId, row.enrollmentId);
  if (completion === undefined) throw new Error(`Enrolment ${row.enrollmentId} has no completion.`);
  await emit(tx, submissionRequested, {
    ...addressed(row, submissionQuestion(row), now),
    data: {
      certificationId: row.id,
      attempt: row.attempt,
      candidateId: row.candidateId,
      courseId: row.courseId,
      // The version that she was evaluated by: the course may be aligned to an older one.
      standardCode: row.plan?.standardCode ?? row.standardCode,
      certificateFolio: certificate.folio,
      centreId: row.centreId,
      authority,
      lotId: row.lotId,
      evaluatedOn: row.plan?.evaluatesOn ?? completion.completedAt.toISOString().slice(0, 10),
    },
  });
  return outcome;
}

/** Users is asked to show in the candidate's portfolio what the case led to, once per case; again for each of `retries` that finds no answer. */
export async function requestProfileUpdate(
  tx: Tx,
  row: CertificationRow,
  certificate: CertificateRow,
  now: Date,
  retries: number,
): Promise<AskOutcome> {
  const outcome = await askOnce(tx, profileQuestion(row), now, retries);
  if (outcome !== 'asked') return outcome;
  const urls = await findCredentialUrls(tx, row, certificate);
  await emit(tx, profileUpdateRequested, {
    ...addressed(row, profileQuestion(row), now, retries),
    data: {
      certificationId: row.id,
      userId: row.candidateId,
      title: row.courseTitle,
      certificateFolio: certificate.folio,
      officialFolio: row.officialFolio,
      standardCode: row.standardCode,
      credentialUrl: urls.COMPLETION,
      competencyCredentialUrl: urls.COMPETENCY,
      earnedAt: (certificate.issuedAt ?? now).toISOString(),
    },
  });
  return outcome;
}

/** Users is asked to tell the candidate, once per topic; of a rejection once per attempt; again for each of `retries` that finds no answer. */
export function requestNotification(
  tx: Tx,
  row: CertificationRow,
  topic: NotificationTopic,
  now: Date,
  retries = 0,
): Promise<AskOutcome> {
  return tellPeople(tx, row, tellingOf(row, topic), now, retries);
}

/** What `requestProfileUpdate` asks. */
export function profileQuestion(row: CertificationRow): Question {
  return { tenantId: row.tenantId, certificationId: row.id, kind: 'PROFILE_UPDATE', key: 'outcome' };
}

/** What `requestNotification` asks. */
export function notificationQuestion(row: CertificationRow, topic: NotificationTopic): Question {
  return tellingQuestion(row, tellingOf(row, topic));
}

function tellingOf(row: CertificationRow, topic: NotificationTopic): Telling {
  return topic === 'certification.rejected' ? { topic, occasion: String(row.attempt) } : { topic };
}

function submissionQuestion(row: CertificationRow): Question {
  return { tenantId: row.tenantId, certificationId: row.id, kind: 'SUBMISSION', key: String(row.attempt) };
}

/** The same question always has the same event id; asked again, another. */
function addressed(row: CertificationRow, question: Question, now: Date, retries = 0) {
  const name = `${question.kind}:${question.key}${retries === 0 ? '' : `:again:${retries}`}`;
  return { tenantId: row.tenantId, id: derivedId(row.id, name), subject: row.id, occurredAt: now };
}
