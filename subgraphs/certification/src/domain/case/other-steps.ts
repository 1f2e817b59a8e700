import { unreachable } from '@academy/kernel';
import type { InterruptionCommand, LifeCommand } from './commands.ts';
import { guardFolio } from './guards.ts';
import { attemptOf, type Case, type CaseStatus, type CertifiedPhase, isOurs, type OwnPhase } from './phases.ts';
import { follow, followIf, guarded, notPossible, type Step } from './step.ts';

/** Where nothing of a case is with the authority. A RESULTS_DELIVERED without a standard has ended. */
const OURS: readonly CaseStatus[] = [
  'REGISTERED',
  'DIAGNOSED',
  'PLAN_AGREED',
  'EVALUATING',
  'JUDGED_COMPETENT',
  'RESULTS_DELIVERED',
  'VERIFIED',
  'IN_LOT',
  'RULED_VALID',
  'RULED_INVALID',
  'REDO_REQUIRED',
  'REJECTED',
];

/** Ends that are no verdicts, holds, and the way back from one. Only what is ours can be ended or held: the authority would not know of it. */
export function followInterruption(current: Case, command: InterruptionCommand): Step {
  if (command.kind === 'resume') return resume(current);
  if (command.kind === 'lapse') return lapse(current, command.on);
  if (command.kind === 'hold') {
    return isOurs(current) ? follow({ status: 'ON_HOLD', heldFor: command.heldFor, before: current }) : notPossible(...OURS);
  }
  const before = current.status === 'ON_HOLD' ? current.before : current;
  if (!isOurs(before)) return notPossible(...OURS, 'ON_HOLD');
  const attempt = attemptOf(before);
  return follow(
    command.kind === 'withdraw'
      ? { status: 'WITHDRAWN', attempt }
      : { status: 'CLOSED', attempt, reason: before.status === 'REJECTED' ? before.reason : null },
  );
}

/** Back to where it was. What contradicts a verdict was nowhere: a person closes it. */
function resume(current: Case): Step {
  if (current.status !== 'ON_HOLD') return notPossible('ON_HOLD');
  const { before } = current;
  if ('path' in before && before.path === 'REVERSAL') return guarded({ kind: 'NotOfThisPath', path: before.path });
  return follow(before);
}

/** A plan that was not finished in time ends the case; the candidate starts over. */
function lapse(current: Case, on: string): Step {
  if (!isUnderPlan(current)) return notPossible('PLAN_AGREED', 'EVALUATING');
  const dueOn = current.plan?.dueOn;
  if (dueOn === undefined) return guarded({ kind: 'NotOfThisPath', path: current.path });
  return on > dueOn ? follow({ status: 'LAPSED', attempt: 0 }) : guarded({ kind: 'PlanStillRuns', dueOn, on });
}

function isUnderPlan(current: Case): current is OwnPhase & { status: 'PLAN_AGREED' | 'EVALUATING' } {
  return current.status === 'PLAN_AGREED' || current.status === 'EVALUATING';
}

/** Later lives of a certificate that was issued. A revoked one has none. */
export function followLife(current: Case, command: LifeCommand): Step {
  switch (command.kind) {
    case 'deliver':
      return lives(current, ['ISSUED', 'REISSUED'], (certified) => follow({ ...certified, status: 'DELIVERED' }));
    case 'expire': {
      const { validThrough, on } = command;
      return lives(current, ['ISSUED', 'DELIVERED', 'REISSUED'], (certified) =>
        validThrough !== null && on > validThrough
          ? follow({ ...certified, status: 'EXPIRED' })
          : guarded({ kind: 'StillValid', validThrough, on }),
      );
    }
    case 'reissue': {
      const { officialFolio: reissuedFolio, folioOf } = command;
      return lives(current, ['ISSUED', 'DELIVERED', 'REISSUED'], (certified) =>
        followIf([guardFolio(reissuedFolio, folioOf)], { ...certified, status: 'REISSUED', reissuedFolio }),
      );
    }
    case 'revokeOfficial': {
      const { reason } = command;
      return lives(current, ['ISSUED', 'DELIVERED', 'REISSUED', 'EXPIRED'], (certified) =>
        follow({ ...certified, status: 'REVOKED', reason }),
      );
    }
    default:
      return unreachable(command);
  }
}

function lives(current: Case, from: readonly CertifiedPhase['status'][], step: (certified: CertifiedPhase) => Step): Step {
  const isThere = 'officialFolio' in current && from.includes(current.status);
  return isThere ? step(current) : notPossible(...from);
}
