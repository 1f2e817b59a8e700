import type { DomainEvent, Producer } from '@academy/contracts';
import { describeThrown, SECOND_MS } from '@academy/kernel';
import type { SigningKey } from '../access/signature.ts';
import type { Service } from '../lifecycle/index.ts';
import type { Logger } from '../logger/index.ts';
import type { RedisDoor } from '../redis/index.ts';
import { eventStreamKey } from './stream.ts';
import { openStreamCursor } from './stream-cursor.ts';

/** Reads a stream for one process alone: no consumer group, nothing is remembered when it stops. */
export type EventTail = Service & {
  /** Resolves when everything that was to be read at the start has been handed over. Never, while Redis cannot be reached. */
  readonly caughtUp: Promise<void>;
};

/** Redis holds a waiting read open for this long. */
const BLOCK_MS = 2 * SECOND_MS;
const OUTAGE_WAIT_MS = 500;

/**
 * Hands over every event of one island: from the oldest that its stream has, or from what comes after the start, in order. Read again from
 * the beginning when Redis was emptied, so `onEvent` must bear an event that it has seen. What it throws is logged, and the event is over.
 * Entries that are not signed by one of the keys are logged and skipped; outages are waited out.
 */
export function tailEvents(options: {
  producer: Producer;
  redis: RedisDoor;
  signingKeys: readonly SigningKey[];
  /** Default: `beginning`. */
  from?: 'beginning' | 'newest';
  onEvent: (event: DomainEvent) => void;
  /** Called when events may have been lost before they were read: the stream was emptied, or trimmed beyond the place. */
  onLost?: () => void;
  logger: Logger;
}): EventTail {
  const { producer, redis, logger } = options;
  const stream = eventStreamKey(redis, producer);
  const connection = redis.connect(`tail:${producer}`);
  const cursor = openStreamCursor({
    redis,
    stream,
    from: options.from ?? 'beginning',
    signingKeys: options.signingKeys,
    onForged: (entryId) => logger.error({ producer, entryId }, 'an event that is not signed by us was refused'),
  });
  const caughtUp = Promise.withResolvers<void>();
  const stopping = Promise.withResolvers<void>();
  let isStopped = false;

  function deliver(event: DomainEvent): void {
    try {
      options.onEvent(event);
    } catch (thrown) {
      logger.error({ producer, eventId: event.id, type: event.type, err: thrown }, 'an event could not be taken in');
    }
  }

  async function run(): Promise<void> {
    while (!isStopped) {
      try {
        const { hasLost } = await cursor.read(deliver);
        if (hasLost) options.onLost?.();
        caughtUp.resolve();
        // Only a reminder: whatever it brings is read through the cursor, which also sees what is missing.
        if (!isStopped) await connection.xread('COUNT', 1, 'BLOCK', BLOCK_MS, 'STREAMS', stream, cursor.lastId());
      } catch (thrown) {
        if (isStopped) return;
        logger.warn({ producer, err: describeThrown(thrown) }, 'event tail: will try again');
        await Promise.race([new Promise((resolve) => setTimeout(resolve, OUTAGE_WAIT_MS)), stopping.promise]);
      }
    }
  }

  const running = run();
  return {
    caughtUp: caughtUp.promise,
    async stop() {
      isStopped = true;
      stopping.resolve();
      connection.disconnect();
      await running;
    },
  };
}
