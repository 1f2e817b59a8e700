/** How many there are of each; nothing is kept of what there is none of. */
export type Counts = {
  of(key: string): number;
  raise(key: string): void;
  lower(key: string): void;
};

/** Counts that stand at none. */
export function createCounts(): Counts {
  const counts = new Map<string, number>();
  const of = (key: string) => counts.get(key) ?? 0;
  return {
    of,
    raise: (key) => void counts.set(key, of(key) + 1),
    lower(key) {
      if (of(key) <= 1) counts.delete(key);
      else counts.set(key, of(key) - 1);
    },
  };
}
