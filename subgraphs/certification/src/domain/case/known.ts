import { unreachable } from '@academy/kernel';
import type { CaseCommand } from './commands.ts';
import { attemptOf, type Case, type EvaluationPlan, isCertified, type MissedCriterion } from './phases.ts';

/** Whether the case bears already what the command brings: so that a command that comes again, as all may, changes nothing. */
export function isKnown(current: Case, command: CaseCommand): boolean {
  switch (command.kind) {
    case 'recordDiagnosis':
      return current.status === 'DIAGNOSED' && current.readiness === command.readiness;
    case 'proposePlan':
      return hasPlan(current, command.plan);
    case 'signPlan':
      return (
        hasPlan(current, command.plan) &&
        (current.status === 'PLAN_AGREED' || (current.status === 'DIAGNOSED' && current.signedBy.includes(command.by)))
      );
    case 'beginEvaluation':
      return current.status === 'EVALUATING' && current.plan?.evaluatorId === command.evaluator?.evaluatorId;
    case 'judge':
      return current.status === (command.isCompetent ? 'JUDGED_COMPETENT' : 'JUDGED_NOT_YET');
    case 'deliverResults':
      return current.status === 'RESULTS_DELIVERED' && current.portfolioRoot === command.portfolioRoot;
    case 'verify':
      return current.status === 'VERIFIED' && current.portfolioRoot === command.portfolioRoot;
    case 'addToLot':
      return current.status === 'IN_LOT' && current.lotId === command.lotId;
    case 'removeFromLot':
      return current.status === 'VERIFIED';
    case 'rule':
      if (current.status === 'RULED_VALID') return command.invalidFor === null && current.lotId === command.lotId;
      return current.status === 'RULED_INVALID' && current.reason === command.invalidFor && current.lotId === command.lotId;
    case 'requireRedo':
      return current.status === 'REDO_REQUIRED';
    case 'prepareSubmission':
      return current.status === 'SUBMISSION_PREPARED';
    case 'close':
      return current.status === 'CLOSED';
    case 'withdraw':
      return current.status === 'WITHDRAWN';
    case 'lapse':
      return current.status === 'LAPSED';
    case 'hold':
      return current.status === 'ON_HOLD' && current.heldFor === command.heldFor;
    case 'resume':
      return current.status !== 'ON_HOLD';
    case 'deliver':
      return current.status === 'DELIVERED';
    case 'expire':
      return current.status === 'EXPIRED';
    case 'reissue':
      return current.status === 'REISSUED' && current.reissuedFolio === command.officialFolio;
    case 'revokeOfficial':
      return current.status === 'REVOKED' && current.reason === command.reason;
    case 'submit':
    case 'recordSent':
      return current.status === 'SUBMITTED' && current.attempt === command.attempt;
    case 'recordUnknown':
      return current.status === 'SUBMISSION_UNKNOWN' && current.attempt === command.attempt;
    case 'recordAccepted':
      return current.status === 'IN_PROCESS' && current.attempt === command.attempt;
    case 'recordHold':
      return (
        current.status === 'SUBMISSION_PREPARED' &&
        current.hold === command.hold &&
        JSON.stringify(current.missedCriteria.map(criterionKey)) === JSON.stringify(command.missedCriteria.map(criterionKey))
      );
    case 'recordIssued':
      return isCertified(current) && current.attempt === command.attempt && current.officialFolio === command.officialFolio;
    case 'recordRejected':
      if (attemptOf(current) !== command.attempt) return false;
      if (current.status === 'REJECTED') return current.isCorrectable === command.isCorrectable;
      return current.status === 'CLOSED' && current.reason === command.reason;
    default:
      return unreachable(command);
  }
}

/** Whether two plans say the same. */
export function isSamePlan(one: EvaluationPlan, other: EvaluationPlan): boolean {
  return (
    one.evaluatorId === other.evaluatorId &&
    one.standardCode === other.standardCode &&
    one.evaluatesOn === other.evaluatesOn &&
    one.dueOn === other.dueOn
  );
}

function hasPlan(current: Case, plan: EvaluationPlan): boolean {
  const isThere = current.status === 'DIAGNOSED' || current.status === 'PLAN_AGREED';
  return isThere && current.plan !== null && isSamePlan(current.plan, plan);
}

/** A criterion as a list in fixed order: what is stored may come back with its keys in another. */
function criterionKey({ criterion, required, scored, reason }: MissedCriterion) {
  return [criterion, required, scored, reason];
}
