import type { Random } from '../../../faults/random.ts';

/** So many of a list, each once. */
export function some<T>(random: Random, list: readonly T[], count: number): T[] {
  const waiting = [...list];
  return Array.from(
    { length: Math.min(count, list.length) },
    () => waiting.splice(random.whole(0, waiting.length - 1), 1)[0] as T,
  );
}
