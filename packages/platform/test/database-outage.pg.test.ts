import { openDatabase, RequestDatabase } from '@academy/platform/db';
import { newId } from '@academy/platform/ids';
import { openTcpProxy } from '@academy/testing/tcp-proxy';
import { sql } from 'drizzle-orm';
import { expect, inject, test, vi } from 'vitest';

/** A pool of one connection to PostgreSQL, which can be cut. */
async function openCuttable() {
  const url = new URL(inject('adminDatabaseUrl'));
  const proxy = await openTcpProxy([Number(url.port)]);
  const watching = openDatabase({ url: url.toString(), maxConnections: 1, name: 'watching' });
  url.port = String(proxy.port);
  const database = openDatabase({ url: url.toString(), maxConnections: 1, name: 'cuttable' });
  return {
    database,
    cutNow: () => void proxy.cut(),
    /** The connection is gone, on both sides. */
    async cut(pid: number) {
      proxy.cut();
      await vi.waitUntil(async () => (await watching.pool`select 1 from pg_stat_activity where pid = ${pid}`).length === 0);
    },
    async [Symbol.asyncDispose]() {
      await Promise.all([database.close(), watching.close()]);
      await proxy.close();
    },
  };
}

test('statements in a transaction whose connection has gone fail, and take nothing with them', async () => {
  await using server = await openCuttable();
  const refused = vi.fn();
  const transaction = server.database.pool.begin(async (tx) => {
    await tx`select 1`;
    server.cutNow();
    // Some before the client hears of it, some after, none of them later than it has connected again.
    for (let tick = 0; tick < 50; tick += 1) {
      tx`select ${tick}::int`.execute().catch(refused);
      await new Promise(setImmediate);
    }
  });
  await expect(transaction).rejects.toThrow(/CONNECTION_CLOSED|ECONNRESET/);
  await vi.waitUntil(() => refused.mock.calls.length === 50);
  expect(await server.database.pool`select 1 as one`).toEqual([{ one: 1 }]);
});

test('a connection that is cut while something is being sent can be used again', async () => {
  await using server = await openCuttable();
  for (let round = 0; round < 20; round += 1) {
    const [row] = await server.database.pool<{ pid: number }[]>`select pg_backend_pid() as pid`;
    const sent = server.database.pool`select 1 as one`.execute();
    const cut = server.cut(row?.pid ?? 0);
    await Promise.allSettled([sent, cut]);
    expect(await server.database.pool`select 2 as two`).toEqual([{ two: 2 }]);
  }
});

test('a read of an operation whose connection goes says that the data cannot be reached', async () => {
  await using server = await openCuttable();
  const operation = new RequestDatabase(server.database, newId());
  await operation.read((tx) => tx.execute('select 1'));
  const reading = operation.read((tx) => tx.execute('select pg_sleep(4)'));
  server.cutNow();
  await expect(reading).rejects.toMatchObject({ code: 'UNAVAILABLE' });
  await expect(operation.read((tx) => tx.execute('select 1'))).rejects.toMatchObject({ code: 'UNAVAILABLE' });
  await operation.end();
  expect(await operation.read((tx) => tx.execute('select 1 as one'))).toEqual([{ one: 1 }]);
  await operation.end();
});

test('a connection that is cut while it is being opened, at whatever point, fails its first statement alone', async () => {
  const outcomes = new Set<string>();
  for (let tenths = 0; tenths < 120; tenths += 2) {
    await using server = await openCuttable();
    const asked = server.database.pool`select 1 as one`.execute();
    const until = performance.now() + tenths / 10;
    while (performance.now() < until) await new Promise(setImmediate);
    server.cutNow();
    const [outcome] = await Promise.allSettled([asked]);
    outcomes.add(outcome.status);
    // The next one may still be given the connection that is gone.
    await vi.waitUntil(() => server.database.pool`select 2`.then(Boolean, () => false));
  }
  // What nobody hears of would end the process: it fails the run. Some were cut before their answer, and some after it.
  expect(outcomes).toContain('rejected');
});

test.each(['53100', '53200', '53300'])(
  'where the server has no room (%s), the data cannot be reached, and what works waits',
  async (state) => {
    await using server = await openCuttable();
    const writing = server.database.inTenant(newId(), 'write', (tx) =>
      tx.execute(sql.raw(`do $$ begin raise exception 'no room' using errcode = '${state}'; end $$`)),
    );
    await expect(writing).rejects.toMatchObject({ code: 'UNAVAILABLE', isRetryable: true });
  },
);
