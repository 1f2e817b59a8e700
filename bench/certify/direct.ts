import type { Database } from '@academy/platform/db';
import { ISLANDS, type IslandName } from '@academy/platform/topology';
import type { Stage } from './stage.ts';

/** What one table of one island holds of the certifications: each row as JSON. */
export type TableRows = { readonly island: IslandName; readonly table: string; readonly rows: readonly string[] };

/** By island, the transaction from which on its rows count. */
export type StartOfRows = ReadonlyMap<IslandName, string>;

const COPY = 'bench_copy_of_';
/** So many certifications are inserted at once, each in one transaction an island. */
const AT_ONCE = 8;

/** Rows that are written from now on are `rowsSince` this. */
export async function startOfRows({ databases }: Stage): Promise<StartOfRows> {
  const starts = new Map<IslandName, string>();
  for (const island of ISLANDS) {
    const [row] = await databases[island].pool<{ xid: string }[]>`select pg_current_xact_id()::text as xid`;
    starts.set(island, row?.xid ?? '0');
  }
  return starts;
}

/** Every row of the tenant's that was written since then and is still there, in all tables of all islands: what the certifications left behind. */
export async function rowsSince({ databases, tenantId }: Stage, starts: StartOfRows): Promise<TableRows[]> {
  const found: TableRows[] = [];
  for (const island of ISLANDS) {
    const { pool } = databases[island];
    const tables = await pool<{ table: string }[]>`
      select table_name as table from information_schema.columns
      where table_schema = 'public' and column_name = 'tenant_id' order by 1`;
    for (const { table } of tables) {
      const rows = await pool.unsafe<{ row: string }[]>(
        `select to_jsonb(one)::text as row from "${table}" one where tenant_id = $1 and xmin::text::bigint >= $2::bigint`,
        [tenantId, starts.get(island) ?? '0'],
      );
      if (rows.length > 0) found.push({ island, table, rows: rows.map(({ row }) => row) });
    }
  }
  return found;
}

/** Empty tables with the same columns, constraints and indexes exist afterwards, in the same databases. */
export async function prepareCopies({ databases }: Stage, tables: readonly TableRows[]): Promise<void> {
  for (const { island, table } of tables)
    await databases[island].pool.unsafe(
      `create table "${COPY}${table}" (like "${table}" including constraints including indexes)`,
    );
}

/**
 * The same rows are inserted into the tables of `prepareCopies`, a certification's share of them in one transaction
 * for each island: no policy, no foreign key, no event, no question. Answers the seconds.
 */
export async function insertRows(
  { databases }: Stage,
  tables: readonly TableRows[],
  count: number,
): Promise<{ seconds: number }> {
  const shares = Array.from({ length: count }, (_, index) =>
    [...Map.groupBy(tables, ({ island }) => island)].map(([island, ofIsland]) => ({
      island,
      parts: ofIsland
        .map(({ table, rows }) => ({ table, rows: rows.filter((_row, place) => place % count === index) }))
        .filter(({ rows }) => rows.length > 0),
    })),
  );
  const begun = performance.now();
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      for (let share = shares.shift(); share !== undefined; share = shares.shift())
        for (const { island, parts } of share) await insertParts(databases[island], parts);
    }),
  );
  return { seconds: (performance.now() - begun) / 1_000 };
}

async function insertParts(database: Database, parts: readonly { table: string; rows: readonly string[] }[]): Promise<void> {
  await database.pool.begin((sql) =>
    parts.map(({ table, rows }) =>
      sql.unsafe(
        `insert into "${COPY}${table}" select * from jsonb_populate_recordset(null::"${COPY}${table}", $1::text::jsonb)`,
        [`[${rows.join(',')}]`],
        { prepare: true },
      ),
    ),
  );
}
