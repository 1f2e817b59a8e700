import type { Clock } from '@academy/kernel';
import type { RedisDoor } from '@academy/platform/redis';
import type { CacheMetrics } from './cache-metrics.ts';
import type { CacheStore } from './cache-store.ts';
import { type Mark, markKey, markLifeMs, newMarkValue } from './marks.ts';

/** Ends what is kept. */
export type Invalidation = {
  /**
   * Resolves when nothing that depends on the marks is used by this process any more: Redis has them, or, should it not take them, this
   * process has stopped trusting everything older. Never rejects. Marks that come while others are being written go together.
   */
  mark(marks: readonly Mark[], cause: 'event' | 'mutation'): Promise<void>;
  /** Resolves when no marks are being written. Never rejects. */
  idle(): Promise<void>;
  /** What was made before, milliseconds since the epoch, is not used by this process. Infinity: nothing is. */
  trustedFromMs(): number;
  /** Nothing is trusted until `trustFromNow`: changes are not being followed. */
  distrust(): void;
  /** What is made from now on is trusted. */
  trustFromNow(): void;
};

/** So many marks are written in one go; a flood beyond it (an emptied Redis that is being filled again) ends everything instead. */
const MAX_WAITING = 5_000;

/** An invalidation that trusts nothing yet. */
export function createInvalidation(parts: {
  readonly store: CacheStore;
  readonly redis: RedisDoor;
  readonly clock: Clock;
  readonly metrics: CacheMetrics;
}): Invalidation {
  const { store, redis, clock, metrics } = parts;
  /** Keys, and how long each is to live. */
  const waiting = new Map<string, number>();
  let flushing: Promise<void> | undefined;
  let next: Promise<void> | undefined;
  let trustedFromMs = Number.POSITIVE_INFINITY;

  function distrustOlder(): void {
    // Infinity stays: it is for who follows the events to end it.
    if (trustedFromMs !== Number.POSITIVE_INFINITY) trustedFromMs = clock.now().getTime() + 1;
  }
  async function flush(): Promise<void> {
    const keys = [...waiting];
    waiting.clear();
    const value = newMarkValue(clock.now().getTime());
    if (await store.writeNow(keys.map(([key, lifeMs]) => ({ key, value, lifeMs })))) return;
    metrics.marks('failed', keys.length);
    distrustOlder();
  }
  /** One flush at a time; whoever comes meanwhile is in the next. */
  function schedule(): Promise<void> {
    next ??= (flushing ?? Promise.resolve()).then(() => {
      next = undefined;
      flushing = flush().finally(() => {
        flushing = undefined;
      });
      return flushing;
    });
    return next;
  }

  return {
    async mark(marks, cause) {
      if (marks.length === 0) return;
      metrics.marks(cause, marks.length);
      if (waiting.size + marks.length > MAX_WAITING) return distrustOlder();
      for (const mark of marks) waiting.set(markKey(redis, mark), markLifeMs(mark));
      await schedule();
    },
    async idle() {
      while (next !== undefined || flushing !== undefined) await (next ?? flushing);
    },
    trustedFromMs: () => trustedFromMs,
    distrust() {
      trustedFromMs = Number.POSITIVE_INFINITY;
    },
    trustFromNow() {
      trustedFromMs = clock.now().getTime() + 1;
    },
  };
}
