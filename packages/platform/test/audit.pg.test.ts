import { fileURLToPath } from 'node:url';
import type { Principal } from '@academy/kernel';
import {
  type AuditQuestion,
  auditLog,
  type ChainEnd,
  hashOf,
  readAudit,
  recordAudit,
  verifyChain,
} from '@academy/platform/audit';
import { openDatabase, RequestDatabase, sqlState } from '@academy/platform/db';
import { openTestDatabase, type TestDatabase } from '@academy/testing/databases';
import { person, tenantIdOf, worker } from '@academy/testing/people';
import { afterEach, beforeEach, describe, expect, inject, test } from 'vitest';

const raices = tenantIdOf('raices');
const solaris = tenantIdOf('solaris');
const carla = person('raices', 'carla', 'admin');
const sara = person('raices', 'sara', 'super_admin');
const migrations = fileURLToPath(new URL('./fixtures/no-migrations', import.meta.url));

let db: TestDatabase;
beforeEach(async () => {
  db = await openTestDatabase({ adminUrl: inject('adminDatabaseUrl'), runId: inject('runId'), island: 'users', migrations });
});
afterEach(() => db.drop());

function record(principal: Principal, subject: string, why?: string): Promise<void> {
  return db.database.inTenant(principal.tenantId, 'write', (tx) =>
    recordAudit(tx, { principal, action: 'tenant.suspend', subject, why, detail: { áé: 'ñ', n: 1 }, at: new Date() }),
  );
}

/** Runs statements as a superuser who has switched the triggers off: somebody who may do anything with this one database. */
async function tamper(...statements: readonly string[]): Promise<void> {
  const url = new URL(inject('adminDatabaseUrl'));
  url.pathname = new URL(db.app).pathname;
  const admin = openDatabase({ url: url.toString(), maxConnections: 1, name: 'tamper' });
  await admin.pool`set session_replication_role = replica`;
  for (const statement of statements) await admin.pool.unsafe(statement);
  await admin.close();
}

async function endOf(tenantId: string): Promise<ChainEnd> {
  const verdict = await verifyChain(db.database, tenantId);
  if (!verdict.isWhole) throw new Error(`not whole at ${verdict.flaw.number}`);
  return verdict.end;
}

test('entries of a tenant are numbered without gaps and chained, whoever writes at the same time', async () => {
  const diego = person('solaris', 'diego', 'learner');
  await Promise.all(
    Array.from({ length: 30 }, (_, i) => record(i % 3 === 0 ? diego : carla, `subject-${i}`, 'Porqué: ñandú 🌱')),
  );
  expect(await endOf(raices)).toMatchObject({ number: 20 });
  expect(await endOf(solaris)).toMatchObject({ number: 10 });
});

test('an act that is rolled back leaves neither entry nor gap', async () => {
  await record(carla, 'one');
  const failing = db.database.inTenant(raices, 'write', async (tx) => {
    await recordAudit(tx, { principal: carla, action: 'tenant.suspend', subject: 'never', at: new Date() });
    throw new Error('the act failed');
  });
  await expect(failing).rejects.toThrow('the act failed');
  await record(carla, 'two');
  expect(await endOf(raices)).toMatchObject({ number: 2 });
});

test('number and hashes are the database’s, whatever is inserted', async () => {
  await db.database.inTenant(raices, 'write', async (tx) => {
    const forged = { number: 77, hash: Buffer.from('forged'), previousHash: Buffer.from('forged') };
    const act = { action: 'tenant.suspend', actorKind: 'user' as const, actor: 'x', subject: 'y', detail: '{}' };
    await tx.insert(auditLog).values({ tenantId: raices, ...act, ...forged, recordedAt: new Date() });
    const [row] = await tx.select().from(auditLog);
    expect(row).toMatchObject({ number: 1, hash: row === undefined ? undefined : hashOf(row) });
  });
});

describe('nobody changes what is recorded', () => {
  test.each([
    ['update', `update audit_log set why = 'another'`],
    ['delete', 'delete from audit_log'],
    ['truncate', 'truncate audit_log'],
    ['move the head', 'update audit_heads set number = 0'],
  ])('the runtime role may not %s', async (_what, statement) => {
    await record(carla, 'one');
    const trying = db.database.inTenant(raices, 'write', (tx) => tx.execute(statement));
    expect(await trying.catch(sqlState)).toBe('42501');
  });

  test.each([
    ['update', `update audit_log set why = 'another'`],
    ['delete', 'delete from audit_log'],
    ['truncate', 'truncate audit_log'],
  ])('the owner may not %s', async (_what, statement) => {
    await record(carla, 'one');
    const owner = openDatabase({ url: db.owner, maxConnections: 1, name: 'owner' });
    expect(await owner.inTenant(raices, 'write', (tx) => tx.execute(statement)).catch(sqlState)).toBe('23001');
    await owner.close();
  });
});

