import type { Sql } from './connection.ts';
import type { Relation } from './relations.ts';

/** Schema with each relation as the tenant must see it, and one with each as nobody's. */
export const ORACLE = { tenant: 'oracle_tenant', nobody: 'oracle_nobody' } as const;

/**
 * A copy of every relation exists afterwards with just the tenant's rows, and one without any tenant's: the same SQL over the copies says what the
 * tenant, and whoever has none, must get. Relations without a tenant are copied whole: they belong to all.
 */
export async function makeOracle(admin: Sql, relations: readonly Relation[], tenantId: string): Promise<void> {
  for (const [schema, condition] of [
    [ORACLE.tenant, `tenant_id = '${tenantId}'`],
    [ORACLE.nobody, 'false'],
  ] as const) {
    await admin.unsafe(`drop schema if exists ${schema} cascade`);
    await admin.unsafe(`create schema ${schema}`);
    for (const { name, source, columns } of relations) {
      const where = columns.some((column) => column.name === 'tenant_id') ? condition : 'true';
      await admin.unsafe(`create table ${schema}."${name}" as select * from public.${source} where ${where}`);
      // A function that is called in `from` must be there under its name too.
      if (source.endsWith('()')) {
        await admin.unsafe(
          `create function ${schema}.${source} returns setof ${schema}."${name}" language sql as 'select * from ${schema}."${name}"'`,
        );
      }
    }
  }
}

/** Some values of every kind that is compared with, of every tenant: what is not the asker's shows whether it reaches her. */
export async function sampleValues(admin: Sql, relations: readonly Relation[]): Promise<ReadonlyMap<string, readonly string[]>> {
  const pools = new Map<string, Set<string>>();
  for (const { source, columns } of relations) {
    for (const { name, kind } of columns) {
      if (kind === 'json' || kind === 'other') continue;
      const rows = await admin.unsafe<{ value: string }[]>(
        `select distinct "${name}"::text as value from public.${source} where "${name}" is not null order by 1 limit 40`,
      );
      const pool = pools.get(kind) ?? new Set();
      for (const { value } of rows) pool.add(value);
      pools.set(kind, pool);
    }
  }
  return new Map([...pools].map(([kind, values]) => [kind, [...values]]));
}
