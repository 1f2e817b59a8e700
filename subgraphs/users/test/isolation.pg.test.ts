import { openDatabase } from '@academy/platform/db';
import { newId } from '@academy/platform/ids';
import type { TestIsland } from '@academy/testing/island';
import { tenantIdOf, userIdOf } from '@academy/testing/people';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addIdentities, findUserIdBy } from '../src/store/identity.ts';
import type { Services } from '../src/worker-context.ts';
import { openUsers } from './open-users.ts';

let users: TestIsland<Services>;
beforeAll(async () => {
  users = await openUsers();
});
afterAll(() => users.close());

const raices = tenantIdOf('raices');
const solaris = tenantIdOf('solaris');
const TENANT_TABLES = [
  'assignments',
  'centres',
  'data_keys',
  'disclosures',
  'notifications',
  'persona_grants',
  'portfolio_entries',
  'user_identities',
  'users',
  'webhook_deliveries',
  'webhooks',
];

test('every table with tenant data is under one permissive policy, forced on its owner too', async () => {
  const rows = await users.database.pool`
    select c.relname as name, c.relrowsecurity as enabled, c.relforcerowsecurity as forced, pg_get_userbyid(c.relowner) as owner,
      (select count(*)::int from pg_policy p where p.polrelid = c.oid) as policies,
      (select bool_and(p.polpermissive) from pg_policy p where p.polrelid = c.oid) as permissive
    from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'tenant_id'
    where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace and c.relname in ${users.database.pool(TENANT_TABLES)} order by 1`;
  expect([...rows]).toEqual(
    TENANT_TABLES.map((name) => ({ name, enabled: true, forced: true, owner: 'users_owner', policies: 1, permissive: true })),
  );
});

test('the register of tenants is the only table of the island that bears no tenant', async () => {
  const rows = await users.database.pool<{ name: string }[]>`
    select c.relname as name from pg_class c where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace
      and not exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'tenant_id') order by 1`;
  expect(rows.map((row) => row.name)).toEqual(['schema_migrations', 'tenant_directory']);
});

describe.each(['centres', 'users', 'user_identities', 'persona_grants'])('rows of %s', (table) => {
  test('are seen by their tenant alone, and by nobody outside of a tenant', async () => {
    const { pool } = users.database;
    const tenantsSeenBy = async (tenantId: string) =>
      users.database.inTenant(tenantId, 'read', async (tx) => [...(await tx.execute(`select distinct tenant_id from ${table}`))]);
    expect(await tenantsSeenBy(raices)).toEqual([{ tenant_id: raices }]);
    expect(await tenantsSeenBy(solaris)).toEqual([{ tenant_id: solaris }]);
    expect(await tenantsSeenBy(newId())).toEqual([]);
    expect(await pool.unsafe(`select tenant_id from ${table}`)).toHaveLength(0);
  });

  test('are hidden from the owner of the table', async () => {
    const owner = openDatabase({ url: users.urls.owner, maxConnections: 1, name: 'owner' });
    expect(await owner.pool.unsafe(`select tenant_id from ${table}`)).toHaveLength(0);
    await owner.close();
  });
});

test('a transaction of one tenant can neither write nor change rows of another', async () => {
  const at = new Date().toISOString();
  const insert = `insert into users (tenant_id, id, display_name, created_at, changed_at) values ('${solaris}', '${newId()}', 'Intrusa', '${at}', '${at}')`;
  await expect(users.inTenant(raices, (tx) => tx.execute(insert))).rejects.toMatchObject({ cause: { code: '42501' } });
  const rename = `update users set display_name = 'Intrusa' where id = '${userIdOf('solaris', 'diego')}' returning id`;
  expect(await users.inTenant(raices, (tx) => tx.execute(rename))).toHaveLength(0);
});

test('the audit log can only grow, and no tenant can be struck from the register', async () => {
  for (const statement of ['update audit_log set why = null', 'delete from audit_log', 'delete from tenant_directory']) {
    await expect(users.inTenant(raices, (tx) => tx.execute(statement))).rejects.toMatchObject({ cause: { code: '42501' } });
  }
});

test('an e-mail address belongs to one person of a tenant, and may belong to one of another tenant too', async () => {
  const take = (tenantId: string, email: string) =>
    users.inTenant(tenantId, async (tx) => {
      const id = newId();
      const at = '2026-03-02T16:00:00Z';
      await tx.execute(
        `insert into users (tenant_id, id, display_name, created_at, changed_at) values ('${tenantId}', '${id}', 'Nueva', '${at}', '${at}')`,
      );
      await addIdentities(tx, users.context.vault, tenantId, [{ userId: id, fullName: 'Nueva Persona', email, curp: null }]);
      return id;
    });
  const taken = take(raices, ' Alice@Raices.example.mx');
  await expect(taken).rejects.toMatchObject({ cause: { code: '23505' } });
  // Neither the driver's detail nor the query's parameters tell the address.
  expect(JSON.stringify(await taken.catch((thrown: Error) => [thrown, thrown.message, thrown.cause]))).not.toMatch(
    /raices\.example/i,
  );
  const other = await take(solaris, 'alice@raices.example.mx');
  const found = await users.inTenant(solaris, (tx) =>
    findUserIdBy(tx, users.context.vault, { tenantId: solaris, field: 'email', value: 'ALICE@raices.example.mx' }),
  );
  expect(found).toBe(other);
});
