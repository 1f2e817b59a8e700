import { fail, ok, type Result, unreachable } from '@academy/kernel';
import {
  type CaseCommand,
  type DictamenCommand,
  type EvaluationCommand,
  type InterruptionCommand,
  isNews,
  type SubmissionCommand,
} from './commands.ts';
import { followDictamen, followSubmission } from './dictamen-steps.ts';
import { followEvaluation } from './evaluation-steps.ts';
import { isKnown } from './known.ts';
import { takeNews } from './news-steps.ts';
import { followInterruption, followLife } from './other-steps.ts';
import { type Case, isOpen } from './phases.ts';
import type { CaseRefusal } from './refusals.ts';
import type { Step } from './step.ts';

/** A step of a case from one phase to the next; both have the same status when only a hold or a signature changes. */
export type Transition = { readonly previous: Case; readonly next: Case };

/**
 * What a command makes of a case, or why the case stays as it is. The only place that knows which state follows which; what it needs to know of the
 * world comes with the command. Source of states, guards and order: the case's state table of the domain notes (DOMAIN §4).
 */
export function transition(current: Case, command: CaseCommand): Result<Transition, CaseRefusal> {
  const step = follow(current, command);
  if (step.ok) return ok({ previous: current, next: step.value });
  return fail({ ...step.error, status: current.status, command: command.kind });
}

function follow(current: Case, command: CaseCommand): Step {
  // A hold does not stop the authority, and all that it can tell of what we may hold is late.
  if (isNews(command)) return takeNews(current.status === 'ON_HOLD' ? current.before : current, command);
  if (isKnown(current, command)) return fail({ kind: 'AlreadyKnown' });
  switch (command.kind) {
    case 'deliver':
    case 'expire':
    case 'reissue':
    case 'revokeOfficial':
      return followLife(current, command);
    case 'close':
    case 'withdraw':
    case 'resume':
      return isOpen(current) ? followInterruption(current, command) : fail({ kind: 'Final' });
    default:
      if (current.status === 'ON_HOLD') return fail({ kind: 'OnHold', heldFor: current.heldFor });
      return isOpen(current) ? followOwn(current, command) : fail({ kind: 'Final' });
  }
}

function followOwn(
  current: Case,
  command: EvaluationCommand | DictamenCommand | SubmissionCommand | Extract<InterruptionCommand, { kind: 'hold' | 'lapse' }>,
): Step {
  switch (command.kind) {
    case 'recordDiagnosis':
    case 'proposePlan':
    case 'signPlan':
    case 'beginEvaluation':
    case 'judge':
    case 'deliverResults':
      return followEvaluation(current, command);
    case 'verify':
    case 'addToLot':
    case 'removeFromLot':
    case 'rule':
    case 'requireRedo':
      return followDictamen(current, command);
    case 'prepareSubmission':
    case 'submit':
      return followSubmission(current, command);
    case 'hold':
    case 'lapse':
      return followInterruption(current, command);
    default:
      return unreachable(command);
  }
}
