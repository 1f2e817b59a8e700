import { fileURLToPath } from 'node:url';
import { openDatabase, outbox, RequestDatabase, sqlState } from '@academy/platform/db';
import { newId } from '@academy/platform/ids';
import { openTestDatabase, type TestDatabase } from '@academy/testing/databases';
import { tenantIdOf } from '@academy/testing/people';
import { inArray } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';

const raices = tenantIdOf('raices');
const solaris = tenantIdOf('solaris');
const migrations = fileURLToPath(new URL('./fixtures/no-migrations', import.meta.url));

const eventOf = (tenantId: string) => ({
  tenantId,
  id: newId(),
  type: 'mx.madfam.users.test.happened.v1',
  subject: 's',
  data: {},
  occurredAt: new Date(),
});

describe('a tenant’s rows', () => {
  let db: TestDatabase;
  beforeAll(async () => {
    db = await openTestDatabase({ adminUrl: inject('adminDatabaseUrl'), runId: inject('runId'), island: 'users', migrations });
    await db.database.inTenant(raices, 'write', (tx) => tx.insert(outbox).values([eventOf(raices), eventOf(raices)]));
    await db.database.inTenant(solaris, 'write', (tx) => tx.insert(outbox).values(eventOf(solaris)));
  });
  afterAll(() => db.drop());

  test('are all that a transaction of the tenant sees', async () => {
    const rows = await db.database.inTenant(raices, 'read', (tx) => tx.select().from(outbox));
    expect(rows.map((row) => row.tenantId)).toEqual([raices, raices]);
  });

  test('are hidden outside of a tenant transaction', async () => {
    expect(await db.database.pool`select * from outbox`).toHaveLength(0);
  });

  test('cannot be written by a transaction of another tenant', async () => {
    const writing = db.database.inTenant(raices, 'write', (tx) => tx.insert(outbox).values(eventOf(solaris)));
    await expect(writing).rejects.toMatchObject({ cause: { code: '42501' } });
  });

  test('are hidden from the owner of the table too', async () => {
    const owner = openDatabase({ url: db.owner, maxConnections: 1, name: 'owner' });
    expect(await owner.pool`select * from outbox`).toHaveLength(0);
    await owner.close();
  });

  test('do not leak into the next transaction on the same connection', async () => {
    const single = openDatabase({ url: db.app, maxConnections: 1, name: 'single' });
    await single.inTenant(solaris, 'read', (tx) => tx.select().from(outbox));
    expect(await single.pool`select * from outbox`).toHaveLength(0);
    await single.close();
  });

  test('stay apart when transactions of both tenants take turns on few connections', async () => {
    const narrow = openDatabase({ url: db.app, maxConnections: 2, name: 'narrow' });
    const turns = Array.from({ length: 40 }, (_, i) => (i % 2 === 0 ? raices : solaris));
    const seen = await Promise.all(
      turns.map((tenant) => narrow.inTenant(tenant, 'read', (tx) => tx.select({ tenantId: outbox.tenantId }).from(outbox))),
    );
    for (const [i, rows] of seen.entries()) {
      expect(rows.length).toBeGreaterThan(0);
      expect(new Set(rows.map((row) => row.tenantId))).toEqual(new Set([turns[i]]));
    }
    await narrow.close();
  });

  test('cannot be changed in a transaction that reads', async () => {
    const writing = db.database.inTenant(raices, 'read', (tx) => tx.insert(outbox).values(eventOf(raices)));
    await expect(writing.catch((thrown: unknown) => sqlState(thrown))).resolves.toBe('25006');
  });

  test('are seen across tenants by the relay, in the two tables that it works on and in no other', async () => {
    expect(await db.relayDatabase.pool`select * from outbox`).toHaveLength(3);
    await expect(db.relayDatabase.pool`select * from inbox`).rejects.toMatchObject({ code: '42501' });
  });

  test('cannot be deleted from the outbox by the runtime role', async () => {
    await expect(db.database.pool`delete from outbox`).rejects.toMatchObject({ code: '42501' });
  });

  test('are asked for with statements that a connection parses once, but for those with a long list of ids', async () => {
    const narrow = openDatabase({ url: db.app, maxConnections: 1, name: 'narrow' });
    const find = (count: number) =>
      narrow.inTenant(raices, 'read', (tx) =>
        tx
          .select()
          .from(outbox)
          .where(
            inArray(
              outbox.id,
              Array.from({ length: count }, () => newId()),
            ),
          ),
      );
    for (const count of [3, 3, 3, 17, 18, 19]) await find(count);
    const kept = await narrow.pool<{ statement: string }[]>`select statement from pg_prepared_statements`;
    expect(
      kept.filter(({ statement }) => statement.includes('"outbox"')).map(({ statement }) => statement.match(/\$\d+/g)?.length),
    ).toEqual([3]);
    await narrow.close();
  });
});

