import { fileURLToPath } from 'node:url';
import { openDatabase } from '@academy/platform/db';
import { openTestDatabase } from '@academy/testing/databases';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { OTHERS, OWN } from './prepare-worlds.ts';
import { changedTables } from './sum-rows.ts';
import { openUndone, watchForeignWrites } from './undone-writes.ts';

const other = OTHERS[0].id;
let base: Awaited<ReturnType<typeof openTestDatabase>>;
let undone: ReturnType<typeof openUndone>;

beforeAll(async () => {
  const adminUrl = inject('adminDatabaseUrl');
  const migrations = fileURLToPath(new URL('../../../../subgraphs/courses/migrations', import.meta.url));
  base = await openTestDatabase({ adminUrl, runId: inject('runId'), island: 'courses', migrations });
  const url = new URL(adminUrl);
  url.pathname = new URL(base.app).pathname;
  const admin = openDatabase({ url: url.toString(), maxConnections: 1, name: 'fuzz-rls-test' });
  await watchForeignWrites(admin.pool, OWN.id);
  await admin.close();
  undone = openUndone(base.app, 2);
});
afterAll(async () => {
  await undone.close();
  await base.drop();
});

/** Adds a row as this tenant, and tells how many there are then. */
function addRow(tenantId: string): Promise<number> {
  return undone.inTenant(tenantId, 'write', async (tx) => {
    await tx.execute(
      sql`insert into idempotency_keys (tenant_id, actor_id, operation, key, input_hash, answer) values (${tenantId}, ${tenantId}, 'try', 'k', 'h', '{}')`,
    );
    return (await tx.execute(sql`select 1 from idempotency_keys`)).length;
  });
}

test('a write is answered as if it stood, and does not stand', async () => {
  expect(await addRow(OWN.id)).toBe(1);
  expect(await addRow(OWN.id)).toBe(1);
  expect(
    await undone.inTenant(OWN.id, 'read', async (tx) => (await tx.execute(sql`select 1 from idempotency_keys`)).length),
  ).toBe(0);
  expect(undone.takeForeign()).toEqual([]);
});

test('what it did to another tenant’s rows is told once', async () => {
  await addRow(other);
  expect(undone.takeForeign()).toEqual(['INSERT idempotency_keys']);
  expect(undone.takeForeign()).toEqual([]);
});

test('a write that fails is that failure', async () => {
  const failing = undone.inTenant(OWN.id, 'write', async () => {
    throw new Error('of the work itself');
  });
  await expect(failing).rejects.toThrow('of the work itself');
});

test('tables are the same when their sums are', () => {
  expect(
    changedTables(
      new Map([
        ['a', '1'],
        ['b', '2'],
      ]),
      new Map([
        ['a', '1'],
        ['b', '3'],
      ]),
    ),
  ).toEqual(['b']);
});
