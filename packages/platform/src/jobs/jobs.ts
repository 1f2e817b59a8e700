import { type Clock, describeThrown, Fault, isUuid } from '@academy/kernel';
import { Queue, UnrecoverableError, Worker } from 'bullmq';
import { and, eq, lt, sql } from 'drizzle-orm';
import { z } from 'zod';
import type { Database, Tx } from '../db/database.ts';
import { deadLetters, dueWork } from '../db/platform-tables.ts';
import { newId } from '../ids/index.ts';
import type { Service } from '../lifecycle/index.ts';
import type { Logger } from '../logger/index.ts';
import type { RedisDoor } from '../redis/index.ts';
import { pause } from '../resilience/index.ts';
import type { Telemetry } from '../telemetry/index.ts';
import { finishJob, type JobContract } from './due-rows.ts';
import { ensureRecurring, type RecurringJob, scheduleWakes, wokenBy } from './recurring.ts';

/** What a handler may know of the work that it was handed. */
export type JobRun<Payload> = {
  readonly tenantId: string;
  readonly key: string;
  readonly payload: Payload;
  /** From 1: how often this work was handed out since it was scheduled. */
  readonly handout: number;
  readonly signal: AbortSignal;
};

/** A job and what does it. The handler must end the work: by `finishJob`, or by `scheduleJob` for another time; otherwise it is handed out again. */
export type JobHandler<Context> = {
  readonly contract: JobContract<never>;
  run(work: JobRun<never>, context: Context): Promise<void>;
};

/** Declares a job's handler; keeps the type of its payload. */
export function job<Context, Payload>(
  contract: JobContract<Payload>,
  run: (work: JobRun<Payload>, context: Context) => Promise<void>,
): JobHandler<Context> {
  return { contract: contract as JobContract<never>, run: run as JobHandler<Context>['run'] };
}

/** Handed-out work that has not ended is handed out again after this long: a worker that died is not waited for. */
const LEASE_MS = 30_000;
/** BullMQ waits for the next job in one read, for no longer than this. */
const LONGEST_WAIT_MS = 10_000;
/** Work handed out this often without an end goes to the dead letters. */
const MAX_HANDOUTS = 20;
/** An outage never buries work: its handouts are counted no further than this, which keeps the wait between two tries at the lease. */
const OUTAGE_HANDOUTS = 6;
const SWEEP_MS = 500;
/** After a sweep that found work: what was put off for its next turn comes back soon. */
const BUSY_SWEEP_MS = 100;
/** Reminders that wait in the queue: those beyond stay rows, whose turn is still open. */
const MAX_WAITING = 100;

/** `turn`: from 1, the how-manieth of its tenant in this sweep. */
type DueRow = { tenant_id: string; job: string; key: string; payload: unknown; handouts: number; turn: number };

/** What lies in Redis: which work was handed out, and for which time. It proves nothing: the row decides. */
const reminderShape = z.object({
  tenantId: z.string().refine(isUuid),
  job: z.string(),
  key: z.string(),
  handout: z.number().int().min(1),
});
type Reminder = z.infer<typeof reminderShape>;

/**
 * Hands out due work: a sweep over `due_work` puts a reminder on the island's BullMQ queue, and workers run the handlers.
 * The row is the truth, so nothing is lost when Redis is emptied, nothing runs that is not due, whoever put a job on the queue and however often, and
 * nothing runs twice at once unless a handler outlives its lease.
 * Throws when a job has no handler or more than one.
 */
