import { ISLANDS, type IslandName } from '@academy/platform/topology';
import type { Sql } from '../../sql/connection.ts';

/** One figure over the rows of each table, by island and table; tables of which two figures differ were changed between them. */
export async function sumRows(admin: Readonly<Record<IslandName, Sql>>): Promise<Map<string, string>> {
  const sums = new Map<string, string>();
  for (const island of ISLANDS) {
    const tables = await admin[island]<{ name: string }[]>`
      select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and not relispartition`;
    for (const { name } of tables) {
      const [row] = await admin[island].unsafe<{ sum: string }[]>(
        `select md5(coalesce(string_agg(t::text, '|' order by t::text), '')) as sum from public."${name}" t`,
      );
      sums.set(`${island}.${name}`, row?.sum ?? '');
    }
  }
  return sums;
}

/** Tables that are not as they were. */
export function changedTables(before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>): string[] {
  return [...new Set([...before.keys(), ...after.keys()])].filter((table) => before.get(table) !== after.get(table));
}
