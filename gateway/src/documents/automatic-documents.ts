import { type Clock, describeThrown, SECOND_MS } from '@academy/kernel';
import type { Logger } from '@academy/platform/logger';
import type { RedisDoor } from '@academy/platform/redis';
import { sha256Hex } from './document-hash.ts';

/** Whose documents: those of a tenant's members, and apart from them those of anybody, who must not be able to push the others out. */
export type Shelf = { readonly tenantId: string; readonly isAnonymous: boolean };

/** Documents that clients register with their first request (automatic persisted queries), in Redis for all gateways. */
export type AutomaticDocuments = {
  /** Text of a document by its SHA-256; undefined when nobody registered it, and when Redis does not answer. Never rejects. */
  find(shelf: Shelf, hash: string): Promise<string | undefined>;
  /** Registers a valid document in the background. Too large a one is not taken, nor is any while too many are under way. */
  register(shelf: Shelf, hash: string, source: string): void;
  /** Resolves when nothing is under way. */
  settled(): Promise<void>;
};

const DAY_SECONDS = 24 * 60 * 60;
/** 1,000 × 20,000 bytes: at most 20 MB per shelf, two shelves per tenant. */
const MAX_DOCUMENTS = 1_000;
const MAX_BYTES = 20_000;
const MAX_UNDER_WAY = 100;
/** Per process, in front of Redis: 500 × 20,000 bytes at most. */
const MAX_REMEMBERED = 500;

/** Automatic documents over one Redis. One that nobody has asked Redis for in a day is gone; of too many, the least recently used goes first. */
export function createAutomaticDocuments(options: {
  redis: RedisDoor;
  clock: Clock;
  logger: Logger;
  maxDocuments?: number;
}): AutomaticDocuments {
  const { redis, clock, logger } = options;
  const maxDocuments = options.maxDocuments ?? MAX_DOCUMENTS;
  const remembered = new Map<string, string>();
  const underWay = new Set<Promise<void>>();

  const indexOf = ({ tenantId, isAnonymous }: Shelf) => redis.key(`t:${tenantId}:apq:${isAnonymous ? 'anybody' : 'members'}`);
  const nowSeconds = () => Math.floor(clock.now().getTime() / SECOND_MS);

  function remember(key: string, source: string): void {
    remembered.delete(key);
    remembered.set(key, source);
    const oldest = remembered.keys().next().value;
    if (remembered.size > MAX_REMEMBERED && oldest !== undefined) remembered.delete(oldest);
  }

  async function fetch(index: string, hash: string): Promise<string | undefined> {
    const found = await redis.commands.getex(`${index}:${hash}`, 'EX', DAY_SECONDS);
    if (found === null) return undefined;
    // Whoever can write to Redis must not be able to say what a client's hash means.
    if (sha256Hex(found) !== hash) {
      logger.error({ index, hash }, 'a registered document is not the one that its hash names; it is not used');
      return undefined;
    }
    await redis.commands.zadd(index, 'XX', nowSeconds(), hash);
    return found;
  }

  async function store(index: string, hash: string, source: string): Promise<void> {
    const now = nowSeconds();
    const answers = await redis.commands
      .multi()
      .set(`${index}:${hash}`, source, 'EX', DAY_SECONDS)
      .zadd(index, now, hash)
      .zremrangebyscore(index, '-inf', now - DAY_SECONDS)
      .expire(index, DAY_SECONDS)
      .zcard(index)
      .exec();
    const count = Number(answers?.at(-1)?.[1] ?? 0);
    if (count <= maxDocuments) return;
    const dropped = await redis.commands.zpopmin(index, count - maxDocuments);
    // Members and their scores, in turn.
    const keys = dropped.filter((_, position) => position % 2 === 0).map((member) => `${index}:${member}`);
    if (keys.length > 0) await redis.commands.del(...keys);
  }

  return {
    async find(shelf, hash) {
      if (!isSha256(hash)) return undefined;
      const index = indexOf(shelf);
      const key = `${index}:${hash}`;
      const known = remembered.get(key);
      if (known !== undefined) return known;
      try {
        const found = await fetch(index, hash);
        if (found !== undefined) remember(key, found);
        return found;
      } catch (thrown) {
        // The client sends the whole document next, which works without Redis.
        logger.warn({ err: describeThrown(thrown) }, 'registered documents could not be asked for');
        return undefined;
      }
    },
    register(shelf, hash, source) {
      const index = indexOf(shelf);
      const key = `${index}:${hash}`;
      const isKnown = remembered.has(key);
      if (isKnown || !isSha256(hash) || Buffer.byteLength(source) > MAX_BYTES || underWay.size >= MAX_UNDER_WAY) return;
      remember(key, source);
      const stored = store(index, hash, source)
        .catch((thrown: unknown) => {
          remembered.delete(key);
          logger.warn({ err: describeThrown(thrown) }, 'a document could not be registered');
        })
        .finally(() => underWay.delete(stored));
      underWay.add(stored);
    },
    async settled() {
      await Promise.all(underWay);
    },
  };
}

function isSha256(hash: string): boolean {
  return /^[0-9a-f]{64}$/.test(hash);
}
