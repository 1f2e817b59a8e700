import type { CaseStatus } from './phases.ts';

/** States before the judgement, and ends that may have come without one. */
const UNJUDGED: ReadonlySet<CaseStatus> = new Set<CaseStatus>([
  'REGISTERED',
  'DIAGNOSED',
  'PLAN_AGREED',
  'EVALUATING',
  'CLOSED',
  'WITHDRAWN',
  'LAPSED',
]);

/** Whether the candidate is known to have been judged; of a case that is held, where it was held. */
export function isJudged(one: { readonly status: CaseStatus; readonly heldFrom: CaseStatus | null }): boolean {
  return !UNJUDGED.has(one.heldFrom ?? one.status);
}
