import type { DomainEvent, EventContract, Producer } from '@academy/contracts';
import { describeThrown, Fault } from '@academy/kernel';
import type { SigningKey } from '../access/signature.ts';
import type { Database, Tx } from '../db/database.ts';
import { deadLetters, inbox } from '../db/platform-tables.ts';
import { newId } from '../ids/index.ts';
import type { Service } from '../lifecycle/index.ts';
import type { Logger } from '../logger/index.ts';
import type { RedisDoor } from '../redis/index.ts';
import type { Telemetry } from '../telemetry/index.ts';
import { createForgedEntries } from './forged-entries.ts';
import { eventStreamKey, fromEntry } from './stream.ts';

/** What an island does when an event of another island arrives. */
export type Reaction<Context> = {
  /** Unique in the island, e.g. `course-completed`. */
  readonly name: string;
  readonly contract: EventContract<never>;
  /** Runs once per event, in a transaction of the event's tenant together with the mark that it ran. */
  react(tx: Tx, event: DomainEvent<never>, context: Context): Promise<void>;
};

/** Declares a reaction; keeps the type of the event's data. */
export function reaction<Context, Data>(
  name: string,
  contract: EventContract<Data>,
  react: (tx: Tx, event: DomainEvent<Data>, context: Context) => Promise<void>,
): Reaction<Context> {
  return { name, contract: contract as EventContract<never>, react: react as Reaction<Context>['react'] };
}

/** Runs every reaction to an event once, each with its mark in one transaction; what ran before does not run again. Throws what a reaction throws. */
export async function handleEvent<Context>(
  database: Database,
  reactions: readonly Reaction<Context>[],
  event: DomainEvent,
  context: Context,
): Promise<void> {
  for (const one of reactions) if (one.contract.type === event.type) await react(database, one, event, context);
}

async function react<Context>(database: Database, one: Reaction<Context>, event: DomainEvent, context: Context): Promise<void> {
  const data = one.contract.data.parse(event.data);
  await database.inTenant(event.tenantId, 'write', async (tx) => {
    const marked = await tx
      .insert(inbox)
      .values({ tenantId: event.tenantId, eventId: event.id, reaction: one.name })
      .onConflictDoNothing()
      .returning({ id: inbox.eventId });
    if (marked.length === 0) return;
    await one.react(tx, { ...event, data } as DomainEvent<never>, context);
  });
}

/** A reaction that throws is tried this often before its event goes to the dead letters: 50 ms doubling, about 3 s in all. */
const MAX_ATTEMPTS = 7;
const FIRST_RETRY_MS = 50;
/** While the database or Redis is away the consumer waits this long between tries, and gives up nothing. */
const OUTAGE_WAIT_MS = 500;
/** Entries that a dead consumer left are taken over after this long; should it live after all, the inbox lets only one of the two react. */
const CLAIM_IDLE_MS = 10_000;
const CLAIM_EVERY_MS = 3_000;
const BATCH = 100;
const BLOCK_MS = 2_000;

type StreamEntry = [id: string, fields: string[] | null];

/**
 * Reads one island's events and runs this island's reactions to them, in order, each once: the inbox row is written in the reaction's
 * own transaction. An event whose reaction keeps failing is buried in `dead_letters`, and the stream moves on.
 * An entry that is not signed by us is counted, kept among the platform's dead letters unless there are too many, and skipped. Outages are waited out.
 */
