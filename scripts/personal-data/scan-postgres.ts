import { openDatabase } from '@academy/platform/db';
import type { Findings } from './finding.ts';

type Column = { schema: string; table: string; name: string; isBytes: boolean };

const ROWS_AT_ONCE = 500;

/**
 * Every column of every table of a database is looked through, whatever its type, by the catalogue: what is added tomorrow too. `url` must be a superuser's, or row
 * security hides rows. Throws when it is not.
 */
export async function scanPostgres(url: string, island: string, findings: Findings): Promise<void> {
  const database = openDatabase({ url, maxConnections: 1, name: 'scan-personal-data' });
  try {
    const [role] = await database.pool<{ sees_all: boolean }[]>`
      select rolsuper or rolbypassrls as sees_all from pg_roles where rolname = current_user`;
    if (role?.sees_all !== true)
      throw new Error('A superuser of PostgreSQL was expected: row security hides rows from anybody else.');
    const columns = await database.pool<Column[]>`
      select n.nspname as schema, c.relname as table, a.attname as name, a.atttypid = 'bytea'::regtype as "isBytes"
      from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
      where c.relkind in ('r', 'm') and a.attnum > 0 and not a.attisdropped
        and n.nspname not in ('pg_catalog', 'information_schema') and n.nspname not like 'pg_toast%' and n.nspname not like 'pg_temp%'
      order by 1, 2, a.attnum`;
    for (const [, ofTable] of Map.groupBy(columns, (one) => `${one.schema}.${one.table}`)) await scanTable(ofTable);
    await scanLargeObjects();
  } finally {
    await database.close();
  }

  async function scanTable(columns: readonly Column[]): Promise<void> {
    const [first] = columns;
    if (first === undefined) return;
    const selected = columns.map((one, index) => `${quoted(one.name)}${one.isBytes ? '' : '::text'} as c${index}`);
    const table = `${quoted(first.schema)}.${quoted(first.table)}`;
    const name = first.schema === 'public' ? first.table : `${first.schema}.${first.table}`;
    for (const one of columns) findings.lookAtName(`postgres ${island}`, one.name);
    await database.pool.begin('read only', async (tx) => {
      await tx`set local statement_timeout = 0`;
      const rows = tx.unsafe<Record<string, string | Buffer | null>[]>(
        `select ctid::text as at, ${selected.join(', ')} from ${table}`,
      );
      for await (const batch of rows.cursor(ROWS_AT_ONCE)) {
        for (const row of batch) {
          for (const [index, column] of columns.entries()) {
            const value = row[`c${index}`];
            if (value == null) continue;
            const bytes = typeof value === 'string' ? Buffer.from(value, 'utf8') : value;
            findings.look({ place: `postgres ${island}.${name}.${column.name}`, at: `row ${String(row['at'])}`, bytes });
          }
        }
      }
    });
  }

  async function scanLargeObjects(): Promise<void> {
    const objects = await database.pool<{ oid: string }[]>`select oid::text from pg_largeobject_metadata order by oid`;
    for (const { oid } of objects) {
      const [object] = await database.pool<{ bytes: Buffer }[]>`select lo_get(${oid}::oid) as bytes`;
      if (object !== undefined) findings.look({ place: `postgres ${island} large object`, at: oid, bytes: object.bytes });
    }
  }
}

function quoted(identifier: string): string {
  return `"${identifier.replaceAll('"', '""')}"`;
}
