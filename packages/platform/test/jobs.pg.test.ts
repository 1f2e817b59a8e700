import { type Clock, Fault } from '@academy/kernel';
import { type Database, deadLetters, dueWork } from '@academy/platform/db';
import { finishJob, type JobContract, type JobHandler, job, scheduleJob, startJobs } from '@academy/platform/jobs';
import { createTestClock } from '@academy/testing/clock';
import { tenantIdOf } from '@academy/testing/people';
import { Queue, QueueEvents } from 'bullmq';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { openWorld, until, type World } from './world.ts';

const tenantId = tenantIdOf('raices');
const greet: JobContract<{ number: number }> = { name: 'greet', payload: z.object({ number: z.number() }) };
type Context = { database: Database };

function start(world: World, handlers: readonly JobHandler<Context>[], clock: Clock = { now: () => new Date() }) {
  return startJobs({
    island: 'users',
    handlers,
    context: { database: world.db.database },
    database: world.db.database,
    relayDatabase: world.db.relayDatabase,
    redis: world.redis,
    concurrency: 4,
    clock,
    ...world.tools,
  });
}

const schedule = (world: World, key: string, dueAt = new Date(), number = 1) =>
  world.db.database.inTenant(tenantId, 'write', (tx) => scheduleJob(tx, greet, { tenantId, key, payload: { number }, dueAt }));
const finish = (context: Context, key: string) =>
  context.database.inTenant(tenantId, 'write', (tx) => finishJob(tx, greet as JobContract<unknown>, tenantId, key));
const due = (world: World) => world.db.database.inTenant(tenantId, 'read', (tx) => tx.select().from(dueWork));

test('due work runs once and is gone; what is not due yet waits', async () => {
  await using world = await openWorld();
  const ran: string[] = [];
  const jobs = start(world, [
    job(greet, async (work, context: Context) => {
      ran.push(work.key);
      await finish(context, work.key);
    }),
  ]);
  await schedule(world, 'now');
  await schedule(world, 'later', new Date(Date.now() + 3_600_000));
  await until('the due one ran', () => ran.length > 0);
  await until('only the later one is left', async () => (await due(world)).length === 1);
  expect(ran).toEqual(['now']);
  await jobs.stop();
});

test('a tenant with hundreds due keeps another’s one piece waiting for its turn alone', async () => {
  await using world = await openWorld();
  const solaris = tenantIdOf('solaris');
  const flood = Array.from({ length: 150 }, (_, index) => index);
  const before = new Date(Date.now() - 60_000);
  await world.db.database.inTenant(tenantId, 'write', async (tx) => {
    for (const number of flood)
      await scheduleJob(tx, greet, { tenantId, key: `flood-${number}`, payload: { number }, dueAt: before });
  });
  await world.db.database.inTenant(solaris, 'write', (tx) =>
    scheduleJob(tx, greet, { tenantId: solaris, key: 'quiet', payload: { number: 1 }, dueAt: new Date() }),
  );
  const ran: string[] = [];
  const jobs = start(world, [
    job(greet, async (work, context: Context) => {
      ran.push(work.key);
      await context.database.inTenant(work.tenantId, 'write', (tx) =>
        finishJob(tx, greet as JobContract<unknown>, work.tenantId, work.key),
      );
    }),
  ]);
  await until('all ran', () => ran.length === flood.length + 1);
  // It is in the first sweep, behind the other tenant's first; four run at once.
  expect(ran.indexOf('quiet')).toBeLessThan(50);
  expect(new Set(ran).size).toBe(ran.length);
  await jobs.stop();
});

test('work whose reminder was lost with Redis runs all the same', async () => {
  await using world = await openWorld();
  await schedule(world, 'one');
  await world.db.relayDatabase.pool`update due_work set handouts = 1, due_at = now() - interval '1 second'`;
  const ran: number[] = [];
  const jobs = start(world, [
    job(greet, async (work, context: Context) => {
      ran.push(work.handout);
      await finish(context, work.key);
    }),
  ]);
  await until('it ran', () => ran.length > 0);
  expect(ran).toEqual([2]);
  await jobs.stop();
});

test('a handler that fails is tried again, and the work is not lost', async () => {
  await using world = await openWorld();
  let tries = 0;
  const jobs = start(world, [
    job(greet, async (work, context: Context) => {
      tries += 1;
      if (tries === 1) throw new Error('stumbled');
      await finish(context, work.key);
    }),
  ]);
  await schedule(world, 'one');
  await until('the second try ended it', async () => tries === 2 && (await due(world)).length === 0);
  await jobs.stop();
});

test('work that never ends is buried for a person; an outage never buries', async () => {
  await using world = await openWorld();
  await schedule(world, 'endless', new Date(), 1);
  await schedule(world, 'outage', new Date(), 2);
  await world.db.relayDatabase.pool`update due_work set handouts = 20, due_at = now() - interval '1 second'`;
  await world.db.relayDatabase.pool`update due_work set handouts = 3 where key = 'outage'`;
  let outages = 0;
  const jobs = start(world, [
    job(greet, async (work) => {
      if (work.payload.number === 2) {
        outages += 1;
        throw new Fault('UNAVAILABLE', 'away');
      }
    }),
  ]);
  await until('the endless one is buried', async () => (await due(world)).length === 1);
  await until('the other was tried', () => outages > 0);
  const buried = await world.db.database.inTenant(tenantId, 'read', (tx) => tx.select().from(deadLetters));
  expect(buried).toMatchObject([{ source: 'job:greet', reference: 'endless' }]);
  await jobs.stop();
});

