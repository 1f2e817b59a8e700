import { describeThrown } from '@academy/kernel';
import type { Logger } from '@academy/platform/logger';
import type { RedisDoor } from '@academy/platform/redis';
import { within } from '@academy/platform/resilience';
import { type Meter, type Spending, UNLIMITED, type Verdict } from './meter.ts';
import { runSpendScript } from './spend-script.ts';

/** Meters that all processes count on: one truth, in Redis. */
export type SharedMeters = {
  /**
   * Counts on every meter, or on none when one of them has not enough left. undefined, at once or after `answerWithinMs`, when Redis does not
   * answer in time. Never rejects.
   */
  spend(spending: Spending): Promise<Verdict | undefined> | undefined;
  stop(): void;
};

/** While Redis is away it is asked this often whether it is back; no request waits for that. */
const PROBE_EVERY_MS = 250;
/** Spendings of one round trip: under a millisecond of Redis. */
const MAX_BATCH = 200;
/** Spendings that wait for the round trip before theirs. */
const MAX_WAITING = 5_000;

/** A full Redis answers what reads and refuses what writes: only a spending shows that it takes spendings. */
const TRIAL_METER: Meter = { name: 'installation', key: 'trial', maxRequests: UNLIMITED, maxCost: UNLIMITED };
const TRIAL: Spending = { meters: [TRIAL_METER, TRIAL_METER, TRIAL_METER], cost: 1 };

type Waiting = { readonly spending: Spending; readonly settle: (verdict: Verdict | undefined) => void };

/**
 * Meters on the process's connection for commands. One round trip is under way at a time, and whoever comes meanwhile shares the next: the more
 * is asked, the more share one.
 */
export function createSharedMeters(options: { redis: RedisDoor; answerWithinMs: number; logger: Logger }): SharedMeters {
  const { redis, answerWithinMs, logger } = options;
  let waiting: Waiting[] = [];
  let isAsking = false;
  let isAway = false;
  let probe: NodeJS.Timeout | undefined;

  function leave(why: unknown): void {
    for (const { settle } of waiting) settle(undefined);
    waiting = [];
    if (isAway) return;
    isAway = true;
    logger.warn({ err: describeThrown(why) }, 'rate limits: Redis does not answer in time; each process counts for itself');
    probe = setTimeout(() => void lookIfBack(), PROBE_EVERY_MS).unref();
  }

  async function lookIfBack(): Promise<void> {
    try {
      if (redis.commands.status !== 'ready') throw new Error(`the connection is ${redis.commands.status}`);
      await within(answerWithinMs, runSpendScript(redis, [TRIAL]));
      isAway = false;
      logger.info('rate limits: Redis answers again; all processes count together');
    } catch {
      if (probe !== undefined) probe = setTimeout(() => void lookIfBack(), PROBE_EVERY_MS).unref();
    }
  }

  async function ask(): Promise<void> {
    const batch = waiting.splice(0, MAX_BATCH);
    try {
      const asked = batch.map(({ spending }) => spending);
      const verdicts = await within(answerWithinMs, runSpendScript(redis, asked));
      for (const [index, { settle }] of batch.entries()) settle(verdicts[index]);
    } catch (thrown) {
      for (const { settle } of batch) settle(undefined);
      leave(thrown);
    }
    if (waiting.length > 0) askSoon();
    else isAsking = false;
  }
  /** What is read in the same turn of the event loop goes together. */
  function askSoon(): void {
    setImmediate(() => void ask());
  }

  return {
    spend(spending) {
      if (isAway) return undefined;
      if (redis.commands.status !== 'ready') {
        leave(new Error(`the connection is ${redis.commands.status}`));
        return undefined;
      }
      if (waiting.length >= MAX_WAITING) return undefined;
      const { promise, resolve } = Promise.withResolvers<Verdict | undefined>();
      waiting.push({ spending, settle: resolve });
      if (!isAsking) {
        isAsking = true;
        askSoon();
      }
      return promise;
    },
    stop() {
      clearTimeout(probe);
      probe = undefined;
    },
  };
}
