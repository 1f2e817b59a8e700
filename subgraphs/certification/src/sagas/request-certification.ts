import type { Tx } from '@academy/platform/db';
import type { CaseStatus } from '../domain/case/phases.ts';
import { decideRequest, settles } from '../domain/request.ts';
import { findStandingCertificate } from '../store/certificate.ts';
import { applyTransition, type CaseOrigin, type CertificationRow, lockCase, openCase } from '../store/certification.ts';
import { findNewestOf, findOpenCaseId } from '../store/certification-facts.ts';
import { type CompletionRow, findCompletion } from '../store/completion.ts';
import { requestSubmission } from './ask.ts';
import { startSaga } from './certification.ts';
import { required } from './required-transition.ts';
import { submissionTerms } from './submission-terms.ts';

/** What became of a request; JSON, so that it can be stored by idempotency key. */
export type RequestAnswer =
  | { readonly kind: 'Requested' | 'AlreadyOpen'; readonly certificationId: string }
  | { readonly kind: 'NotFound' }
  | { readonly kind: 'CertificateStillValid'; readonly folio: string }
  | { readonly kind: 'Ended'; readonly status: CaseStatus };

/** A case is open for the learner's completion and its saga runs, or her rejected case is submitted again; or neither, and why. */
export async function requestCertification(
  tx: Tx,
  request: { tenantId: string; learnerId: string; enrollmentId: string; now: Date },
): Promise<RequestAnswer> {
  const { tenantId, enrollmentId, now } = request;
  const completion = await findCompletion(tx, tenantId, enrollmentId);
  if (completion === undefined || completion.learnerId !== request.learnerId) return { kind: 'NotFound' };
  // In this order: a case that another request opens in between is then seen as open, not as ended.
  const latest = await findNewestOf(tx, tenantId, enrollmentId);
  const open = await lockOpenCase(tx, completion);
  const certificate = latest === undefined ? undefined : await findStandingCertificate(tx, latest);
  const decided = decideRequest({
    open: open && {
      id: open.id,
      isOfThisEnrollment: open.enrollmentId === enrollmentId,
      isCorrectable: open.isCorrectable === true && certificate?.status === 'ISSUED',
    },
    latest: latest && {
      id: latest.id,
      path: latest.path,
      status: latest.status,
      isSettled: settles({
        ...latest,
        certificate: certificate && { isIssued: certificate.issuedAt !== null, isRevoked: certificate.status === 'REVOKED' },
      }),
    },
  });
  if (!decided.ok) return decided.error;
  if (decided.value.kind === 'SubmitAgain' && certificate !== undefined && completion.standardCode !== null) {
    const change = { tenantId, certificationId: decided.value.certificationId, now };
    const { authority, facts } = await submissionTerms(tx, await lockCase(tx, tenantId, change.certificationId));
    if (facts.validCertificate !== null) return { kind: 'CertificateStillValid', folio: facts.validCertificate.folio };
    const command = { kind: 'prepareSubmission', facts } as const;
    const prepared = await required(applyTransition(tx, { ...change, command }));
    await requestSubmission(tx, { ...prepared, standardCode: completion.standardCode }, certificate, authority, now);
    return { kind: 'Requested', certificationId: prepared.id };
  }
  const retryOf = decided.value.kind === 'Open' ? decided.value.retryOf : undefined;
  return openAndStart(tx, completion, now, retryOf === undefined ? {} : { retryOf });
}

/** The open case, locked, should it still be open then. */
async function lockOpenCase(tx: Tx, completion: CompletionRow): Promise<CertificationRow | undefined> {
  const id = await findOpenCaseId(tx, completion);
  if (id === undefined) return undefined;
  const row = await lockCase(tx, completion.tenantId, id);
  return row.isOpen ? row : undefined;
}

async function openAndStart(tx: Tx, completion: CompletionRow, now: Date, origin: CaseOrigin): Promise<RequestAnswer> {
  const row = await openCase(tx, completion, now, origin);
  if (row !== undefined) {
    await startSaga(tx, row, now);
    return { kind: 'Requested', certificationId: row.id };
  }
  const certificationId = await findOpenCaseId(tx, completion);
  if (certificationId === undefined) throw new Error('A case that stood in the way of another is open no more.');
  return { kind: 'AlreadyOpen', certificationId };
}