export function startJobs<Context>(options: {
  island: string;
  handlers: readonly JobHandler<Context>[];
  /** Work that comes back every day; each has a handler. Default: none. */
  recurring?: readonly RecurringJob[];
  context: Context;
  database: Database;
  /** Connected as the relay role, which sees the due work of every tenant. */
  relayDatabase: Database;
  redis: RedisDoor;
  concurrency: number;
  clock: Clock;
  logger: Logger;
  telemetry: Telemetry;
}): Service {
  const { island, database, relayDatabase, redis, logger, clock, recurring = [] } = options;
  const handlers = new Map<string, JobHandler<Context>>();
  for (const handler of options.handlers) {
    if (handlers.has(handler.contract.name)) throw new Error(`The job ${handler.contract.name} has two handlers.`);
    handlers.set(handler.contract.name, handler);
  }
  if (handlers.size === 0) return { stop: async () => {} };
  for (const { contract } of recurring) {
    if (!handlers.has(contract.name)) throw new Error(`The job ${contract.name} comes back daily and has no handler.`);
  }
  const ran = options.telemetry.counter('academy_jobs_total', 'Jobs run', ['island', 'job', 'outcome']);
  const prefix = redis.namespace === '' ? 'bull' : `${redis.namespace}:bull`;
  const queueConnection = redis.connect('jobs');
  const workerConnection = redis.connect('jobs-worker', { blocksForMs: LONGEST_WAIT_MS });
  const queue = new Queue(island, { connection: queueConnection, prefix });
  queue.on('error', (error) => logger.warn({ island, err: error.message }, 'job queue: connection error'));
  const stopping = new AbortController();
  const worker = new Worker(
    island,
    async ({ data }) => {
      const reminder = reminderShape.safeParse(data);
      if (reminder.success) return runOne(reminder.data);
      const woken = wokenBy(data, recurring);
      if (woken !== undefined) return ensureRecurring(database, woken, clock.now());
      logger.error({ island }, 'a job that is no reminder of ours was refused');
      throw refused('This is no reminder of work.');
    },
    {
      connection: workerConnection,
      prefix,
      concurrency: options.concurrency,
      lockDuration: LEASE_MS,
      removeOnComplete: { count: 0 },
      removeOnFail: { count: 0 },
    },
  );
  worker.on('error', (error) => logger.warn({ island, err: error.message }, 'job worker: connection error'));

  /** Whoever put the job on the queue sees that it failed, and is not tried again. */
  function refused(message: string): UnrecoverableError {
    ran.inc({ island, job: 'unknown', outcome: 'refused' });
    return new UnrecoverableError(message);
  }

  /** The work of a reminder, once for each time that it was handed out; nothing for a reminder of what was not, or not by this number. */
  async function begin({ tenantId, job: name, key, handout }: Reminder): Promise<typeof dueWork.$inferSelect | undefined> {
    const isIt = and(eq(dueWork.tenantId, tenantId), eq(dueWork.job, name), eq(dueWork.key, key), eq(dueWork.handouts, handout));
    const [row] = await database.inTenant(tenantId, 'write', (tx) =>
      tx
        .update(dueWork)
        .set({ started: handout })
        .where(and(isIt, lt(dueWork.started, handout)))
        .returning(),
    );
    return row;
  }

  async function runOne(reminder: Reminder): Promise<void> {
    const { tenantId, job: name, key } = reminder;
    const handler = handlers.get(name);
    if (handler === undefined) {
      logger.error({ island, job: name.slice(0, 100) }, 'no handler for a job');
      throw refused('There is no such job.');
    }
    const row = await begin(reminder);
    if (row === undefined) return ran.inc({ island, job: name, outcome: 'not-due' });
    if (row.handouts > MAX_HANDOUTS) return bury(handler, row);
    const signal = AbortSignal.any([stopping.signal, AbortSignal.timeout(LEASE_MS - 5_000)]);
    try {
      await handler.run(
        { tenantId, key, payload: handler.contract.payload.parse(row.payload), handout: row.handouts, signal },
        options.context,
      );
      ran.inc({ island, job: name, outcome: 'done' });
    } catch (thrown) {
      ran.inc({ island, job: name, outcome: 'failed' });
      const isOutage = thrown instanceof Fault && thrown.isRetryable;
      logger[isOutage ? 'warn' : 'error']({ island, job: name, key, err: thrown }, 'a job failed and will be handed out again');
      const retryAt = new Date(clock.now().getTime() + Math.min(500 * 2 ** row.handouts, LEASE_MS));
      const handouts = isOutage ? Math.min(row.handouts, OUTAGE_HANDOUTS) : row.handouts;
      await database.inTenant(tenantId, 'write', (tx) =>
        tx
          .update(dueWork)
          .set({ dueAt: retryAt, handouts, started: handouts })
          .where(and(eq(dueWork.tenantId, tenantId), eq(dueWork.job, name), eq(dueWork.key, key))),
      );
    }
  }

  async function bury(handler: JobHandler<Context>, row: typeof dueWork.$inferSelect): Promise<void> {
    logger.error({ island, job: row.job, key: row.key }, 'a job never ended and was buried');
    ran.inc({ island, job: row.job, outcome: 'buried' });
    await database.inTenant(row.tenantId, 'write', async (tx) => {
      await tx.insert(deadLetters).values({
        tenantId: row.tenantId,
        id: newId(),
        source: `job:${row.job}`,
        reference: row.key,
        payload: row.payload,
        error: `handed out ${row.handouts} times without an end`,
        attempts: row.handouts,
      });
      await finishJob(tx, handler.contract, row.tenantId, row.key);
    });
  }

  /** Answers whether there was anything to hand out. */
  async function sweep(): Promise<boolean> {
    const room = MAX_WAITING - (await queue.getJobCountByTypes('wait', 'prioritized'));
    if (room <= 0) return true;
    const due = await takeDue(relayDatabase, clock.now(), room);
    for (const row of due) {
      const reminder: Reminder = { tenantId: row.tenant_id, job: row.job, key: row.key, handout: row.handouts };
      // Also before what an earlier sweep handed out of others' second and third turns.
      await queue.add(row.job, reminder, { priority: row.turn });
    }
    return due.length > 0;
  }

  /** Each recurring work has its row, and whoever may wake it. */
  async function begetRecurring(): Promise<void> {
    for (const one of recurring) await ensureRecurring(database, one, clock.now());
    await scheduleWakes(queue, recurring);
  }

  async function run(): Promise<void> {
    let isBegotten = recurring.length === 0;
    while (!stopping.signal.aborted) {
      let isBusy = false;
      try {
        if (!isBegotten) await begetRecurring();
        isBegotten = true;
        isBusy = await sweep();
      } catch (thrown) {
        if (!stopping.signal.aborted) logger.warn({ island, err: describeThrown(thrown) }, 'due work: will look again');
      }
      await pause(isBusy ? BUSY_SWEEP_MS : SWEEP_MS, stopping.signal);
    }
  }

  const running = run();
  return {
    async stop() {
      stopping.abort();
      await running;
      await worker.close();
      await queue.close();
      queueConnection.disconnect();
      workerConnection.disconnect();
    },
  };
}

