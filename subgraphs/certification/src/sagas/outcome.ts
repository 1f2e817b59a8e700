import type { NotificationTopic } from '@academy/contracts';
import { isOpen } from '../domain/case/phases.ts';
import { caseOf } from '../store/case-row.ts';
import type { CertificationRow } from '../store/certification.ts';

/** Whether the authority is known to have the case's submission, or has answered it, or the case has ended without one. */
export function isTakenByAuthority(row: CertificationRow): boolean {
  return row.status === 'SUBMITTED' || row.status === 'IN_PROCESS' || row.status === 'REJECTED' || !isOpen(caseOf(row));
}

/** Whether the authority's verdict, if the case is to have one, is final. */
export function hasEnded(row: CertificationRow): boolean {
  return !isOpen(caseOf(row)) || (row.status === 'REJECTED' && row.isCorrectable === false);
}

/** What the candidate is told of the case's end; undefined when there is nothing to tell: it has not ended, or was taken back without a verdict. */
export function outcomeTopicOf(row: CertificationRow): NotificationTopic | undefined {
  switch (row.status) {
    case 'ISSUED':
    case 'DELIVERED':
    case 'REISSUED':
      return 'certification.issued';
    case 'RESULTS_DELIVERED':
      return 'certification.results-delivered';
    case 'JUDGED_NOT_YET':
      return 'certification.not-yet-competent';
    case 'REJECTED':
      return 'certification.rejected';
    case 'CLOSED':
      return row.rejectionReason === null ? undefined : 'certification.rejected';
    default:
      return undefined;
  }
}
