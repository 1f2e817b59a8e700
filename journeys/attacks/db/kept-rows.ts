import { createHash } from 'node:crypto';
import { type Database, openDatabase } from '@academy/platform/db';

/** The rows of a small database, to compare and to put back. */
export type KeptRows = {
  /** Equal while no row of this tenant has changed, come or gone. */
  digestOf(tenantId: string): Promise<string>;
  /** Every table holds what it held at first. */
  restore(): Promise<void>;
  close(): Promise<void>;
};

/** Keeps every row of every tenant's table. `adminUrl` is a superuser's, whom no policy binds. */
export async function keepRows(adminUrl: string): Promise<KeptRows> {
  const database = openDatabase({ url: adminUrl, maxConnections: 1, name: 'attack-keeper' });
  const tables = await tablesOf(database);
  const kept = new Map<string, string>();
  for (const table of tables) kept.set(table, await rowsOf(database, table));
  return {
    async digestOf(tenantId) {
      const digest = createHash('sha256');
      for (const table of tables) digest.update(`${table}\n${await rowsOf(database, table, tenantId)}\n`);
      return digest.digest('hex');
    },
    async restore() {
      const changed: string[] = [];
      for (const table of tables) if ((await rowsOf(database, table)) !== kept.get(table)) changed.push(table);
      if (changed.length === 0) return;
      await database.pool.begin(async (tx) => {
        // Triggers and foreign keys look at changes, and this is none.
        await tx.unsafe(`set local session_replication_role = 'replica'`);
        for (const table of changed) {
          await tx.unsafe(`delete from ${table}`);
          await tx.unsafe(
            `insert into ${table} overriding system value select * from json_populate_recordset(null::${table}, $1::text::json)`,
            [kept.get(table) ?? '[]'],
          );
        }
      });
    },
    close: () => database.close(),
  };
}

async function tablesOf(database: Database): Promise<string[]> {
  const rows = await database.pool<{ name: string }[]>`
    select format('%I.%I', n.nspname, k.relname) as name from pg_class k join pg_namespace n on n.oid = k.relnamespace
    join pg_attribute a on a.attrelid = k.oid and a.attname = 'tenant_id' and not a.attisdropped
    where n.nspname = 'public' and k.relkind = 'r' order by 1`;
  return rows.map(({ name }) => name);
}

async function rowsOf(database: Database, table: string, tenantId?: string): Promise<string> {
  const where = tenantId === undefined ? '' : 'where t.tenant_id = $1::uuid';
  const [row] = await database.pool.unsafe<{ rows: string }[]>(
    `select coalesce(json_agg(t order by t::text), '[]')::text as rows from ${table} t ${where}`,
    tenantId === undefined ? [] : [tenantId],
  );
  return row?.rows ?? '[]';
}
