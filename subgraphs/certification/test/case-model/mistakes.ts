import { ok } from '@academy/kernel';
import type { CaseCommand } from '../../src/domain/case/commands.ts';
import type { Case } from '../../src/domain/case/phases.ts';
import { transition } from '../../src/domain/case/transition.ts';
import type { Transition } from './play.ts';

/** A state machine that does as it should but for what `wrong` answers. */
function planted(wrong: (current: Case, command: CaseCommand) => Case | undefined): Transition {
  return (current, command) => {
    const next = wrong(current, command);
    return next === undefined ? transition(current, command) : ok({ previous: current, next });
  };
}

/** The command as a careless author would let it pass: with these facts in place of what came. */
function careless(change: (command: CaseCommand) => CaseCommand): Transition {
  return (current, command) => {
    const taken = transition(current, change(command));
    return taken.ok ? taken : { ok: false, error: { ...taken.error, command: command.kind } };
  };
}

/** Mistakes that the model must find, each on its own. */
export const MISTAKES: readonly { readonly name: string; readonly machine: Transition }[] = [
  {
    name: 'prepares a submission while the case is on hold',
    machine: planted((current, command) =>
      current.status === 'ON_HOLD' && command.kind === 'prepareSubmission'
        ? { status: 'SUBMISSION_PREPARED', attempt: 1, hold: null, missedCriteria: [] }
        : undefined,
    ),
  },
  {
    name: 'lets a late rejection take a certificate back',
    machine: planted((current, command) =>
      current.status === 'ISSUED' && command.kind === 'recordRejected' && command.attempt === current.attempt
        ? { status: 'REJECTED', attempt: current.attempt, reason: command.reason, isCorrectable: command.isCorrectable }
        : undefined,
    ),
  },
  {
    name: 'opens again what was withdrawn',
    machine: planted((current, command) =>
      current.status === 'WITHDRAWN' && command.kind === 'beginEvaluation'
        ? { status: 'EVALUATING', path: 'AUTOMATIC_FROM_ASSESSMENT', hasStandard: true, plan: null }
        : undefined,
    ),
  },
  {
    name: 'agrees a plan by one signature',
    machine: planted((current, command) =>
      current.status === 'DIAGNOSED' && current.plan !== null && command.kind === 'signPlan' && command.facts.hasAcuse
        ? { status: 'PLAN_AGREED', path: current.path, hasStandard: current.hasStandard, plan: current.plan }
        : undefined,
    ),
  },
  {
    name: 'submits an evaluator’s case without a dictamen',
    machine: planted((current, command) =>
      current.status === 'RESULTS_DELIVERED' && current.hasStandard && command.kind === 'prepareSubmission'
        ? { status: 'SUBMISSION_PREPARED', attempt: 1, hold: null, missedCriteria: [] }
        : undefined,
    ),
  },
  {
    name: 'counts one person twice for the quorum',
    machine: careless((command) => {
      if (command.kind !== 'rule' || command.rulers.length < 2) return command;
      return { ...command, rulers: command.rulers.map((ruler, index) => ({ ...ruler, personId: `${ruler.personId} ${index}` })) };
    }),
  },
  {
    name: 'forgets the end of a cédula',
    machine: careless((command) =>
      command.kind === 'beginEvaluation' && command.evaluator !== undefined
        ? { ...command, evaluator: { ...command.evaluator, cedulas: [{ standardMajor: 'EC0325', issuedOn: command.on ?? '' }] } }
        : command,
    ),
  },
  {
    name: 'takes any override for a reason',
    machine: careless((command) =>
      command.kind === 'judge' && command.override !== null ? { ...command, override: 'x' } : command,
    ),
  },
  {
    name: 'applies a retry as if it were new',
    machine: planted((current, command) =>
      current.status === 'SUBMITTED' && command.kind === 'recordSent' && command.attempt === current.attempt
        ? current
        : undefined,
    ),
  },
  {
    name: 'comes back from a hold to the beginning',
    machine: planted((current, command) =>
      current.status === 'ON_HOLD' && command.kind === 'resume' && 'path' in current.before
        ? { status: 'REGISTERED', path: current.before.path, hasStandard: current.before.hasStandard }
        : undefined,
    ),
  },
];