describe('every table', () => {
  test('with tenant data has row security on and forced, one permissive policy, and keys that begin with the tenant', async () => {
    const db = await openTestDatabase({
      adminUrl: inject('adminDatabaseUrl'),
      runId: inject('runId'),
      island: 'users',
      migrations,
    });
    const owner = openDatabase({ url: db.owner, maxConnections: 1, name: 'owner' });
    const tables = await owner.pool<{ name: string; forced: boolean; policies: number; loose: number }[]>`
      select k.relname as name, k.relrowsecurity and k.relforcerowsecurity as forced,
        (select count(*)::int from pg_policy p where p.polrelid = k.oid and p.polpermissive) as policies,
        (select count(*)::int from pg_index i where i.indrelid = k.oid and i.indisunique
           and not exists (select 1 from pg_attribute a where a.attrelid = k.oid and a.attname = 'tenant_id' and a.attnum = any(i.indkey))) as loose
      from pg_class k join pg_namespace n on n.oid = k.relnamespace
      where n.nspname = 'public' and k.relkind in ('r', 'p') and k.relname <> 'schema_migrations'`;
    expect(tables.length).toBeGreaterThan(6);
    expect(tables.filter((table) => !table.forced || table.policies !== 1 || table.loose !== 0)).toEqual([]);
    await owner.close();
    await db.drop();
  });
});

describe('the database of one operation', () => {
  test('shares one transaction among its reads, and a write ends it, so that the next read sees what was written', async () => {
    const db = await openTestDatabase({
      adminUrl: inject('adminDatabaseUrl'),
      runId: inject('runId'),
      island: 'users',
      migrations,
    });
    const narrow = openDatabase({ url: db.app, maxConnections: 1, name: 'narrow' });
    const operation = new RequestDatabase(narrow, raices);
    const count = () => operation.read(async (tx) => (await tx.select().from(outbox)).length);
    const [first, second] = await Promise.all([count(), count()]);
    await operation.write((tx) => tx.insert(outbox).values(eventOf(raices)));
    expect([first, second, await count()]).toEqual([0, 0, 1]);
    await operation.close();
    await narrow.close();
    await db.drop();
  });

  test('opens no transaction once the operation is over: a resolver that comes late holds no connection for ever', async () => {
    const db = await openTestDatabase({
      adminUrl: inject('adminDatabaseUrl'),
      runId: inject('runId'),
      island: 'users',
      migrations,
    });
    const narrow = openDatabase({ url: db.app, maxConnections: 1, name: 'narrow' });
    const over = new RequestDatabase(narrow, raices);
    const count = (operation: RequestDatabase) => operation.read(async (tx) => (await tx.select().from(outbox)).length);
    expect(await count(over)).toBe(0);
    await over.close();
    await expect(count(over)).rejects.toMatchObject({ code: 'TIMEOUT' });
    const next = new RequestDatabase(narrow, raices);
    expect(await count(next)).toBe(0);
    await next.close();
    await narrow.close();
    await db.drop();
  });
});
