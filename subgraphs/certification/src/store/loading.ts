import type { RequestDatabase, Tx } from '@academy/platform/db';
import DataLoader from 'dataloader';

/** By key: the one row that has it, all of a tick in one query. */
export function oneEach<Row>(
  db: RequestDatabase,
  find: (tx: Tx, ids: readonly string[]) => Promise<Row[]>,
  idOf: (row: Row) => string,
): DataLoader<string, Row | undefined> {
  return new DataLoader(async (ids) => {
    const byId = new Map((await db.read((tx) => find(tx, ids))).map((row) => [idOf(row), row]));
    return ids.map((id) => byId.get(id));
  });
}

/** One query for all keys that ask for the same page, which is the usual case: one field selected on a list of things. */
export function grouped<Key, Row>(
  idOf: (key: Key) => string,
  pageOf: (key: Key) => string,
  find: (ids: string[], page: Key) => Promise<Row[]>,
  ownerOf: (row: Row) => string,
): DataLoader<Key, Row[], string> {
  return new DataLoader<Key, Row[], string>(
    async (keys) => {
      const found = new Map<Key, Row[]>();
      for (const group of Map.groupBy(keys, pageOf).values()) {
        const [page] = group;
        if (page === undefined) continue;
        const byOwner = Map.groupBy(await find(group.map(idOf), page), ownerOf);
        for (const key of group) found.set(key, byOwner.get(idOf(key)) ?? []);
      }
      return keys.map((key) => found.get(key) ?? []);
    },
    { cacheKeyFn: (key) => `${idOf(key)} ${pageOf(key)}` },
  );
}