describe('a job that somebody else put on the queue', () => {
  /** What whoever can write to Redis may do. */
  async function put(world: World, data: unknown, times = 1) {
    const connection = world.redis.connect('forger');
    const queue = new Queue('users', { connection, prefix: `${world.redis.namespace}:bull` });
    await queue.addBulk(Array.from({ length: times }, () => ({ name: 'greet', data })));
    await until('the queue is empty', async () => {
      const { waiting = 0, active = 0, delayed = 0, prioritized = 0 } = await queue.getJobCounts();
      return waiting + active + delayed + prioritized === 0;
    });
    await queue.close();
    connection.disconnect();
  }

  test('runs nothing that is not due, and nothing that does not exist', async () => {
    await using world = await openWorld();
    const ran: string[] = [];
    await schedule(world, 'later', new Date(Date.now() + 3_600_000));
    const jobs = start(world, [job(greet, async (work) => void ran.push(work.key))]);
    for (const handout of [0, 1, 2]) await put(world, { tenantId, job: 'greet', key: 'later', handout });
    await put(world, { tenantId: tenantIdOf('solaris'), job: 'greet', key: 'later', handout: 1 });
    await put(world, { tenantId, job: 'greet', key: 'invented', handout: 1 });
    await put(world, { tenantId, job: 'drop everything', key: 'later', handout: 1 });
    await put(world, { tenantId: "'; drop table due_work; --", job: 'greet', key: 'later', handout: 1 });
    await put(world, { tenantId, certificationId: 'c' });
    await put(world, null);
    expect(ran).toEqual([]);
    expect(await due(world)).toMatchObject([{ key: 'later', handouts: 0, started: 0 }]);
    await jobs.stop();
  });

  test('fails when it is no reminder, so that nobody takes it for done', async () => {
    await using world = await openWorld();
    const jobs = start(world, [job(greet, async () => {})]);
    const connection = world.redis.connect('forger');
    const listening = world.redis.connect('forger-events', { blocksForMs: 15_000 });
    const queue = new Queue('users', { connection, prefix: `${world.redis.namespace}:bull` });
    const events = new QueueEvents('users', { connection: listening, prefix: `${world.redis.namespace}:bull` });
    await events.waitUntilReady();
    const outcome = async (data: unknown) => (await queue.add('greet', data)).waitUntilFinished(events, 5_000);
    await expect(outcome({ tenantId, certificationId: 'c' })).rejects.toThrow('no reminder');
    await expect(outcome({ tenantId, job: 'drop everything', key: 'later', handout: 1 })).rejects.toThrow('no such job');
    await outcome({ tenantId, job: 'greet', key: 'over long ago', handout: 1 });
    await events.close();
    await queue.close();
    connection.disconnect();
    listening.disconnect();
    await jobs.stop();
  });

  test('fifty copies of the reminder of work that is due run it once', async () => {
    await using world = await openWorld();
    const ran: string[] = [];
    const released = Promise.withResolvers<void>();
    const jobs = start(world, [
      job(greet, async (work, context: Context) => {
        ran.push(work.key);
        await released.promise;
        await finish(context, work.key);
      }),
    ]);
    await schedule(world, 'one');
    await until('it began', () => ran.length > 0);
    const copied = put(world, { tenantId, job: 'greet', key: 'one', handout: 1 }, 50);
    const { text } = await world.tools.telemetry.render();
    expect(text).not.toContain('outcome="done"');
    await until('all copies were turned away', async () =>
      /outcome="not-due"[^}]*\} 50/.test((await world.tools.telemetry.render()).text),
    );
    released.resolve();
    await copied;
    await until('the work is done', async () => (await due(world)).length === 0);
    expect(ran).toEqual(['one']);
    await jobs.stop();
  });

  test('an outage after many tries is waited out all the same', async () => {
    await using world = await openWorld();
    await schedule(world, 'one');
    await world.db.relayDatabase.pool`update due_work set handouts = 12, due_at = now() - interval '1 second'`;
    const handouts: number[] = [];
    const clock = createTestClock(new Date());
    const jobs = start(
      world,
      [
        job(greet, async (work, context: Context) => {
          handouts.push(work.handout);
          if (handouts.length < 3) {
            clock.advance(60_000);
            throw new Fault('UNAVAILABLE', 'away');
          }
          await finish(context, work.key);
        }),
      ],
      clock,
    );
    await until('the third try ended it', async () => {
      clock.advance(60_000);
      return (await due(world)).length === 0;
    });
    expect(handouts).toEqual([13, 7, 7]);
    await jobs.stop();
  });
});

test('scheduling the same key again moves the work instead of doubling it', async () => {
  await using world = await openWorld();
  await schedule(world, 'one', new Date('2030-01-01'));
  await schedule(world, 'one', new Date('2031-01-01'), 5);
  expect(await due(world)).toMatchObject([{ key: 'one', payload: { number: 5 }, dueAt: new Date('2031-01-01') }]);
});

test('a process with two handlers for one job does not start', async () => {
  await using world = await openWorld();
  const handler = job(greet, async () => {});
  expect(() => start(world, [handler, handler], createTestClock())).toThrow('two handlers');
});
