import type { DomainEvent, Producer } from '@academy/contracts';
import type { SigningKey } from '@academy/platform/access';
import { type EventTail, tailEvents } from '@academy/platform/events';
import type { Logger } from '@academy/platform/logger';
import type { RedisDoor } from '@academy/platform/redis';
import { marksOfEvent, producersOf } from './event-marks.ts';
import type { Invalidation } from './invalidation.ts';

/** Hears what changes, and ends what shows it. */
export type ChangeFollower = {
  /** From now on changes of these entity types are heard. Until their streams are being read, nothing that is kept is used. */
  follow(entityTypes: ReadonlySet<string>): void;
  /** Resolves when every stream that is needed is being read. */
  ready(): Promise<void>;
  stop(): Promise<void>;
};

/** A follower of the islands' event streams: of those alone whose events can matter, from their newest event on. */
export function createChangeFollower(parts: {
  readonly redis: RedisDoor;
  readonly signingKeys: readonly SigningKey[];
  readonly invalidation: Invalidation;
  readonly logger: Logger;
}): ChangeFollower {
  const { redis, signingKeys, invalidation, logger } = parts;
  const tails = new Map<Producer, EventTail>();
  let followed: ReadonlySet<string> = new Set();
  let caughtUp: Promise<void> = Promise.resolve();
  let isStopped = false;

  const onEvent = (event: DomainEvent) => void invalidation.mark(marksOfEvent(event, followed), 'event');

  return {
    follow(entityTypes) {
      if (isStopped) return;
      followed = new Set([...followed, ...entityTypes]);
      invalidation.distrust();
      for (const producer of producersOf(followed)) {
        if (tails.has(producer)) continue;
        // What happened before is of no use here: it ended what older answers showed, and those are not trusted.
        const options = { producer, redis, signingKeys, onEvent, onLost: invalidation.trustFromNow, logger };
        tails.set(producer, tailEvents({ ...options, from: 'newest' }));
      }
      const all = Promise.all([...tails.values()].map((tail) => tail.caughtUp)).then(() => {
        if (all === caughtUp && !isStopped) invalidation.trustFromNow();
      });
      caughtUp = all;
    },
    ready: () => caughtUp,
    async stop() {
      isStopped = true;
      invalidation.distrust();
      await Promise.all([...tails.values()].map((tail) => tail.stop()));
    },
  };
}