/**
 * At most `room` pieces of due work are handed out: the oldest of each tenant, then the second of each, and so on, so that a tenant with a thousand due
 * keeps nobody else waiting. In the order of their turns.
 */
async function takeDue(relayDatabase: Database, now: Date, room: number): Promise<readonly DueRow[]> {
  const at = now.toISOString();
  // Tenants are found by leaps through the index, one by one, and of each no more than could be handed out.
  return relayDatabase.pool<DueRow[]>`
    with recursive tenants as (
      (select tenant_id from due_work order by tenant_id limit 1)
      union all
      select (select next.tenant_id from due_work next where next.tenant_id > tenants.tenant_id order by next.tenant_id limit 1)
      from tenants where tenants.tenant_id is not null
    ), turns as (
      select oldest.* from tenants cross join lateral (
        select tenant_id, job, key, due_at, (row_number() over (order by due_at))::int as turn
        from due_work where tenant_id = tenants.tenant_id and due_at <= ${at} order by due_at limit ${room}) oldest
      order by turn, due_at limit ${room}
    ), taken as (
      select due_work.tenant_id, due_work.job, due_work.key, turns.turn, turns.due_at from due_work
      join turns on due_work.tenant_id = turns.tenant_id and due_work.job = turns.job and due_work.key = turns.key
      where due_work.due_at <= ${at} for update of due_work skip locked
    ), handed as (
      update due_work set handouts = handouts + 1, due_at = ${new Date(now.getTime() + LEASE_MS).toISOString()}
      from taken where due_work.tenant_id = taken.tenant_id and due_work.job = taken.job and due_work.key = taken.key
      returning due_work.tenant_id, due_work.job, due_work.key, due_work.payload, due_work.handouts, taken.turn, taken.due_at
    )
    select tenant_id, job, key, payload, handouts, turn from handed order by turn, due_at`;
}

/** How much due work a tenant has: for operators and tests. */
export async function countDueWork(tx: Tx): Promise<number> {
  const [row] = await tx.select({ count: sql<number>`count(*)::int` }).from(dueWork);
  return row?.count ?? 0;
}
