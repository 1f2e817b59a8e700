/** Something a course asks of a learner, and how far she is with it. */
export type ProgressItem = {
  readonly id: string;
  readonly isRequired: boolean;
  /** Positive, in any unit that is the same for all items of a course, e.g. minutes. */
  readonly weight: number;
  /** 0 to 1. */
  readonly completion: number;
  /** Whether the learner was let off: counts as done. */
  readonly isWaived: boolean;
};

/**
 * Progress P = Σ wᵢcᵢ / Σ wᵢ over the required items, 0 to 1, with c = 1 for a waived one; exactly 1 when all are done, and where a
 * course requires nothing. Optional items never count.
 */
export function progressOf(items: readonly ProgressItem[]): number {
  const required = items.filter((item) => item.isRequired);
  if (required.length === 0) return 1;
  const total = sumOf(required.map((item) => item.weight));
  return sumOf(required.map((item) => item.weight * completionOf(item))) / total;
}

/** Ids of the required items that are not done, in the given order. */
export function missingRequiredItems(items: readonly ProgressItem[]): string[] {
  return items.filter((item) => item.isRequired && completionOf(item) < 1).map((item) => item.id);
}

/** Whether every required item before the final assessment is done or waived. */
export function canTakeFinalAssessment(items: readonly ProgressItem[]): boolean {
  return missingRequiredItems(items).length === 0;
}

function completionOf(item: ProgressItem): number {
  return item.isWaived ? 1 : Math.min(1, Math.max(0, item.completion));
}

function sumOf(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
