import { join } from 'node:path';
import { openDatabase } from '@academy/platform/db';
import { openTestDatabase, type TestDatabase } from '@academy/testing/databases';
import { tenantIdOf } from '@academy/testing/people';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { foreignRows, valueDiffers } from '../expectations/rows.ts';
import { compareInserts } from './compare-inserts.ts';
import { keepRows } from './kept-rows.ts';
import { databaseRequest, playSql, type SqlTarget } from './play-sql.ts';

const tenantIds = { A: tenantIdOf('raices'), B: tenantIdOf('solaris') };
let annex: TestDatabase;
let target: SqlTarget;

/** As the superuser, whom no policy binds. */
async function asAdmin(sql: string): Promise<void> {
  const admin = openDatabase({ url: target.urls.postgres, maxConnections: 1, name: 'planter' });
  await admin.pool.unsafe(sql);
  await admin.close();
}
const play = (request: Record<string, unknown>) => playSql(databaseRequest.parse(request), target);
const last = async (request: Record<string, unknown>) => {
  const outcome = (await play(request)).at(-1);
  if (outcome === undefined) throw new Error('An outcome was expected.');
  return outcome;
};
const asA = (sql: string) => last({ role: 'app_user', tenant: 'A', sql });

beforeAll(async () => {
  annex = await openTestDatabase({
    adminUrl: inject('adminDatabaseUrl'),
    runId: inject('runId'),
    island: 'annex',
    migrations: join(import.meta.dirname, 'small-annex'),
  });
  const postgres = new URL(inject('adminDatabaseUrl'));
  postgres.pathname = new URL(annex.app).pathname;
  target = { roles: 'annex', urls: { app_user: annex.app, app_owner: annex.owner, postgres: postgres.toString() }, tenantIds };
  for (const [letter, id] of Object.entries(tenantIds)) {
    await asAdmin(`insert into certs values ('${id}', 1, 'c-${letter}', 7), ('${id}', 2, 'd-${letter}', 8)`);
    await asAdmin(`insert into events values ('${id}', 1, 'secret-${letter}'), ('${id}', 2, 'other')`);
  }
});
afterAll(() => annex.drop());

describe('what a statement gives', () => {
  test('is its rows, of which none is another tenant’s', async () => {
    const outcome = await asA('select tenant_id from certs');
    expect(outcome.rows).toHaveLength(2);
    expect(foreignRows(outcome, tenantIds, [])).toBe(0);
    expect(await asA('select 1; select count(*)::int c from certs')).toMatchObject({ rows: [{ c: 2 }] });
  });

  test('is nothing without a tenant, also after another one has used the connection', async () => {
    expect((await last({ role: 'app_user', tenant: null, sql: 'select * from certs' })).rows).toEqual([]);
    for (const turns of [
      { tenant: null, afterTenant: 'A' },
      { tenant: 'A', afterTenant: null },
    ]) {
      const outcomes = await play({ role: 'app_user', sql: 'select * from certs', ...turns });
      expect(outcomes.at(-1)).toMatchObject({ tenant: null, rows: [] });
      expect(outcomes.some(({ rows }) => rows.length > 0)).toBe(true);
    }
  });

  test.each([
    ['select tenant_id from certs', 'app_owner', undefined],
    ['truncate certs', 'app_user', '42501'],
    ['set session authorization postgres', 'app_user', '42501'],
    ['drop policy iso on certs', 'app_user', '42501'],
    ['alter role app_user bypassrls', 'app_user', '42501'],
    [`insert into certs(tenant_id,id,code) values('${tenantIds.B}',990001,'x1')`, 'app_user', '42501'],
  ])('%s as %s: %s', async (sql, role, sqlstate) => {
    const outcome = await last({ role, tenant: 'A', sql });
    expect(outcome.sqlstate).toBe(sqlstate);
    expect(foreignRows(outcome, tenantIds, ['secret-B'])).toBe(0);
  });

  test('what is no request of the corpus is an error', async () => {
    expect(databaseRequest.safeParse({ role: 'nobody', tenant: 'A', sql: '' }).success).toBe(false);
    expect(databaseRequest.safeParse({ role: 'app_user', tenant: 'A', sql: '', surprise: 1 }).success).toBe(false);
  });
});

describe('what a case did is seen, and undone', () => {
  test('a delete hits one’s own rows alone', async () => {
    const kept = await keepRows(target.urls.postgres);
    const [mine, theirs] = [await kept.digestOf(tenantIds.A), await kept.digestOf(tenantIds.B)];
    await asA('delete from events');
    expect(await kept.digestOf(tenantIds.B)).toBe(theirs);
    expect(await kept.digestOf(tenantIds.A)).not.toBe(mine);
    await kept.restore();
    expect(await kept.digestOf(tenantIds.A)).toBe(mine);
    await kept.close();
  });

  test('a key of the other tenant answers as one that nobody uses', async () => {
    const insert = (code: string) => `insert into certs(tenant_id, id, code) values ('${tenantIds.A}', 77, '${code}')`;
    const answers = await compareInserts({ used: insert('c-B'), unused: insert('nobodys') }, target);
    expect(answers).toEqual({ used: 'inserted', unused: 'inserted' });
  });
});

describe('a planted mistake is found', () => {
  test('a table without row security shows foreign rows', async () => {
    await asAdmin('alter table certs disable row level security');
    const outcome = await asA('select tenant_id from certs');
    await asAdmin('alter table certs enable row level security');
    expect(foreignRows(outcome, tenantIds, [])).toBe(2);
  });

  test('a foreign secret is found in a row without a tenant', async () => {
    await asAdmin('alter table events disable row level security');
    const outcome = await asA(`select note from events where note like 'secret%'`);
    await asAdmin('alter table events enable row level security');
    expect(foreignRows(outcome, tenantIds, ['secret-B'])).toBe(1);
  });

  test('a unique key across tenants tells that it is used', async () => {
    await asAdmin('create unique index leaky on certs (code)');
    const insert = (code: string) => `insert into certs(tenant_id, id, code) values ('${tenantIds.A}', 77, '${code}')`;
    const answers = await compareInserts({ used: insert('c-B'), unused: insert('nobodys') }, target);
    await asAdmin('drop index leaky');
    expect(answers.used).toMatch(/^23505/);
  });

  test('a table that is not forced is counted, by the roles’ real names', async () => {
    const lint = {
      role: 'postgres',
      sql: `select count(*)::int c from pg_class where relname='certs' and not relforcerowsecurity`,
    };
    const owners = `select count(*) as c from pg_class where relkind='r' and pg_get_userbyid(relowner)='app_owner' and relname='certs'`;
    expect(valueDiffers({ c: 0 }, [{ name: 'annex', outcome: await last(lint) }])).toEqual([]);
    expect(valueDiffers({ c: 1 }, [{ name: 'annex', outcome: await last({ role: 'postgres', sql: owners }) }])).toEqual([]);
    await asAdmin('alter table certs no force row level security');
    const found = { name: 'annex', outcome: await last(lint) };
    await asAdmin('alter table certs force row level security');
    expect(valueDiffers({ c: 0 }, [found, found])).toEqual(['expected c 0, got 2 (annex: 1, annex: 1)']);
  });
});
