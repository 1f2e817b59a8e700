import { describeThrown, SECOND_MS } from '@academy/kernel';
import type { Logger } from '@academy/platform/logger';
import type { RedisDoor } from '@academy/platform/redis';
import { createDependencyGuard, within } from '@academy/platform/resilience';

/** Redis as a place for things that may be lost. Nothing here rejects; slow is the same as absent. */
export type CacheStore = {
  /** The values of these keys, all of one instant, null where there is none; undefined when Redis did not answer in time. */
  read(keys: readonly string[]): Promise<(string | null)[] | undefined>;
  /** Writes in the background. Answers false when too much is being written already; then nothing is written. */
  write(values: readonly StoredValue[]): boolean;
  /** Writes, and tells whether Redis has it. Tried also when Redis did not answer before. */
  writeNow(values: readonly StoredValue[]): Promise<boolean>;
  /** Resolves when nothing is being written. */
  settled(): Promise<void>;
};

export type StoredValue = { readonly key: string; readonly value: string; readonly lifeMs: number };

type ReadOutcome = { readonly kind: 'read'; readonly values: (string | null)[] } | { readonly kind: 'failed' };

/** An operation does not wait longer than this for what it may do without. */
export const READ_DEADLINE_MS = 50;
/** Marks matter more: a change that is not marked costs this process everything that was kept. */
const MARK_DEADLINE_MS = 250;
/** After so many failures in a row Redis is not read for a second: waiting in vain would slow every operation. */
const FAILURES_UNTIL_PAUSE = 3;
/** Reads under way at once; who comes beyond does without. */
const MAX_READS = 1_000;
/** Characters that wait to be written: 16 MiB of Latin text. */
const MAX_PENDING_CHARACTERS = 16 * 1024 * 1024;

/** A store on the process's connection for commands. */
export function createCacheStore(parts: {
  readonly redis: RedisDoor;
  readonly logger: Logger;
  readonly readDeadlineMs: number;
}): CacheStore {
  const { redis, logger, readDeadlineMs } = parts;
  const writing = new Set<Promise<unknown>>();
  let pendingCharacters = 0;
  const guard = createDependencyGuard<ReadOutcome>({
    maxConcurrent: MAX_READS,
    maxQueued: 0,
    failuresUntilBroken: FAILURES_UNTIL_PAUSE,
    tryAfterMs: SECOND_MS,
    isFailure: ({ kind }) => kind === 'failed',
    onState: (state) => {
      if (state === 'broken') logger.warn('cache: Redis does not answer in time; going on without');
    },
  });
  const { signal } = new AbortController();

  const mget = (keys: readonly string[]): Promise<ReadOutcome> =>
    within(readDeadlineMs, redis.commands.mget([...keys])).then(
      (values): ReadOutcome => ({ kind: 'read', values }),
      (thrown: unknown): ReadOutcome => {
        logger.debug({ err: describeThrown(thrown) }, 'cache: a look was in vain');
        return { kind: 'failed' };
      },
    );

  async function send(values: readonly StoredValue[]): Promise<void> {
    const pipeline = redis.commands.pipeline();
    for (const { key, value, lifeMs } of values) pipeline.set(key, value, 'PX', Math.max(1, Math.floor(lifeMs)));
    const results = await pipeline.exec();
    const failed = results?.find(([error]) => error !== null);
    if (results === null || failed !== undefined) throw failed?.[0] ?? new Error('Redis did not take the values');
  }

  return {
    async read(keys) {
      const outcome = await guard.run(() => mget(keys), signal);
      return typeof outcome === 'object' && outcome.kind === 'read' ? outcome.values : undefined;
    },
    write(values) {
      const characters = values.reduce((sum, { key, value }) => sum + key.length + value.length, 0);
      if (values.length === 0 || pendingCharacters + characters > MAX_PENDING_CHARACTERS) return false;
      pendingCharacters += characters;
      const sent: Promise<void> = send(values)
        .catch((thrown: unknown) => logger.debug({ err: describeThrown(thrown) }, 'cache: an answer could not be kept'))
        .finally(() => {
          pendingCharacters -= characters;
          writing.delete(sent);
        });
      writing.add(sent);
      return true;
    },
    writeNow: (values) =>
      within(MARK_DEADLINE_MS, send(values)).then(
        () => true,
        (thrown: unknown) => {
          logger.warn({ err: describeThrown(thrown) }, 'cache: a change could not be marked; what was kept is not used any more');
          return false;
        },
      ),
    async settled() {
      while (writing.size > 0) await Promise.all(writing);
    },
  };
}