export function startConsumer<Context>(options: {
  island: string;
  producer: Producer;
  reactions: readonly Reaction<Context>[];
  context: Context;
  database: Database;
  redis: RedisDoor;
  signingKeys: readonly SigningKey[];
  /** Unique per process, e.g. host and process id. */
  consumerName: string;
  logger: Logger;
  telemetry: Telemetry;
}): Service {
  const { island, producer, database, redis, logger } = options;
  const stream = eventStreamKey(redis, producer);
  const connection = redis.connect(`consumer:${producer}`);
  const handled = options.telemetry.counter('academy_events_handled_total', 'Events handled by reactions', ['island', 'outcome']);
  const forged = createForgedEntries(database);
  let isStopped = false;

  async function handle(id: string, fields: string[] | null): Promise<void> {
    if (fields === null) return;
    const event = fromEntry(fields, options.signingKeys);
    if (event === undefined) {
      // Kept first: when that fails, the entry is read again.
      const isKept = await forged.keep(stream, id, fields);
      handled.inc({ island, outcome: 'forged' });
      if (isKept) logger.error({ island, producer, entryId: id }, 'an event that is not signed by us was refused');
      return;
    }
    for (const one of options.reactions) if (one.contract.type === event.type) await reactWithRetries(one, event);
  }

  async function reactWithRetries(one: Reaction<Context>, event: DomainEvent): Promise<void> {
    for (let attempt = 1; !isStopped; ) {
      try {
        await react(database, one, event, options.context);
        handled.inc({ island, outcome: 'done' });
        return;
      } catch (thrown) {
        if (thrown instanceof Fault && thrown.isRetryable) {
          logger.warn(
            { island, reaction: one.name, err: describeThrown(thrown.cause ?? thrown) },
            'waiting for an outage to end',
          );
          await sleep(OUTAGE_WAIT_MS);
          continue;
        }
        if (attempt >= MAX_ATTEMPTS) return bury(one, event, thrown, attempt);
        await sleep(FIRST_RETRY_MS * 2 ** (attempt - 1));
        attempt += 1;
      }
    }
    throw new Stopped();
  }

  async function bury(one: Reaction<Context>, event: DomainEvent, thrown: unknown, attempts: number): Promise<void> {
    logger.error({ island, reaction: one.name, eventId: event.id, err: thrown }, 'an event could not be handled and was buried');
    handled.inc({ island, outcome: 'buried' });
    await database.inTenant(event.tenantId, 'write', async (tx) => {
      await tx.insert(deadLetters).values({
        tenantId: event.tenantId,
        id: newId(),
        source: `event:${event.type}`,
        reference: event.id,
        payload: { reaction: one.name, event },
        error: describeThrown(thrown).slice(0, 2_000),
        attempts,
      });
    });
  }

  async function drain(entries: readonly StreamEntry[]): Promise<void> {
    for (const [id, fields] of entries) {
      if (isStopped) return;
      await handle(id, fields);
      await redis.commands.xack(stream, island, id);
    }
  }

  async function readOwnPending(): Promise<void> {
    for (let from = '0'; !isStopped; ) {
      const answer = (await connection.xreadgroup(
        'GROUP',
        island,
        options.consumerName,
        'COUNT',
        BATCH,
        'STREAMS',
        stream,
        from,
      )) as [string, StreamEntry[]][] | null;
      const entries = answer?.[0]?.[1] ?? [];
      const last = entries.at(-1);
      if (last === undefined) return;
      await drain(entries);
      from = last[0];
    }
  }

  async function claimAbandoned(): Promise<void> {
    const [, entries] = (await redis.commands.xautoclaim(
      stream,
      island,
      options.consumerName,
      CLAIM_IDLE_MS,
      '0',
      'COUNT',
      BATCH,
    )) as [string, StreamEntry[]];
    await drain(entries);
  }

  async function run(): Promise<void> {
    let lastClaimAt = 0;
    let isReady = false;
    while (!isStopped) {
      try {
        if (!isReady) {
          await createGroup();
          await readOwnPending();
          isReady = true;
        }
        if (Date.now() - lastClaimAt > CLAIM_EVERY_MS) {
          lastClaimAt = Date.now();
          await claimAbandoned();
        }
        const answer = (await connection.xreadgroup(
          'GROUP',
          island,
          options.consumerName,
          'COUNT',
          BATCH,
          'BLOCK',
          BLOCK_MS,
          'STREAMS',
          stream,
          '>',
        )) as [string, StreamEntry[]][] | null;
        await drain(answer?.[0]?.[1] ?? []);
      } catch (thrown) {
        if (isStopped) return;
        isReady = false;
        logger.warn({ island, producer, err: describeThrown(thrown) }, 'event consumer: will try again');
        await sleep(OUTAGE_WAIT_MS);
      }
    }
  }

  async function createGroup(): Promise<void> {
    try {
      await redis.commands.xgroup('CREATE', stream, island, '0', 'MKSTREAM');
    } catch (thrown) {
      if (!describeThrown(thrown).startsWith('BUSYGROUP')) throw thrown;
    }
  }

  const running = run();
  return {
    async stop() {
      isStopped = true;
      connection.disconnect();
      await running;
    },
  };
}

class Stopped extends Error {
  override readonly name = 'Stopped';
}

function sleep(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
