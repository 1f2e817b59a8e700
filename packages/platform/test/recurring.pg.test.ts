import { PLATFORM_TENANT_ID } from '@academy/kernel';
import { type Database, dueWork } from '@academy/platform/db';
import { daily, finishJob, type JobContract, job, nextDaily, scheduleJob, startJobs } from '@academy/platform/jobs';
import { Queue } from 'bullmq';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { openWorld, until, type World } from './world.ts';

const tidy: JobContract<Record<string, never>> = { name: 'tidy', payload: z.strictObject({}) };
const HOUR = (new Date().getUTCHours() + 12) % 24;

function start(world: World, ran: string[] = []) {
  type Context = { database: Database };
  return startJobs<Context>({
    island: 'users',
    handlers: [
      job<Context, Record<string, never>>(tidy, async ({ tenantId, key }, { database }) => {
        ran.push(key);
        const dueAt = nextDaily(HOUR, new Date());
        await database.inTenant(tenantId, 'write', (tx) => scheduleJob(tx, tidy, { tenantId, key, payload: {}, dueAt }));
      }),
    ],
    recurring: [daily(tidy, HOUR)],
    context: { database: world.db.database },
    database: world.db.database,
    relayDatabase: world.db.relayDatabase,
    redis: world.redis,
    concurrency: 4,
    clock: { now: () => new Date() },
    ...world.tools,
  });
}

const rows = (world: World) => world.db.database.inTenant(PLATFORM_TENANT_ID, 'read', (tx) => tx.select().from(dueWork));

async function queueOf(world: World) {
  const connection = world.redis.connect('test-queue');
  const queue = new Queue('users', { connection, prefix: `${world.redis.namespace}:bull` });
  return { queue, [Symbol.asyncDispose]: () => queue.close().then(() => connection.disconnect()) };
}

test('daily work has one row and one scheduler, however many workers there are, and runs when its row is due', async () => {
  await using world = await openWorld();
  await using looked = await queueOf(world);
  const ran: string[] = [];
  const workers = [start(world, ran), start(world, ran)];
  await until('the row is there', async () => (await rows(world)).length === 1);
  await until('the scheduler is there', async () => (await looked.queue.getJobSchedulersCount()) === 1);
  const [scheduler] = await looked.queue.getJobSchedulers();
  expect(scheduler).toMatchObject({ pattern: `59 ${(HOUR + 23) % 24} * * *`, tz: 'UTC', template: { data: { wakes: 'tidy' } } });
  const [row] = await rows(world);
  expect(row).toMatchObject({ job: 'tidy', key: 'daily', dueAt: nextDaily(HOUR, new Date()) });
  expect(ran).toEqual([]);
  await world.db.relayDatabase.pool`update due_work set due_at = now()`;
  await until('it ran, and is due again another day', async () => ran.length === 1 && (await rows(world))[0]?.handouts === 0);
  expect((await rows(world)).map(({ dueAt }) => dueAt)).toEqual([nextDaily(HOUR, new Date())]);
  for (const worker of workers) await worker.stop();
});

test('a wake brings back a row that was lost, and runs nothing before its time, however often it comes', async () => {
  await using world = await openWorld();
  await using forger = await queueOf(world);
  const ran: string[] = [];
  const worker = start(world, ran);
  await until('the row is there', async () => (await rows(world)).length === 1);
  await world.db.database.inTenant(PLATFORM_TENANT_ID, 'write', (tx) =>
    finishJob(tx, tidy as JobContract<unknown>, PLATFORM_TENANT_ID, 'daily'),
  );
  await forger.queue.addBulk(Array.from({ length: 50 }, () => ({ name: 'tidy', data: { wakes: 'tidy' } })));
  await until('the row is back', async () => (await rows(world)).length === 1);
  await until('every wake was heard', async () => (await forger.queue.getJobCountByTypes('waiting', 'active')) === 0);
  expect(ran).toEqual([]);
  expect((await rows(world)).map(({ dueAt }) => dueAt)).toEqual([nextDaily(HOUR, new Date())]);
  await worker.stop();
});

test('daily work without a handler keeps the worker from starting', async () => {
  await using world = await openWorld();
  const other: JobContract<Record<string, never>> = { name: 'other', payload: z.strictObject({}) };
  expect(() =>
    startJobs<object>({
      island: 'users',
      handlers: [job(tidy, async () => undefined)],
      recurring: [daily(other, 1)],
      context: {},
      database: world.db.database,
      relayDatabase: world.db.relayDatabase,
      redis: world.redis,
      concurrency: 1,
      clock: { now: () => new Date() },
      ...world.tools,
    }),
  ).toThrow('The job other comes back daily and has no handler.');
});
