import { type Clock, type Principal, SECOND_MS } from '@academy/kernel';
import type { SigningKey } from '@academy/platform/access';
import type { RedisDoor } from '@academy/platform/redis';
import type { CacheMetrics } from './cache-metrics.ts';
import type { CacheStore } from './cache-store.ts';
import type { CacheKind } from './cache-words.ts';
import { openEntry, sealEntry } from './entry.ts';
import type { Invalidation } from './invalidation.ts';
import { createKeepBudget } from './keep-budget.ts';
import { isSettled, type Mark, markKey, markOfPerson } from './marks.ts';

/** A place for one answer, and what it depends on. */
export type Slot = {
  /** Hash of everything that the answer is a function of, but the tenant. */
  readonly hash: string;
  readonly marks: readonly Mark[];
};

/** Something found. */
export type Kept = { readonly text: string; readonly asOfMs: number };

/** What a look at some slots of one kind showed. */
export type Look = {
  /** For each slot what is kept and still holds. */
  readonly found: readonly (Kept | undefined)[];
  /** Whether an answer made now may be given to others, and to caches on the way: neither what it depends on changed just now, nor did who asks change anything. */
  isSettled(index: number): boolean;
  /** The marks of a slot, as they were: what is made under the same ones is the same. */
  marksOf(index: number): string;
  /** When this look was begun, milliseconds since the epoch. */
  readonly asOfMs: number;
  /** Keeps what was made since the look. `asOfMs`: of its oldest part. Does nothing when it could not be relied on. */
  keep(answers: readonly { readonly index: number; readonly text: string; readonly asOfMs: number }[]): void;
};

/** Where kept answers are looked for. */
export type Shelf = {
  /** undefined when Redis did not answer: then nothing can be kept either. */
  look(
    kind: CacheKind,
    principal: Principal,
    slots: readonly Slot[],
    how: { readonly maxAgeSeconds: number; readonly isReload: boolean },
  ): Promise<Look | undefined>;
};

/** A longer answer is not kept; 256 kB is a page of a hundred courses with everything in them. */
const MAX_CHARACTERS = 256 * 1024;
const ABSENT = '-';

/** A shelf over a store. Keys begin with the tenant; values are signed and plain: packing one costs more than its way to Redis. */
export function createShelf(parts: {
  readonly store: CacheStore;
  readonly redis: RedisDoor;
  readonly invalidation: Invalidation;
  readonly signingKeys: readonly SigningKey[];
  readonly clock: Clock;
  readonly metrics: CacheMetrics;
}): Shelf {
  const { store, redis, invalidation, signingKeys, clock, metrics } = parts;
  const budget = createKeepBudget();
  const [newestKey] = signingKeys;
  if (newestKey === undefined) throw new Error('At least one signing key is needed to keep answers.');

  return {
    async look(kind, principal, slots, { maxAgeSeconds, isReload }) {
      const asOfMs = clock.now().getTime();
      const { tenantId } = principal;
      const own = principal.kind === 'user' ? [markKey(redis, markOfPerson(tenantId, principal.userId))] : [];
      const keys = slots.map(({ hash }) => redis.key(`t:${tenantId}:cache:${kind}:${hash}`));
      const slotMarks = slots.map(({ marks }) => marks.map((mark) => markKey(redis, mark)));
      const markKeys = [...new Set([...own, ...slotMarks.flat()])];
      const values = await store.read([...markKeys, ...(isReload ? [] : keys)]);
      if (values === undefined) {
        metrics.reads(kind, 'unavailable', slots.length);
        return undefined;
      }
      const markValues = new Map(markKeys.map((key, index) => [key, values[index] ?? null]));
      const told = slotMarks.map((marks) => marks.map((key) => markValues.get(key) ?? ABSENT).join(','));
      // Who has just changed something must see it, and what follows from it, also where no mark tells so yet.
      const hasWritten = own.some((key) => !isSettled(markValues.get(key) ?? null, asOfMs));
      const mayUse = !isReload && !hasWritten;
      const found = keys.map((key, index): Kept | undefined => {
        const value = mayUse ? (values[markKeys.length + index] ?? null) : null;
        const entry = value === null ? undefined : openEntry(key, value, signingKeys);
        if (entry === undefined || entry.marks !== told[index]) return undefined;
        const isFresh = asOfMs - entry.asOfMs < maxAgeSeconds * SECOND_MS && entry.asOfMs >= invalidation.trustedFromMs();
        return isFresh ? entry : undefined;
      });
      const hits = found.filter((kept) => kept !== undefined).length;
      metrics.reads(kind, 'hit', hits);
      metrics.reads(kind, mayUse ? 'miss' : 'bypass', slots.length - hits);
      const settled = slotMarks.map((marks) => marks.every((key) => isSettled(markValues.get(key) ?? null, asOfMs)));

      return {
        found,
        asOfMs,
        isSettled: (index) => !hasWritten && settled[index] === true,
        marksOf: (index) => told[index] ?? ABSENT,
        keep(answers) {
          const nowMs = clock.now().getTime();
          const kept = answers.flatMap(({ index, text, asOfMs: madeAtMs }) => {
            const key = keys[index];
            const marks = told[index];
            const lifeMs = maxAgeSeconds * SECOND_MS - (nowMs - madeAtMs);
            if (key === undefined || marks === undefined || lifeMs <= 0) return [];
            if (settled[index] !== true || madeAtMs < invalidation.trustedFromMs()) return metrics.refused(kind, 'unsettled');
            if (text.length > MAX_CHARACTERS) return metrics.refused(kind, 'too_long');
            if (!budget.take(tenantId, text.length, lifeMs, nowMs)) return metrics.refused(kind, 'over_budget');
            return [{ key, value: sealEntry(key, { asOfMs: madeAtMs, marks, text }, newestKey), lifeMs }];
          });
          if (kept.length > 0) metrics.stores(kind, store.write(kept) ? 'stored' : 'dropped', kept.length);
        },
      };
    },
  };
}
