import type { DomainEvent, EventContract, LiveTopic, Producer } from '@academy/contracts';
import { describeThrown, HOUR_MS } from '@academy/kernel';
import type postgres from 'postgres';
import type { SigningKey } from '../access/signature.ts';
import { acrossTenants, type Database } from '../db/database.ts';
import type { Wakes } from '../live/index.ts';
import type { Logger } from '../logger/index.ts';
import type { RedisDoor } from '../redis/index.ts';
import type { Telemetry } from '../telemetry/index.ts';
import type { Numbering } from './numbering.ts';
import { toDomainEvent } from './outbox.ts';
import { publishOrder, type Unpublished } from './publish-order.ts';
import { createPublishedMark, type Survival } from './published-mark.ts';
import {
  eventStreamKey,
  LIVE_STREAM_MAX_ENTRIES,
  liveStreamKey,
  liveWakeChannel,
  STREAM_MAX_ENTRIES,
  toEntry,
} from './stream.ts';

/** Events moved in one transaction: at most so many, half as many after each failure, and twice as many after each success. */
const MOST_EVENTS = 1_000;
const FEWEST_EVENTS = 10;
/** An emptied Redis is filled again with the events of this long. */
const REBUILD_MS = 24 * HOUR_MS;
/** A relay that was stopped in the middle of a batch holds the others up for this long at most. */
const MOST_IDLE = '15s';

type OutboxRow = Unpublished & { readonly type: string; readonly data: unknown; readonly occurred_at: string };
type Client = postgres.TransactionSql;
/** `more`: there is more to do at once. `idle`: there is nothing, or another relay is at it. */
type Outcome = 'more' | 'idle';

/**
 * Moves one batch of the outbox to Redis, and numbers the one behind it: an event that is numbered now is published by the next call, after its
 * number was committed. Rejects when PostgreSQL or Redis do not answer: then it may have been published, and will be again.
 */
export type MoveBatch = () => Promise<Outcome>;

