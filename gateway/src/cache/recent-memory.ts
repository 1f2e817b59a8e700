/** Remembers what was made for a key, for the keys that were asked for last. */
export type RecentMemory<Key, Value> = { get(key: Key, make: () => Value): Value };

/** A memory for this many keys; the one that was not asked for longest goes first. */
export function createRecentMemory<Key, Value>(capacity: number): RecentMemory<Key, Value> {
  const remembered = new Map<Key, { readonly value: Value }>();
  return {
    get(key, make) {
      const known = remembered.get(key);
      const entry = known ?? { value: make() };
      if (known !== undefined) remembered.delete(key);
      remembered.set(key, entry);
      if (remembered.size > capacity) {
        for (const oldest of remembered.keys()) {
          remembered.delete(oldest);
          break;
        }
      }
      return entry.value;
    },
  };
}
