import { acrossTenants, type Database, openDatabase } from '@academy/platform/db';

/** Where tables are looked for first. */
export type TableView = 'policies' | 'plain' | 'unaudited';

/**
 * Beside the tables of one island's database stand two schemas afterwards. `plain`: each table under row-level security as a view of one tenant's rows, with the
 * tenant as a constant in its predicate, and an audit log that keeps nothing; the view's owner is a superuser, whom no policy binds. `unaudited`: that audit
 * log alone. `adminUrl` is a superuser's, of this very database.
 */
export async function addPlainTables(adminUrl: string, tenantId: string, runtimeRole: string): Promise<void> {
  const admin = openDatabase({ url: adminUrl, maxConnections: 1, name: 'bench' });
  try {
    const tables = await admin.pool<{ name: string }[]>`
      select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where n.nspname = 'public' and c.relkind in ('r', 'p') and not c.relispartition and c.relrowsecurity order by 1`;
    for (const schema of ['plain', 'unaudited']) {
      await admin.pool.unsafe(`create schema ${schema}`);
      for (const { name } of schema === 'plain' ? tables : tables.filter((one) => one.name === 'audit_log')) {
        const view = `${schema}."${name}"`;
        await admin.pool.unsafe(`create view ${view} as select * from public."${name}" where tenant_id = '${tenantId}'::uuid`);
        if (name === 'audit_log') await admin.pool.unsafe(`create rule nothing as on insert to ${view} do instead nothing`);
      }
      await admin.pool.unsafe(`grant usage on schema ${schema} to "${runtimeRole}"`);
      await admin.pool.unsafe(`grant select, insert, update, delete on all tables in schema ${schema} to "${runtimeRole}"`);
    }
  } finally {
    await admin.close();
  }
}

/** The island's database as its runtime role, under policies or through the views that stand in their place. */
export function openAs(view: TableView, options: { url: string; maxConnections: number; name: string }): Database {
  if (view === 'policies') return openDatabase(options);
  const url = new URL(options.url);
  url.searchParams.set('search_path', `${view},public`);
  const opened = openDatabase({ ...options, url: url.toString() });
  return view === 'unaudited' ? opened : withoutTenant(opened);
}

/** The same transactions, in which no tenant is set: whatever is looked at names its own. */
function withoutTenant(database: Database): Database {
  const { pool } = database;
  return {
    ...database,
    async inTenant(_tenantId, mode, work) {
      const access = mode === 'read' ? 'read only' : 'read write';
      return (await pool.begin(access, (client) => work(acrossTenants(client)))) as Awaited<ReturnType<typeof work>>;
    },
  };
}
