import type { SigningKey } from '@academy/platform/access';
import type { Logger } from '@academy/platform/logger';
import type { RedisDoor } from '@academy/platform/redis';
import { openEntry, sealEntry } from '../cache/entry.ts';
import { type DatedGrant, grantShape, type KeyClaim } from './grant.ts';

/**
 * Grants that any process of the gateway was given lately, in Redis under their tenant. Each is sealed for its place, so that who can merely write
 * to Redis can make none. Never rejects: while Redis is away there is nothing on the shelf.
 */
export type GrantShelf = {
  find(claim: KeyClaim): Promise<DatedGrant | undefined>;
  put(claim: KeyClaim, dated: DatedGrant): void;
  /** Nothing of this key is there any more. */
  clear(tenantId: string, publicId: string): void;
  /** Whether Redis can be asked now. */
  isAtHand(): boolean;
};

/** A shelf on which a grant lies for so long. */
export function createGrantShelf(options: {
  redis: RedisDoor;
  signingKeys: readonly SigningKey[];
  keptMs: number;
  logger: Logger;
}): GrantShelf {
  const { redis, signingKeys, keptMs, logger } = options;
  const [signer] = signingKeys;
  const keyOf = (tenantId: string, publicId: string) => redis.key(`t:${tenantId}:api-key:${publicId}`);
  const isAtHand = () => redis.commands.status === 'ready';
  const note = (thrown: unknown) => logger.debug({ err: String(thrown) }, 'api keys: redis does not answer');

  return {
    isAtHand,
    async find({ tenantId, publicId, digest }) {
      if (!isAtHand()) return undefined;
      const key = keyOf(tenantId, publicId);
      try {
        const value = await redis.commands.hget(key, digest);
        const entry = value === null ? undefined : openEntry(`${key}/${digest}`, value, signingKeys);
        const grant = entry === undefined ? undefined : grantShape.safeParse(JSON.parse(entry.text));
        return entry !== undefined && grant?.success === true ? { grant: grant.data, asOfMs: entry.asOfMs } : undefined;
      } catch (thrown) {
        note(thrown);
        return undefined;
      }
    },
    put({ tenantId, publicId, digest }, { grant, asOfMs }) {
      if (!isAtHand() || signer === undefined) return;
      const key = keyOf(tenantId, publicId);
      const sealed = sealEntry(`${key}/${digest}`, { asOfMs, marks: '', text: JSON.stringify(grant) }, signer);
      redis.commands.pipeline().hset(key, digest, sealed).pexpire(key, keptMs).exec().catch(note);
    },
    clear(tenantId, publicId) {
      if (isAtHand()) redis.commands.del(keyOf(tenantId, publicId)).catch(note);
    },
  };
}
