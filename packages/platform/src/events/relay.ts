import type { EventContract, LiveTopic, Producer } from '@academy/contracts';
import { describeThrown } from '@academy/kernel';
import type { SigningKey } from '../access/signature.ts';
import type { Database } from '../db/database.ts';
import type { Service } from '../lifecycle/index.ts';
import { createWakes } from '../live/index.ts';
import type { Logger } from '../logger/index.ts';
import type { RedisDoor } from '../redis/index.ts';
import type { Telemetry } from '../telemetry/index.ts';
import { toDomainEvent } from './outbox.ts';
import { eventStreamKey, liveStreamKey, liveWakeChannel, STREAM_MAX_ENTRIES, toEntry } from './stream.ts';

/** Rows moved in one transaction. */
const BATCH = 200;
/** The relay looks by itself this often, should a notification be lost. */
const POLL_MS = 1_000;
/** Published events are kept this long, to fill an emptied Redis and to look into; then they are removed, some at a time. */
const KEPT_DAYS = 30;
const PURGE_EVERY_MS = 60_000;
const PURGE_BATCH = 5_000;
/** An emptied Redis is filled again with the events of this many hours. */
const REBUILD_HOURS = 24;

type OutboxRow = {
  tenant_id: string;
  position: string;
  id: string;
  type: string;
  subject: string;
  data: unknown;
  occurred_at: string;
};

/**
 * Moves the outbox to Redis: every committed event is appended to the island's stream, in order, at least once; live events also to
 * the tenant's stream, whose watchers are woken. One relay per island works at a time, however many run: the others wait for its lock.
 * When Redis has lost its streams, the last 24 h are published again; consumers know events by id.
 */
export function startRelay(options: {
  producer: Producer;
  database: Database;
  redis: RedisDoor;
  signingKey: SigningKey;
  contracts: readonly EventContract<unknown>[];
  logger: Logger;
  telemetry: Telemetry;
}): Service {
  const { database, redis, signingKey, producer, logger } = options;
  const topics = new Map<string, LiveTopic>(
    options.contracts.flatMap((contract) => (contract.live === undefined ? [] : [[contract.type, contract.live] as const])),
  );
  const published = options.telemetry.counter('academy_outbox_published_total', 'Events moved from the outbox to Redis', [
    'island',
  ]);
  const wakes = createWakes(redis);
  const epochKey = redis.key(`sys:epoch:${producer}`);
  let isStopped = false;
  let wake: (() => void) | undefined;

  async function moveBatch(): Promise<number> {
    return database.pool.begin(async (tx) => {
      const [lock] = await tx<{ held: boolean }[]>`select pg_try_advisory_xact_lock(hashtext('outbox-relay')) as held`;
      if (lock?.held !== true) return 0;
      await republishIfEmptied(tx);
      const rows = await tx<OutboxRow[]>`
        select tenant_id, position, id, type, subject, data, occurred_at from outbox
        where published_at is null order by position limit ${BATCH}`;
      if (rows.length === 0) return 0;
      const pipeline = redis.commands.pipeline();
      const woken = new Set<string>();
      for (const row of rows) {
        const event = toDomainEvent({
          tenantId: row.tenant_id,
          id: row.id,
          type: row.type,
          subject: row.subject,
          data: row.data,
          occurredAt: new Date(row.occurred_at),
        });
        const entry = toEntry(event, signingKey);
        pipeline.xadd(eventStreamKey(redis, producer), 'MAXLEN', '~', STREAM_MAX_ENTRIES, '*', ...entry);
        const topic = topics.get(row.type);
        if (topic !== undefined) {
          pipeline.xadd(liveStreamKey(redis, row.tenant_id, topic), 'MAXLEN', '~', STREAM_MAX_ENTRIES, '*', ...entry);
          woken.add(liveWakeChannel(redis, row.tenant_id, topic));
        }
      }
      const results = await pipeline.exec();
      const failed = results?.find(([error]) => error !== null);
      if (results === null || failed !== undefined) throw failed?.[0] ?? new Error('Redis did not take the batch');
      await tx`update outbox set published_at = now() where id in ${tx(rows.map((row) => row.id))}`;
      for (const channel of woken) await wakes.wake(channel);
      published.inc({ island: producer }, rows.length);
      return rows.length;
    });
  }

  async function republishIfEmptied(tx: Parameters<Parameters<Database['pool']['begin']>[1]>[0]): Promise<void> {
    if ((await redis.commands.exists(epochKey)) === 1) return;
    const again =
      await tx`update outbox set published_at = null where published_at > now() - make_interval(hours => ${REBUILD_HOURS})`;
    await redis.commands.set(epochKey, new Date().toISOString());
    if (again.count > 0) logger.warn({ island: producer, events: again.count }, 'Redis had lost its streams: publishing again');
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
      try {
        while (!isStopped && (await moveBatch()) === BATCH);
        await purge();
      } catch (thrown) {
        if (!isStopped) logger.warn({ island: producer, err: describeThrown(thrown) }, 'outbox relay: will try again');
      }
      if (isStopped) return;
      const woken = Promise.withResolvers<void>();
      wake = woken.resolve;
      const timer = setTimeout(woken.resolve, POLL_MS);
      await woken.promise;
      clearTimeout(timer);
      wake = undefined;
    }
  }

  const listening = database.pool
    .listen('outbox', () => wake?.())
    .catch((thrown: unknown) => {
      logger.warn({ island: producer, err: describeThrown(thrown) }, 'outbox relay: no notifications; polling only');
      return undefined;
    });
  const running = run();
  return {
    async stop() {
      isStopped = true;
      wake?.();
      await running;
      await (await listening)?.unlisten().catch(() => {});
      await wakes.close();
    },
  };
}
