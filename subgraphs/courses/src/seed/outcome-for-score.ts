import type { ReactivoOutcome } from '../domain/assessment.ts';
import type { AssessmentItemSeed } from './course-seed.ts';

/**
 * Outcomes per reactivo that come as close to a score (0 to 100) as the weights allow: what a seeded attempt, of which only the score is
 * told, must have looked like. Tries every set of fulfilled questions, so it is for the few questions of a seed.
 */
export function outcomeForScore(items: readonly AssessmentItemSeed[], scorePercent: number): ReactivoOutcome[] {
  const total = weightOf(items, 2 ** items.length - 1);
  const sets = Array.from({ length: 2 ** items.length }, (_none, set) => set);
  const distance = (set: number) => Math.abs((100 * weightOf(items, set)) / total - scorePercent);
  const best = sets.reduce((closest, set) => (distance(set) < distance(closest) ? set : closest));
  return items.map(({ reactivo, criterion, weight }, i) => ({ id: reactivo, criterion, weight, isFulfilled: isIn(best, i) }));
}

function weightOf(items: readonly AssessmentItemSeed[], set: number): number {
  return items.reduce((weight, item, i) => (isIn(set, i) ? weight + item.weight : weight), 0);
}

/** A set is a number whose bit i says whether question i is in it. */
function isIn(set: number, i: number): boolean {
  return ((set >> i) & 1) === 1;
}
