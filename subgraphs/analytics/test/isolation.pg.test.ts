import { openDatabase } from '@academy/platform/db';
import { newId } from '@academy/platform/ids';
import { tenantIdOf } from '@academy/testing/people';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Academy, openAcademy } from './academy.ts';

let academy: Academy;
beforeAll(async () => {
  academy = await openAcademy();
  await academy.manyComplete('instalacion-fotovoltaica', 2, { at: new Date('2026-02-10T00:00:00.000Z') });
  await academy.manyComplete('instalacion-fotovoltaica', 3, { tenant: 'solaris', at: new Date('2026-02-20T00:00:00.000Z') });
  await academy.manyComplete('instalacion-fotovoltaica', 1, { learner: 'old', at: new Date('2020-02-10T00:00:00.000Z') });
});
afterAll(() => academy.island.close());

const raices = tenantIdOf('raices');
const solaris = tenantIdOf('solaris');

type TableRow = {
  name: string;
  enabled: boolean;
  forced: boolean;
  policies: { permissive: boolean; using: string; check: string }[];
};

async function tables(condition: string): Promise<TableRow[]> {
  return academy.island.database.pool.unsafe<TableRow[]>(`
    select c.relname as name, c.relrowsecurity as enabled, c.relforcerowsecurity as forced,
      (select coalesce(json_agg(json_build_object('permissive', p.polpermissive,
        'using', pg_get_expr(p.polqual, p.polrelid), 'check', pg_get_expr(p.polwithcheck, p.polrelid))), '[]')
        from pg_policy p where p.polrelid = c.oid) as policies
    from pg_class c where c.relnamespace = 'public'::regnamespace and ${condition} order by 1`);
}

function monthsFrom2025To2028(): string[] {
  return Array.from(
    { length: 48 },
    (_, index) => `facts_${2025 + Math.floor(index / 12)}_${String((index % 12) + 1).padStart(2, '0')}`,
  );
}

test('the facts, each of their partitions, the watermarks and the versions of reports are under the same one policy, forced on their owner too', async () => {
  const found = await tables(
    `(c.relname in ('facts', 'watermarks', 'report_versions') or c.oid in (select inhrelid from pg_inherits where inhparent = 'facts'::regclass))`,
  );
  expect(found.map((table) => table.name)).toEqual([
    'facts',
    ...monthsFrom2025To2028(),
    'facts_default',
    'report_versions',
    'watermarks',
  ]);
  const condition =
    "(tenant_id = ( SELECT (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid AS \"nullif\"))";
  for (const { name, ...rest } of found) {
    expect({ name, ...rest }).toEqual({
      name,
      enabled: true,
      forced: true,
      policies: [{ permissive: true, using: condition, check: condition }],
    });
  }
});

test('no table of the island with a tenant’s rows goes without forced row security', async () => {
  const bare = await tables(`c.relkind in ('r', 'p') and not (c.relrowsecurity and c.relforcerowsecurity)
    and exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'tenant_id')`);
  expect(bare).toEqual([]);
});

