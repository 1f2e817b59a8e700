import { unreachable } from '@academy/kernel';
import type { Case } from '../domain/case.ts';
import type { certifications } from '../tables.ts';

type Columns = Pick<
  typeof certifications.$inferSelect,
  'status' | 'standardCode' | 'attempt' | 'hold' | 'missedCriteria' | 'officialFolio' | 'rejectionReason' | 'isCorrectable'
>;

/** The case that a row holds. Throws when the row lacks what its state must have. */
export function caseOf(row: Columns): Case {
  const { status, attempt } = row;
  switch (status) {
    case 'REGISTERED':
    case 'EVALUATING':
    case 'JUDGED_COMPETENT':
    case 'RESULTS_DELIVERED':
      return { status, hasStandard: row.standardCode !== null };
    case 'JUDGED_NOT_YET':
      return { status };
    case 'SUBMISSION_PREPARED':
      return { status, attempt, hold: row.hold, missedCriteria: row.missedCriteria };
    case 'SUBMISSION_UNKNOWN':
    case 'SUBMITTED':
    case 'IN_PROCESS':
      return { status, attempt };
    case 'ISSUED':
      return { status, attempt, officialFolio: required(row.officialFolio, 'an official folio') };
    case 'REJECTED':
      return {
        status,
        attempt,
        reason: required(row.rejectionReason, 'a reason'),
        isCorrectable: required(row.isCorrectable, 'whether it can be corrected'),
      };
    case 'CLOSED':
      return { status, attempt, reason: row.rejectionReason };
    default:
      return unreachable(status);
  }
}

function required<T>(value: T | null, what: string): T {
  if (value === null) throw new Error(`A case in this state must have ${what}.`);
  return value;
}
