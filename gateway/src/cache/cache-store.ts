import { describeThrown } from '@academy/kernel';
import type { Logger } from '@academy/platform/logger';
import type { RedisDoor } from '@academy/platform/redis';

/** Redis as a place for things that may be lost. Nothing here rejects; slow is the same as absent. */
export type CacheStore = {
  /** The values of these keys, all of one instant, null where there is none; undefined when Redis did not answer in time. */
  read(keys: readonly string[]): Promise<(string | null)[] | undefined>;
  /** Writes in the background. Answers false when too much is being written already, or Redis is not there; then nothing is written. */
  write(values: readonly StoredValue[]): boolean;
  /** Writes, and tells whether Redis has it. */
  writeNow(values: readonly StoredValue[]): Promise<boolean>;
  /** Resolves when nothing is being written. */
  settled(): Promise<void>;
};

export type StoredValue = { readonly key: string; readonly value: string; readonly lifeMs: number };

/** An operation does not wait longer than this for what it may do without. */
export const READ_DEADLINE_MS = 50;
/** Marks matter more: a change that is not marked costs this process everything that was kept. */
const MARK_DEADLINE_MS = 250;
/** After so many failures in a row, Redis is left alone for a while: waiting in vain would slow every operation. */
const FAILURES_BEFORE_PAUSE = 3;
const PAUSE_MS = 1_000;
/** Characters that wait to be written, 16 MiB of Latin text. */
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
  let failures = 0;
  let pausedUntilMs = 0;

  const isPaused = () => performance.now() < pausedUntilMs;
  function noteFailure(thrown: unknown): void {
    failures += 1;
    if (failures < FAILURES_BEFORE_PAUSE) return;
    if (!isPaused()) logger.warn({ err: describeThrown(thrown) }, 'cache: Redis does not answer in time; going on without');
    pausedUntilMs = performance.now() + PAUSE_MS;
  }
  async function attempt<T>(work: Promise<T>, deadlineMs: number): Promise<T | undefined> {
    try {
      const answer = await within(deadlineMs, work);
      failures = 0;
      return answer;
    } catch (thrown) {
      noteFailure(thrown);
      return undefined;
    }
  }
  async function send(values: readonly StoredValue[]): Promise<true> {
    const pipeline = redis.commands.pipeline();
    for (const { key, value, lifeMs } of values) pipeline.set(key, value, 'PX', Math.max(1, Math.floor(lifeMs)));
    const results = await pipeline.exec();
    const failed = results?.find(([error]) => error !== null);
    if (results === null || failed !== undefined) throw failed?.[0] ?? new Error('Redis did not take the values');
    return true;
  }

  return {
    async read(keys) {
      if (isPaused()) return undefined;
      return attempt(redis.commands.mget([...keys]), readDeadlineMs);
    },
    write(values) {
      const characters = values.reduce((sum, { key, value }) => sum + key.length + value.length, 0);
      if (values.length === 0 || isPaused() || pendingCharacters + characters > MAX_PENDING_CHARACTERS) return false;
      pendingCharacters += characters;
      const sent: Promise<void> = send(values)
        .then(() => undefined, noteFailure)
        .finally(() => {
          pendingCharacters -= characters;
          writing.delete(sent);
        });
      writing.add(sent);
      return true;
    },
    async writeNow(values) {
      return (await attempt(send(values), MARK_DEADLINE_MS)) ?? false;
    },
    async settled() {
      while (writing.size > 0) await Promise.all(writing);
    },
  };
}

/** What the work yields, or a rejection after this time; the work then goes on unheard. */
async function within<T>(ms: number, work: Promise<T>): Promise<T> {
  const { promise, reject } = Promise.withResolvers<never>();
  // One turn later than due: after a long turn of the event loop, what has arrived meanwhile is read only then.
  const timer = setTimeout(() => setImmediate(() => reject(new Error(`no answer in ${ms} ms`))), ms);
  try {
    return await Promise.race([work, promise]);
  } finally {
    clearTimeout(timer);
  }
}