describe('what somebody with all rights over the database did is found', () => {
  beforeEach(async () => {
    for (const subject of ['one', 'two', 'three', 'four']) await record(carla, subject, 'because');
  });

  test.each([
    ['a changed reason', `update audit_log set why = 'another' where number = 2`, 'changed', 2],
    ['a changed actor', `update audit_log set actor = 'another' where number = 3`, 'changed', 3],
    ['a moved time', `update audit_log set recorded_at = recorded_at - interval '1 ms' where number = 1`, 'changed', 1],
    ['a reason taken away', `update audit_log set why = null where number = 4`, 'changed', 4],
    ['an entry taken out', 'delete from audit_log where number = 2', 'missing', 2],
    ['the last entries cut off', 'delete from audit_log where number > 2', 'cut off', 3],
    ['everything gone', 'delete from audit_log', 'cut off', 1],
  ])('%s', async (_what, statement, flaw, number) => {
    await tamper(statement);
    expect(await verifyChain(db.database, raices)).toEqual({ isWhole: false, flaw: { number, flaw } });
  });

  test('the end cut off and the head moved back, by an end that was noted before', async () => {
    const noted = await endOf(raices);
    await tamper('delete from audit_log where number > 2', 'update audit_heads set number = 2');
    expect(await verifyChain(db.database, raices)).toMatchObject({ isWhole: true });
    expect(await verifyChain(db.database, raices, [noted])).toEqual({ isWhole: false, flaw: { number: 3, flaw: 'cut off' } });
  });

  test('a chain that was computed anew, by an end that was noted before', async () => {
    const noted = await endOf(raices);
    await tamper(
      `update audit_log set why = 'another' where number = 4`,
      'update audit_log entry set hash = audit_hash(entry) where number = 4',
      'update audit_heads set hash = (select hash from audit_log where number = 4)',
    );
    expect(await verifyChain(db.database, raices)).toMatchObject({ isWhole: true });
    expect(await verifyChain(db.database, raices, [noted])).toEqual({ isWhole: false, flaw: { number: 4, flaw: 'replaced' } });
  });

  test('a chain that has only grown passes through what was noted', async () => {
    const noted = await endOf(raices);
    await record(carla, 'five');
    expect(await verifyChain(db.database, raices, [noted])).toMatchObject({ isWhole: true, end: { number: 5 } });
  });
});

describe('a page of the log', () => {
  const list = (viewer: Principal, question: AuditQuestion = {}) =>
    readAudit(new RequestDatabase(db.database, viewer.tenantId), viewer, question);
  const subjects = (page: Awaited<ReturnType<typeof list>>) => page.edges.map(({ node }) => node.subjectId);

  beforeEach(async () => {
    await record(carla, 'one');
    await record(sara, 'two');
    await record(worker('raices', 'users-worker', []), 'three');
    await record(person('solaris', 'fabian', 'admin'), 'elsewhere');
  });

  test('is newest first and of one tenant', async () => {
    expect(subjects(await list(carla))).toEqual(['three', 'two', 'one']);
    const { pageInfo } = await list(carla, { first: 2 });
    expect(pageInfo.hasNextPage).toBe(true);
    expect(subjects(await list(carla, { first: 2, after: pageInfo.endCursor }))).toEqual(['one']);
  });

  test('shows a super_admin her own acts alone', async () => {
    expect(subjects(await list(sara))).toEqual(['two']);
  });

  test('is narrowed by who, what, whom and when', async () => {
    expect(subjects(await list(carla, { filter: { actorId: 'users-worker' } }))).toEqual(['three']);
    expect(subjects(await list(carla, { filter: { subjectId: 'one' } }))).toEqual(['one']);
    expect(subjects(await list(carla, { filter: { action: 'tenant.' } }))).toHaveLength(3);
    expect(subjects(await list(carla, { filter: { action: 'ten_nt' } }))).toEqual([]);
    expect(subjects(await list(carla, { filter: { until: new Date(0) } }))).toEqual([]);
  });
});
