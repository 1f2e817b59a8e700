import type { CasePath } from './phases.ts';

/**
 * The path of a case that is opened now; it keeps it, whatever its tenant decides later. A course without a standard has nothing that an accredited
 * evaluator could judge by.
 */
export function pathOf(evaluation: Exclude<CasePath, 'REVERSAL'>, standardCode: string | null): Exclude<CasePath, 'REVERSAL'> {
  return standardCode === null ? 'AUTOMATIC_FROM_ASSESSMENT' : evaluation;
}
