import type { Submission } from './ledger.ts';
import type { Step } from './ledger-event.ts';
import { REJECTION_REASONS } from './verdict.ts';

/** What every answer about a submission holds. */
type Known = {
  id: string;
  externalRef: string;
  standardCode: string;
  candidate: { curp: string };
  /** RFC 3339, UTC. */
  receivedAt: string;
  /** Since when the status is what it is. */
  updatedAt: string;
};

/** The answer to a poll. */
export type SubmissionAnswer = Known &
  (
    | { status: 'RECEIVED' | 'IN_REVIEW' }
    | { status: 'APPROVED'; folio: string; issuedOn: string }
    | { status: 'REJECTED'; reasonCode: string; reason: string; correctable: boolean }
  );

/** The answer to a submission: nothing but the receipt. */
export function toReceipt(submission: Submission) {
  const { id, receivedAt, request } = submission;
  return { id, externalRef: request.externalRef, status: 'RECEIVED', receivedAt };
}

/** The submission with `shown` as its status, which need not be the truth. */
export function toSubmissionAnswer(submission: Submission, shown: Step): SubmissionAnswer {
  const { id, receivedAt, request } = submission;
  const known: Known = {
    id,
    externalRef: request.externalRef,
    standardCode: request.standardCode,
    candidate: { curp: request.candidate.curp },
    receivedAt,
    updatedAt: shown.at,
  };
  switch (shown.status) {
    case 'RECEIVED':
    case 'IN_REVIEW':
      return { ...known, status: shown.status };
    case 'APPROVED':
      return { ...known, status: shown.status, folio: shown.folio, issuedOn: shown.issuedOn };
    case 'REJECTED':
      return { ...known, status: shown.status, reasonCode: shown.reasonCode, ...REJECTION_REASONS[shown.reasonCode] };
  }
}

/** An id that no submission has. */
export const UNKNOWN_SUBMISSION_ID = 'SBX-0000000000000000';

/** An approval that belongs to nobody the caller knows; whoever believes it certifies the wrong person. */
export const SOMEBODY_ELSES_APPROVAL: SubmissionAnswer = {
  id: UNKNOWN_SUBMISSION_ID,
  externalRef: 'somebody-else',
  standardCode: 'EC0076',
  candidate: { curp: 'BOXW310820HNERXN09' },
  receivedAt: '2025-01-07T16:00:00.000Z',
  updatedAt: '2025-01-08T16:00:00.000Z',
  status: 'APPROVED',
  folio: 'D-9000000000',
  issuedOn: '2025-01-08',
};
