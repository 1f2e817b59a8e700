import { fail, ok, type Result } from '@academy/kernel';
import type { Guarded } from './guards.ts';
import type { Case, CaseStatus } from './phases.ts';
import type { GuardRefusal, StepRefusal } from './refusals.ts';

/** The phase that a command leads to, or why it leads nowhere. */
export type Step = Result<Case, StepRefusal>;

export function follow(next: Case): Step {
  return ok(next);
}

/** The command follows these states only. */
export function notPossible(...expected: readonly CaseStatus[]): Step {
  return fail({ kind: 'NotPossible', expected });
}

/** A fact stands in the way. */
export function guarded(guard: GuardRefusal): Step {
  return fail({ kind: 'Guarded', guard });
}

/** The phase, if every guard lets it through; else the first that does not. */
export function followIf(guards: readonly Guarded[], next: Case): Step {
  for (const guard of guards) if (!guard.ok) return guarded(guard.error);
  return follow(next);
}
