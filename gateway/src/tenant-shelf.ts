import { type Clock, describeThrown, MINUTE_MS } from '@academy/kernel';
import type { SigningKey } from '@academy/platform/access';
import type { Logger } from '@academy/platform/logger';
import type { RedisDoor } from '@academy/platform/redis';
import { openEntry, sealEntry } from './cache/entry.ts';
import { type TenantRecord, tenantRecords } from './tenant.ts';

/** All tenants as they were at one instant. */
export type DirectoryCopy = { readonly readAtMs: number; readonly tenants: readonly TenantRecord[] };

/** The directory in Redis: what one gateway process read, for the others. */
export type DirectoryShelf = {
  /** Whether Redis can be reached, and with it what it tells of changes. */
  isHearing(): boolean;
  /** The copy that is kept; undefined when there is none that is ours, or Redis does not answer. Never rejects. */
  read(): Promise<DirectoryCopy | undefined>;
  /** Keeps the copy for a minute. Never rejects. */
  keep(copy: DirectoryCopy): Promise<void>;
};

/** While users cannot be reached, a copy is used for this long. */
export const DIRECTORY_USABLE_MS = MINUTE_MS;

/** Of JSON: some 5,000 tenants. Where there are more, each process reads for itself. */
const MAX_TEXT = 4 * 1024 * 1024;

/** A shelf in this Redis. What lies there is signed: who can merely write to Redis makes no tenant. */
export function createDirectoryShelf(options: {
  redis: RedisDoor;
  signingKeys: readonly SigningKey[];
  clock: Clock;
  logger: Logger;
}): DirectoryShelf {
  const { redis, signingKeys, logger } = options;
  const key = redis.key('sys:tenant-directory');
  const [signingKey] = signingKeys;

  return {
    isHearing: () => redis.commands.status === 'ready',
    async read() {
      try {
        const value = await redis.commands.get(key);
        const entry = value === null ? undefined : openEntry(key, value, signingKeys);
        if (value !== null && entry === undefined)
          logger.error({ key }, 'a copy of the tenant directory is not signed by us; it is not used');
        if (entry === undefined) return undefined;
        const parsed = tenantRecords.safeParse(JSON.parse(entry.text));
        // One that does not fit is of another version of the gateway.
        return parsed.success ? { readAtMs: entry.asOfMs, tenants: parsed.data } : undefined;
      } catch (thrown) {
        logger.warn({ err: describeThrown(thrown) }, 'Redis could not be asked for the tenant directory');
        return undefined;
      }
    },
    async keep({ readAtMs, tenants }) {
      const text = JSON.stringify(tenants);
      if (signingKey === undefined || text.length > MAX_TEXT) return;
      try {
        const value = sealEntry(key, { asOfMs: readAtMs, marks: '', text }, signingKey);
        await redis.commands.set(key, value, 'PX', DIRECTORY_USABLE_MS);
      } catch (thrown) {
        logger.warn({ err: describeThrown(thrown) }, 'the tenant directory could not be kept in Redis');
      }
    },
  };
}
