import { openDatabase } from '@academy/platform/db';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openAcademyYear, raices, solaris, waysOf } from './academy-year.ts';

let year: Awaited<ReturnType<typeof openAcademyYear>>;
beforeAll(async () => {
  year = await openAcademyYear();
  await year.complete(waysOf('raices', 'huerto', 3), '2026-03-10T12:00:00.000Z');
  await year.complete(waysOf('raices', 'huerto', 2, 101), '2031-03-10T12:00:00.000Z');
  await year.complete(waysOf('solaris', 'huerto', 4), '2026-03-10T12:00:00.000Z');
});
afterAll(() => year[Symbol.asyncDispose]());

test('every table and partition has row security on and forced, one policy on the tenant, keys with the tenant, and an owner that is not the runtime role', async () => {
  const tables = await year.island.database.pool<
    { name: string; is_partition: boolean; forced: boolean; policies: string[]; loose: number; owner: string }[]
  >`
    select k.relname as name, k.relispartition as is_partition, k.relrowsecurity and k.relforcerowsecurity as forced,
      array(select pg_get_expr(p.polqual, p.polrelid) || pg_get_expr(p.polwithcheck, p.polrelid) from pg_policy p where p.polrelid = k.oid) as policies,
      (select count(*)::int from pg_index i where i.indrelid = k.oid and i.indisunique
         and not exists (select 1 from pg_attribute a where a.attrelid = k.oid and a.attname = 'tenant_id' and a.attnum = i.indkey[0])) as loose,
      pg_get_userbyid(k.relowner) as owner
    from pg_class k join pg_namespace n on n.oid = k.relnamespace
    where n.nspname = 'public' and k.relkind in ('r', 'p') and k.relname <> 'schema_migrations'`;
  // 48 months from 2025-01 to 2028-12, and the default.
  expect(tables.filter((table) => table.is_partition)).toHaveLength(49);
  expect(tables.map((table) => table.name)).toEqual(
    expect.arrayContaining(['facts', 'facts_2025_01', 'facts_2028_12', 'facts_default', 'watermarks']),
  );
  const isSound = (table: (typeof tables)[number]) =>
    table.forced &&
    table.policies.length === 1 &&
    table.policies[0]?.includes('app.tenant_id') &&
    table.loose === 0 &&
    table.owner === 'analytics_owner';
  expect(tables.filter((table) => !isSound(table))).toEqual([]);
});

test('the runtime role may add facts and read them, and neither change nor remove any, nor write to a partition past its parent', async () => {
  const rights = await year.island.database.pool<{ name: string; rights: string[] }[]>`
    select k.relname as name, array(select r from unnest(array['SELECT', 'INSERT', 'UPDATE', 'DELETE', 'TRUNCATE']) r
      where has_table_privilege('analytics_app', k.oid, r)) as rights
    from pg_class k where k.relname like 'facts%' and k.relkind in ('r', 'p')`;
  expect(rights).toHaveLength(50);
  for (const table of rights)
    expect(table.rights, table.name).toEqual(table.name === 'facts' ? ['SELECT', 'INSERT'] : ['SELECT']);
});

test.each([
  ['facts', 5, 4],
  ['facts_2026_03', 3, 4],
  ['facts_default', 2, 0],
])('a tenant that reads %s directly sees its own facts only', async (table, ofRaices, ofSolaris) => {
  const count = (tenantId: string) =>
    year.island.inTenant(tenantId, async (tx) => (await tx.execute(`select 1 from ${table}`)).length);
  expect([await count(raices), await count(solaris)]).toEqual([ofRaices, ofSolaris]);
  expect(await year.island.database.pool.unsafe(`select 1 from ${table}`)).toHaveLength(0);
});

test('the owner of the partitions sees no tenant’s facts either', async () => {
  const owner = openDatabase({ url: year.island.urls.owner, maxConnections: 1, name: 'owner' });
  for (const table of ['facts', 'facts_2026_03', 'facts_default']) {
    expect(await owner.pool.unsafe(`select 1 from ${table}`)).toHaveLength(0);
  }
  await owner.close();
});

test('a fact cannot be written for another tenant', async () => {
  const writing = year.island.inTenant(raices, (tx) =>
    tx.execute(`insert into facts (tenant_id, event_id, kind, course_id, learner_id, object_id, occurred_at)
      values ('${solaris}', gen_random_uuid(), 'COURSE_COMPLETED', gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), '2026-03-10')`),
  );
  await expect(writing).rejects.toMatchObject({ cause: { code: '42501' } });
});