test('the partitions leave no month out: each begins where the one before ends, in UTC', async () => {
  const bounds = await academy.island.database.pool.begin(async (tx) => {
    await tx`set local timezone to 'UTC'`;
    return tx<{ bound: string }[]>`
      select pg_get_expr(relpartbound, oid) as bound from pg_class
      where oid in (select inhrelid from pg_inherits where inhparent = 'facts'::regclass) order by relname`;
  });
  const instants = bounds.flatMap(({ bound }) => [...bound.matchAll(/'([^']+)\+00'/g)].map((match) => match[1] ?? ''));
  expect(instants).toHaveLength(96);
  expect([instants[0], instants[95]]).toEqual(['2025-01-01 00:00:00', '2029-01-01 00:00:00']);
  for (let index = 1; index < 95; index += 2) expect(instants[index]).toBe(instants[index + 1]);
  expect(bounds.at(-1)).toEqual({ bound: 'DEFAULT' });
});

describe.each([
  ['facts', 3, 3],
  ['facts_2026_02', 2, 3],
  ['facts_default', 1, 0],
  ['watermarks', 1, 1],
  ['report_versions', 1, 1],
])('rows of %s', (table, ofRaices, ofSolaris) => {
  const seenBy = (tenantId: string) =>
    academy.island.database.inTenant(tenantId, 'read', async (tx) => [...(await tx.execute(`select tenant_id from ${table}`))]);

  test('are seen by their tenant alone, and by nobody outside of a tenant', async () => {
    expect(await seenBy(raices)).toEqual(Array(ofRaices).fill({ tenant_id: raices }));
    expect(await seenBy(solaris)).toEqual(Array(ofSolaris).fill({ tenant_id: solaris }));
    expect(await seenBy(newId())).toEqual([]);
    expect(await academy.island.database.pool.unsafe(`select tenant_id from ${table}`)).toHaveLength(0);
  });

  test('are hidden from the owner of the table', async () => {
    const owner = openDatabase({ url: academy.island.urls.owner, maxConnections: 1, name: 'owner' });
    expect(await owner.pool.unsafe(`select tenant_id from ${table}`)).toHaveLength(0);
    await owner.close();
  });
});

test.each(['facts', 'facts_2026_02', 'facts_default'])(
  'a transaction of one tenant writes no row of another into %s',
  async (table) => {
    const insert = `insert into ${table} (tenant_id, event_id, kind, course_id, learner_id, object_id, occurred_at)
    values ('${solaris}', '${newId()}', 'COURSE_COMPLETED', '${newId()}', '${newId()}', '${newId()}', '2026-02-15T00:00:00Z')`;
    await expect(academy.island.inTenant(raices, (tx) => tx.execute(insert))).rejects.toMatchObject({ cause: { code: '42501' } });
  },
);

test('a transaction of one tenant neither makes nor raises a version of another', async () => {
  const insert = `insert into report_versions (tenant_id, report, version, changed_at) values ('${newId()}', 'COMPLETION', 1, now())`;
  await expect(academy.island.inTenant(raices, (tx) => tx.execute(insert))).rejects.toMatchObject({ cause: { code: '42501' } });
  const raise = `update report_versions set version = version + 1 where tenant_id = '${solaris}' returning version`;
  expect(await academy.island.inTenant(raices, (tx) => tx.execute(raise))).toHaveLength(0);
});

test.each([
  'update facts set kind = kind',
  'delete from facts',
  'update facts_2026_02 set kind = kind',
  'delete from facts_2026_02',
  'truncate facts',
])('facts can only grow: `%s` is refused', async (statement) => {
  await expect(academy.island.inTenant(raices, (tx) => tx.execute(statement))).rejects.toMatchObject({
    cause: { code: '42501' },
  });
});

test('the runtime role owns no table, adds facts through their parent alone, and every key begins with the tenant', async () => {
  const found = await academy.island.database.pool<{ name: string; owner: string; rights: string[]; loose: number }[]>`
    select c.relname as name, pg_get_userbyid(c.relowner) as owner,
      array(select r from unnest(array['SELECT', 'INSERT', 'UPDATE', 'DELETE', 'TRUNCATE']) r
        where has_table_privilege('analytics_app', c.oid, r)) as rights,
      (select count(*)::int from pg_index i join pg_attribute a on a.attrelid = c.oid and a.attnum = i.indkey[0]
        where i.indrelid = c.oid and a.attname <> 'tenant_id') as loose
    from pg_class c where c.relname = 'facts' or c.oid in (select inhrelid from pg_inherits where inhparent = 'facts'::regclass)`;
  expect(found).toHaveLength(50);
  for (const { name, ...rest } of found) {
    const rights = name === 'facts' ? ['SELECT', 'INSERT'] : ['SELECT'];
    expect({ name, ...rest }).toEqual({ name, owner: 'analytics_owner', rights, loose: 0 });
  }
});
