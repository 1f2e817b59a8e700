import { unreachable } from '@academy/kernel';
import { attemptOf, type Case, isOpen, type OwnPhase } from '../domain/case/phases.ts';
import type { certifications } from '../tables/cases.ts';

type Row = typeof certifications.$inferSelect;

/** The case that a row holds. Throws when the row lacks what its state must have. */
export function caseOf(row: Row): Case {
  const { status, attempt } = row;
  switch (status) {
    case 'ON_HOLD': {
      const before = caseOf({ ...row, status: required(row.heldFrom, 'where it was held') });
      return { status, heldFor: required(row.heldFor, 'why it is held'), before: before as OwnPhase };
    }
    case 'SUBMISSION_PREPARED':
      return { status, attempt, hold: row.hold, missedCriteria: row.missedCriteria };
    case 'SUBMISSION_UNKNOWN':
    case 'SUBMITTED':
    case 'IN_PROCESS':
      return { status, attempt };
    case 'ISSUED':
    case 'DELIVERED':
    case 'EXPIRED':
    case 'REISSUED':
    case 'REVOKED': {
      const officialFolio = required(row.officialFolio, 'an official folio');
      return { status, attempt, officialFolio, reissuedFolio: row.reissuedFolio, reason: row.outcomeReason };
    }
    case 'JUDGED_NOT_YET':
      return { status };
    case 'CLOSED':
      return { status, attempt, reason: row.rejectionReason };
    case 'WITHDRAWN':
    case 'LAPSED':
      return { status, attempt };
    default:
      return ownPhaseOf(row, status);
  }
}

function ownPhaseOf(row: Row, status: OwnPhase['status']): OwnPhase {
  const { path, plan, portfolioRoot } = row;
  const onTheWay = { path, hasStandard: row.standardCode !== null };
  switch (status) {
    case 'REGISTERED':
      return { ...onTheWay, status };
    case 'DIAGNOSED':
      return { ...onTheWay, status, readiness: required(row.readiness, 'a diagnosis'), plan, signedBy: row.planSignedBy };
    case 'PLAN_AGREED':
      return { ...onTheWay, status, plan: required(plan, 'a plan') };
    case 'EVALUATING':
    case 'JUDGED_COMPETENT':
      return { ...onTheWay, status, plan };
    case 'RESULTS_DELIVERED':
    case 'VERIFIED':
      return { ...onTheWay, status, plan, portfolioRoot };
    case 'IN_LOT':
    case 'RULED_VALID':
      return { ...onTheWay, status, plan, portfolioRoot, lotId: required(row.lotId, 'a lot') };
    case 'RULED_INVALID':
    case 'REDO_REQUIRED': {
      const reason = required(row.outcomeReason, 'why it was ruled invalid');
      return { ...onTheWay, status, plan, lotId: required(row.lotId, 'a lot'), reason };
    }
    case 'REJECTED': {
      const isCorrectable = required(row.isCorrectable, 'whether it can be corrected');
      return { status, attempt: row.attempt, reason: required(row.rejectionReason, 'a reason'), isCorrectable };
    }
    default:
      return unreachable(status);
  }
}

/** The columns that a phase decides. What a phase says nothing of, such as the plan of a case that has ended, stays known. */
export function columnsOf(next: Case, row: Row): Partial<Row> {
  if (next.status === 'ON_HOLD') {
    const { before, heldFor, status } = next;
    return { ...columnsOf(before, row), status, isOpen: true, heldFor, heldFrom: before.status };
  }
  const isRejected = next.status === 'REJECTED' || next.status === 'CLOSED';
  const isReasoned = next.status === 'RULED_INVALID' || next.status === 'REDO_REQUIRED' || next.status === 'REVOKED';
  return {
    status: next.status,
    isOpen: isOpen(next),
    attempt: 'attempt' in next ? attemptOf(next) : row.attempt,
    hold: next.status === 'SUBMISSION_PREPARED' ? next.hold : null,
    missedCriteria: next.status === 'SUBMISSION_PREPARED' ? [...next.missedCriteria] : [],
    officialFolio: 'officialFolio' in next ? next.officialFolio : null,
    reissuedFolio: 'reissuedFolio' in next ? next.reissuedFolio : null,
    rejectionReason: isRejected ? next.reason : null,
    isCorrectable: next.status === 'REJECTED' ? next.isCorrectable : null,
    outcomeReason: isReasoned ? next.reason : row.outcomeReason,
    readiness: 'readiness' in next ? next.readiness : row.readiness,
    plan: 'plan' in next ? next.plan : row.plan,
    planSignedBy: signaturesOf(next, row),
    portfolioRoot: 'portfolioRoot' in next ? next.portfolioRoot : row.portfolioRoot,
    lotId: 'lotId' in next ? next.lotId : next.status === 'VERIFIED' ? null : row.lotId,
    heldFor: null,
    heldFrom: null,
  };
}

function signaturesOf(next: Case, row: Row): Row['planSignedBy'] {
  if (next.status === 'DIAGNOSED') return [...next.signedBy];
  return next.status === 'PLAN_AGREED' ? ['CANDIDATE', 'EVALUATOR'] : row.planSignedBy;
}

function required<T>(value: T | null, what: string): T {
  if (value === null) throw new Error(`A case in this state must have ${what}.`);
  return value;
}
