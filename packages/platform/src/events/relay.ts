import type { EventContract, Producer } from '@academy/contracts';
import { describeThrown } from '@academy/kernel';
import type { SigningKey } from '../access/signature.ts';
import type { Database } from '../db/database.ts';
import type { Service } from '../lifecycle/index.ts';
import { createWakes } from '../live/index.ts';
import type { Logger } from '../logger/index.ts';
import type { RedisDoor } from '../redis/index.ts';
import type { Telemetry } from '../telemetry/index.ts';
import type { Numbering } from './numbering.ts';
import { createMoveBatch } from './relay-batch.ts';

/** The relay looks by itself this often, should a notification be lost. */
const POLL_MS = 1_000;
/** After a failure it waits this long, whatever is notified. */
const RETRY_MS = 200;
/** Published events are kept this long, to fill an emptied Redis and to look into; then they are removed, some at a time. */
const KEPT_DAYS = 30;
const PURGE_EVERY_MS = 60_000;
const PURGE_BATCH = 5_000;

/**
 * Moves the outbox to Redis: every committed event is appended to the island's stream, in order, at least once; live events also to
 * the tenant's stream, whose watchers are woken. What `numbering` knows of is numbered first. One relay per island works at a time, however many
 * run: the others wait for its lock. When Redis has lost its streams, the last 24 h are published again; when it was started again, what it may
 * have lost by that. Consumers know events by id.
 */
export function startRelay(options: {
  producer: Producer;
  database: Database;
  redis: RedisDoor;
  signingKey: SigningKey;
  contracts: readonly EventContract<unknown>[];
  /** Kinds of events that bear a number of their tenant's log. */
  numbering?: readonly Numbering[];
  logger: Logger;
  telemetry: Telemetry;
}): Service {
  const { database, producer, logger } = options;
  const wakes = createWakes(options.redis);
  const moveBatch = createMoveBatch({ numbering: [], ...options, wakes });
  let isStopped = false;
  let isAsked = false;
  let stopWaiting: (() => void) | undefined;

  /** There is, or was a moment ago, something to move. */
  function ask(): void {
    isAsked = true;
    stopWaiting?.();
  }

  async function wait(ms: number): Promise<void> {
    const waited = Promise.withResolvers<void>();
    stopWaiting = waited.resolve;
    const timer = setTimeout(waited.resolve, ms);
    await waited.promise;
    clearTimeout(timer);
    stopWaiting = undefined;
  }

  let purgedAt = Date.now();
  async function purge(): Promise<void> {
    if (Date.now() - purgedAt < PURGE_EVERY_MS) return;
    purgedAt = Date.now();
    await database.pool`
      delete from outbox where (tenant_id, id) in (
        select tenant_id, id from outbox where published_at < now() - make_interval(days => ${KEPT_DAYS}) limit ${PURGE_BATCH})`;
  }

  async function run(): Promise<void> {
    while (!isStopped) {
      isAsked = false;
      try {
        while (!isStopped && (await moveBatch()) === 'more');
        await purge();
        if (!isStopped && !isAsked) await wait(POLL_MS);
      } catch (thrown) {
        if (isStopped) return;
        logger.warn({ island: producer, err: describeThrown(thrown) }, 'outbox relay: will try again');
        await new Promise((resolve) => setTimeout(resolve, RETRY_MS));
      }
    }
  }

  const listening = database.pool.listen('outbox', ask).catch((thrown: unknown) => {
    logger.warn({ island: producer, err: describeThrown(thrown) }, 'outbox relay: no notifications; polling only');
    return undefined;
  });
  const running = run();
  return {
    async stop() {
      isStopped = true;
      ask();
      await running;
      await (await listening)?.unlisten().catch(() => {});
      await wakes.close();
    },
  };
}
