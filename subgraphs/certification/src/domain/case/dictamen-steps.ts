import { unreachable } from '@academy/kernel';
import type { DictamenCommand, SubmissionCommand } from './commands.ts';
import { guardClearance, guardDictamen, guardDuty, guardGate, needsDictamen } from './guards.ts';
import type { Case } from './phases.ts';
import { follow, followIf, guarded, notPossible, type Step } from './step.ts';

/** States 7 to 9: internal verification, lot, dictamen; and the redo that an invalid one asks for. */
export function followDictamen(current: Case, command: DictamenCommand): Step {
  switch (command.kind) {
    case 'verify': {
      if (current.status !== 'RESULTS_DELIVERED') return notPossible('RESULTS_DELIVERED');
      const { portfolioRoot } = current;
      if (command.portfolioRoot !== portfolioRoot)
        return guarded({ kind: 'PortfolioChanged', expected: portfolioRoot, came: command.portfolioRoot });
      return followIf([guardDuty('VERIFY', command.verifier)], { ...current, status: 'VERIFIED' });
    }
    case 'addToLot':
      return current.status === 'VERIFIED'
        ? follow({ ...current, status: 'IN_LOT', lotId: command.lotId })
        : notPossible('VERIFIED');
    case 'removeFromLot': {
      if (current.status !== 'IN_LOT') return notPossible('IN_LOT');
      const { lotId, ...member } = current;
      if (lotId !== command.lotId) return guarded({ kind: 'OtherLot', expected: lotId, came: command.lotId });
      return follow({ ...member, status: 'VERIFIED' });
    }
    case 'rule': {
      if (current.status !== 'IN_LOT') return notPossible('IN_LOT');
      const { portfolioRoot: _sealed, ...member } = current;
      const { lotId, invalidFor: reason } = command;
      if (lotId !== current.lotId) return guarded({ kind: 'OtherLot', expected: current.lotId, came: lotId });
      return followIf(
        [guardDictamen(command.rulers)],
        reason === null ? { ...current, status: 'RULED_VALID' } : { ...member, status: 'RULED_INVALID', reason },
      );
    }
    case 'requireRedo':
      return current.status === 'RULED_INVALID' ? follow({ ...current, status: 'REDO_REQUIRED' }) : notPossible('RULED_INVALID');
    default:
      return unreachable(command);
  }
}

/** State 10, and the hand-over by a person. */
export function followSubmission(current: Case, command: SubmissionCommand): Step {
  switch (command.kind) {
    case 'prepareSubmission': {
      const attempt = nextAttempt(current);
      if (attempt === undefined) return notPossible('RESULTS_DELIVERED', 'RULED_VALID', 'REJECTED');
      const { route } = command.facts;
      if (current.status === 'RESULTS_DELIVERED' && needsDictamen(current.path, route))
        return guarded({ kind: 'DictamenRequired', route, path: current.path });
      return followIf([guardClearance(command.facts)], {
        status: 'SUBMISSION_PREPARED',
        attempt,
        hold: null,
        missedCriteria: [],
      });
    }
    case 'submit': {
      if (current.status !== 'SUBMISSION_PREPARED') return notPossible('SUBMISSION_PREPARED');
      const { attempt } = current;
      if (command.attempt !== attempt) return { ok: false, error: { kind: 'OtherAttempt', attempt } };
      return followIf([guardClearance(command.facts), guardGate(command.facts)], { status: 'SUBMITTED', attempt });
    }
    default:
      return unreachable(command);
  }
}

function nextAttempt(current: Case): number | undefined {
  if (current.status === 'RESULTS_DELIVERED' || current.status === 'RULED_VALID') return 1;
  return current.status === 'REJECTED' && current.isCorrectable ? current.attempt + 1 : undefined;
}
