import { DAY_MS, HOUR_MS, PLATFORM_TENANT_ID } from '@academy/kernel';
import type { Queue } from 'bullmq';
import { z } from 'zod';
import type { Database } from '../db/database.ts';
import { ensureJob, type JobContract } from './due-rows.ts';

/** Work of the platform itself, of no tenant, that comes back every day. Its handler ends it by scheduling it for `nextDaily`. */
export type RecurringJob = {
  readonly contract: JobContract<never>;
  /** Hour of the day, UTC, 0 to 23. */
  readonly hourUtc: number;
};

/** Declares work that comes back daily at this hour, UTC. Its payload is empty. */
export function daily(contract: JobContract<Record<string, never>>, hourUtc: number): RecurringJob {
  return { contract: contract as JobContract<never>, hourUtc };
}

/** The key under which recurring work lies in its island's rows; its tenant is the platform. */
export const RECURRING_KEY = 'daily';

/** The next time, after `now`, that the clock shows this hour, UTC. */
export function nextDaily(hourUtc: number, now: Date): Date {
  const today = Math.floor(now.getTime() / DAY_MS) * DAY_MS + hourUtc * HOUR_MS;
  return new Date(today > now.getTime() ? today : today + DAY_MS);
}

/** What a scheduler of BullMQ puts on the queue: whose turn it is. It proves nothing. */
const wake = z.strictObject({ wakes: z.string().max(100) });

/** The recurring work that an entry of the queue speaks of; undefined when it speaks of none. */
export function wokenBy(data: unknown, recurring: readonly RecurringJob[]): RecurringJob | undefined {
  const parsed = wake.safeParse(data);
  return parsed.success ? recurring.find(({ contract }) => contract.name === parsed.data.wakes) : undefined;
}

/**
 * The work has a row afterwards, due when its next turn is; a row that is there already keeps its time. So a wake that somebody else puts on the queue, or that
 * comes a hundred times, gains nothing, and work whose row was lost comes back by itself.
 */
export async function ensureRecurring(database: Database, { contract, hourUtc }: RecurringJob, now: Date): Promise<void> {
  const work = { tenantId: PLATFORM_TENANT_ID, key: RECURRING_KEY, payload: {} as never, dueAt: nextDaily(hourUtc, now) };
  await database.inTenant(PLATFORM_TENANT_ID, 'write', (tx) => ensureJob(tx, contract, work));
}

/** BullMQ wakes the island's workers a minute before each turn, one of them, however many there are. Replaces what was scheduled under the same name. */
export async function scheduleWakes(queue: Queue, recurring: readonly RecurringJob[]): Promise<void> {
  for (const { contract, hourUtc } of recurring) {
    await queue.upsertJobScheduler(
      `daily:${contract.name}`,
      { pattern: `59 ${(hourUtc + 23) % 24} * * *`, tz: 'UTC' },
      { name: contract.name, data: { wakes: contract.name }, opts: { removeOnComplete: true, removeOnFail: true } },
    );
  }
}
