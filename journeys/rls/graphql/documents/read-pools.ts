import { ISLANDS, type IslandName } from '@academy/platform/topology';
import type { Sql } from '../../sql/connection.ts';
import type { Pool } from './pools.ts';

/** Of each kind and side so many. */
const MOST = 60;
const MOST_WORDS = 200;
/** Columns that nobody asks by: what is sealed, hashed or kept for us. */
const NOT_ASKED_FOR = /_sealed$|_index$|hash|secret|^detail$|^actor_kind$|^operation$|^body$/;

type Column = { readonly table: string; readonly column: string; readonly type: string; readonly hasTenant: boolean };

/** Values that a question can name, from the rows themselves: ids by table, texts by column, words. The same for the same rows. */
export async function readPools(
  admin: Readonly<Record<IslandName, Sql>>,
  ownTenantId: string,
): Promise<{ ids: Map<string, Pool>; texts: Map<string, Pool>; words: Pool }> {
  const ids = new Map<string, Pool>();
  const texts = new Map<string, Pool>();
  for (const island of ISLANDS) {
    for (const column of await columnsOf(admin[island])) {
      const pool = await poolOf(admin[island], column, ownTenantId);
      if (pool.own.length + pool.others.length === 0) continue;
      if (column.type === 'uuid') add(ids, column.table, pool);
      else add(texts, column.column, pool);
    }
  }
  const prose = ['title', 'summary', 'display_name', 'prompt', 'name']
    .map((name) => texts.get(name))
    .filter((pool) => pool !== undefined);
  const words = (side: 'own' | 'others') =>
    [
      ...new Set(
        prose.flatMap((pool) => pool[side].flatMap((text) => text.split(/[^\p{L}]+/u).filter((word) => word.length > 3))),
      ),
    ].slice(0, MOST_WORDS);
  return { ids, texts, words: { own: words('own'), others: words('others') } };
}

/** The ids of rows, and the short texts of tables. */
async function columnsOf(admin: Sql): Promise<Column[]> {
  const rows = await admin<{ table: string; column: string; type: string; has_tenant: boolean }[]>`
    select c.relname as table, a.attname as column, t.typname as type,
      exists (select from pg_attribute o where o.attrelid = c.oid and o.attname = 'tenant_id') as has_tenant
    from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped join pg_type t on t.oid = a.atttypid
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition and c.relname <> 'schema_migrations'
      and ((t.typname = 'uuid' and a.attname = 'id') or t.typname = 'text') order by 1, 2`;
  return rows
    .filter(({ column }) => !NOT_ASKED_FOR.test(column))
    .map(({ has_tenant: hasTenant, ...column }) => ({ ...column, hasTenant }));
}

async function poolOf(admin: Sql, { table, column, hasTenant }: Column, ownTenantId: string): Promise<Pool> {
  const values = (condition: string) =>
    admin.unsafe<{ value: string }[]>(
      `select distinct "${column}"::text as value from public."${table}" where ${condition} and "${column}" is not null and length("${column}"::text) < 200 order by 1 limit ${MOST}`,
    );
  const bearer = hasTenant ? 'tenant_id' : table === 'tenant_directory' ? 'id' : undefined;
  const own = (await values(bearer === undefined ? 'true' : `"${bearer}" = '${ownTenantId}'`)).map(({ value }) => value);
  const others = bearer === undefined ? [] : (await values(`"${bearer}" <> '${ownTenantId}'`)).map(({ value }) => value);
  return { own, others: others.filter((value) => !own.includes(value)) };
}

function add(pools: Map<string, Pool>, name: string, { own, others }: Pool): void {
  // What everybody calls a tenant stands in a table of another name.
  const key = name === 'tenant_directory' ? 'tenants' : name;
  const before = pools.get(key);
  const merged = {
    own: [...new Set([...(before?.own ?? []), ...own])],
    others: [...new Set([...(before?.others ?? []), ...others])],
  };
  pools.set(key, { own: merged.own, others: merged.others.filter((value) => !merged.own.includes(value)) });
}