/** The work of one relay; one of all relays of an island does it at a time, by a lock of the transaction. */
export function createMoveBatch(options: {
  producer: Producer;
  database: Database;
  redis: RedisDoor;
  wakes: Wakes;
  signingKey: SigningKey;
  contracts: readonly EventContract<unknown>[];
  numbering: readonly Numbering[];
  logger: Logger;
  telemetry: Telemetry;
}): MoveBatch {
  const { database, redis, wakes, signingKey, producer, logger } = options;
  const topics = new Map<string, LiveTopic>(
    options.contracts.flatMap((contract) => (contract.live === undefined ? [] : [[contract.type, contract.live] as const])),
  );
  const published = options.telemetry.counter('academy_outbox_published_total', 'Events moved from the outbox to Redis', [
    'island',
  ]);
  const mark = createPublishedMark(redis, producer);
  const stream = eventStreamKey(redis, producer);
  /** What was numbered by the last batch, or waits for that, in memory so that nothing that is written meanwhile gets between. */
  let held: readonly OutboxRow[] = [];
  let mostEvents = MOST_EVENTS;

  /** Whether it is this relay's turn, until the transaction ends; and PostgreSQL's clock. */
  async function takeTurn(tx: Client): Promise<{ isOurs: boolean; nowMs: number }> {
    const [, [lock]] = await Promise.all([
      tx`select set_config('idle_in_transaction_session_timeout', ${MOST_IDLE}, true)`,
      tx<{ held: boolean; now_ms: string }[]>`
        select pg_try_advisory_xact_lock(hashtext('outbox-relay')) as held, floor(extract(epoch from now()) * 1000)::bigint as now_ms`,
    ]);
    return { isOurs: lock?.held === true, nowMs: Number(lock?.now_ms) };
  }

  /** What is not published: what was held back, and a batch of the rest, oldest first. */
  async function take(tx: Client, before: readonly OutboxRow[]): Promise<OutboxRow[]> {
    const places = placesOf(before);
    const [still, fresh] = await Promise.all([
      before.length === 0
        ? []
        : tx<{ position: string }[]>`
            select position from outbox where published_at is null and position = any(${places}::bigint[])`,
      tx<OutboxRow[]>`
        select tenant_id, position, id, type, subject, data, occurred_at from outbox
        where published_at is null and position <> all(${places}::bigint[]) order by position limit ${mostEvents}`,
    ]);
    const open = new Set(still.map((row) => row.position));
    return [...before.filter((row) => open.has(row.position)), ...fresh];
  }

  /** Publishes again what Redis had and has no more. In a transaction before Redis is told, so that it is not forgotten in between. */
  async function restore(sinceMs: number | undefined): Promise<void> {
    const again = await database.pool.begin(async (tx) => {
      const { isOurs, nowMs } = await takeTurn(tx);
      if (!isOurs) return undefined;
      const from = new Date(Math.max(nowMs - REBUILD_MS, sinceMs ?? 0)).toISOString();
      const { count } = await tx`update outbox set published_at = null where published_at >= ${from}`;
      return { count, nowMs };
    });
    if (again === undefined) return;
    await mark.settle(again.nowMs);
    if (again.count > 0) logger.warn({ island: producer, events: again.count }, 'Redis had lost events: publishing them again');
  }

  /** Numbers what has none: `waiting` are the events whose number is not committed yet. */
  async function number(client: Client, rows: readonly OutboxRow[]) {
    const numbers = new Map<string, number>();
    const waiting = new Set<string>();
    const tx = acrossTenants(client);
    for (const { contract, number: numberOf } of options.numbering) {
      const events = rows.filter((row) => row.type === contract.type).map((row) => ({ tenantId: row.tenant_id, id: row.id }));
      if (events.length === 0) continue;
      const known = await numberOf(tx, events);
      for (const { id } of events) {
        const position = known.get(id);
        if (position === null) waiting.add(id);
        else if (position !== undefined) numbers.set(id, position);
        else logger.error({ island: producer, type: contract.type, event: id }, 'an event without a number is published');
      }
    }
    return { numbers, waiting };
  }

  async function publish(rows: readonly OutboxRow[], positions: ReadonlyMap<string, number>, nowMs: number): Promise<void> {
    const pipeline = redis.commands.pipeline();
    for (const row of rows) {
      const entry = toEntry(eventOf(row, positions.get(row.id)), signingKey);
      pipeline.xadd(stream, 'MAXLEN', '~', STREAM_MAX_ENTRIES, '*', ...entry);
      const topic = topics.get(row.type);
      if (topic === undefined) continue;
      pipeline.xadd(liveStreamKey(redis, row.tenant_id, topic), 'MAXLEN', '~', LIVE_STREAM_MAX_ENTRIES, '*', ...entry);
    }
    mark.add(pipeline, nowMs);
    const results = await pipeline.exec();
    const failed = results?.find(([error]) => error !== null);
    if (results === null || failed !== undefined) throw failed?.[0] ?? new Error('Redis did not take the batch');
  }

  /** Once per tenant and topic. A wake-up may be lost: whoever waits for one also looks by itself. */
  function wakeWatchers(rows: readonly OutboxRow[]): void {
    const channels = new Set<string>();
    for (const { type, tenant_id } of rows) {
      const topic = topics.get(type);
      if (topic !== undefined) channels.add(liveWakeChannel(redis, tenant_id, topic));
    }
    for (const channel of channels) {
      wakes.wake(channel).catch((thrown: unknown) => logger.warn({ err: describeThrown(thrown) }, 'watchers could not be woken'));
    }
  }

  /** Publishes what may be, holds back the rest, and says whether there is more. */
  async function move(tx: Client, before: readonly OutboxRow[], looking: Promise<Survival>) {
    // Sent in one go, and answered in this order: what is taken is taken under the lock.
    const [{ isOurs, nowMs }, rows] = await Promise.all([takeTurn(tx), take(tx, before)]);
    if (!isOurs || rows.length === 0) return { held: [], outcome: 'idle' as const };
    const [{ numbers, waiting }, survival] = await Promise.all([number(tx, rows), looking]);
    if (survival.kept !== 'all') return { held: [], outcome: 'more' as const };
    const { ready, held: later } = publishOrder(rows, numbers, waiting);
    if (ready.length > 0) {
      await publish(ready, numbers, nowMs);
      wakeWatchers(ready);
      await tx`
        update outbox set published_at = now() where published_at is null and position = any(${placesOf(ready)}::bigint[])`;
      published.inc({ island: producer }, ready.length);
    }
    return { held: later, outcome: rows.length >= mostEvents || later.length > 0 ? ('more' as const) : ('idle' as const) };
  }

  return async () => {
    const before = held;
    held = [];
    const looking = mark.look();
    try {
      const [survival, moved] = await Promise.all([looking, database.pool.begin((tx) => move(tx, before, looking))]);
      mostEvents = Math.min(mostEvents * 2, MOST_EVENTS);
      held = moved.held;
      if (survival.kept === 'all') return moved.outcome;
      await restore(survival.kept === 'before' ? survival.sinceMs : undefined);
      return 'more';
    } catch (thrown) {
      mostEvents = Math.max(Math.floor(mostEvents / 2), FEWEST_EVENTS);
      throw thrown;
    }
  };
}

/** Places in the outbox as PostgreSQL writes an array: one parameter, however many they are. */
function placesOf(rows: readonly OutboxRow[]): string {
  return `{${rows.map((row) => row.position).join(',')}}`;
}

function eventOf(row: OutboxRow, position: number | undefined): DomainEvent {
  const event = toDomainEvent({
    tenantId: row.tenant_id,
    id: row.id,
    type: row.type,
    subject: row.subject,
    data: row.data,
    occurredAt: new Date(row.occurred_at),
  });
  return position === undefined ? event : { ...event, position };
}
