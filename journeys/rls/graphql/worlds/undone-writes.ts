import { type Database, openDatabase, type Tx } from '@academy/platform/db';
import { sql } from 'drizzle-orm';
import type { Sql } from '../../sql/connection.ts';

/** A row of another tenant than the asking one was inserted, updated or deleted: `INSERT certifications`. */
export type ForeignWrite = string;

/** A database that nobody's writes change, and what they would have done to rows of other tenants. */
type UndoneDatabase = Database & { takeForeign(): readonly ForeignWrite[] };

/** Where a transaction keeps what it did to rows of others. */
const NOTE = 'fuzz.foreign';

/**
 * Each write is carried out, and answered as if it stood; then it is undone. So the same question finds the same rows every time, and whatever a write
 * did to rows of another tenant is known all the same, if `watchForeignWrites` was called for the database.
 */
export function openUndone(url: string, maxConnections: number): UndoneDatabase {
  const database = openDatabase({ url, maxConnections, name: 'fuzz-rls' });
  let foreign: ForeignWrite[] = [];
  return {
    ...database,
    async inTenant(tenantId, mode, work) {
      if (mode === 'read') return database.inTenant(tenantId, mode, work);
      let result: Awaited<ReturnType<typeof work>> | undefined;
      try {
        await database.inTenant(tenantId, mode, async (tx) => {
          result = await work(tx);
          foreign.push(...(await notesOf(tx)));
          throw new Undone();
        });
      } catch (thrown) {
        if (!(thrown instanceof Undone)) throw thrown;
      }
      return result as Awaited<ReturnType<typeof work>>;
    },
    takeForeign() {
      const taken = foreign;
      foreign = [];
      return taken;
    },
  };
}

class Undone extends Error {}

async function notesOf(tx: Tx): Promise<ForeignWrite[]> {
  const [row] = await tx.execute<{ note: string | null }>(sql`select current_setting(${NOTE}, true) as note`);
  return row?.note ? row.note.split(', ').filter((note) => note !== '') : [];
}

/** From now on a transaction notes each row that it writes and that is not this tenant's, in every table that bears a tenant. Needs a superuser. */
export async function watchForeignWrites(admin: Sql, tenantId: string): Promise<void> {
  await admin.unsafe(`
    create schema fuzz;
    create function fuzz.note_foreign() returns trigger language plpgsql as $$
    begin
      if coalesce(to_jsonb(new) ->> tg_argv[0], '${tenantId}') <> '${tenantId}' or coalesce(to_jsonb(old) ->> tg_argv[0], '${tenantId}') <> '${tenantId}' then
        perform set_config('${NOTE}', concat_ws(', ', nullif(current_setting('${NOTE}', true), ''), tg_op || ' ' || tg_table_name), true);
      end if;
      return null;
    end $$`);
  const tables = await admin<{ name: string; bearer: string }[]>`
    select c.relname as name, a.attname as bearer from pg_class c join pg_attribute a on a.attrelid = c.oid
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
      and a.attname = case when c.relname = 'tenant_directory' then 'id' else 'tenant_id' end`;
  for (const { name, bearer } of tables) {
    await admin.unsafe(
      `create trigger fuzz_note_foreign after insert or update or delete on public."${name}" for each row execute function fuzz.note_foreign('${bearer}')`,
    );
  }
}
