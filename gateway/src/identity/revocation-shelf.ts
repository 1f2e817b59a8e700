import { type Clock, MINUTE_MS } from '@academy/kernel';
import type { SigningKey } from '@academy/platform/access';
import type { Logger } from '@academy/platform/logger';
import type { RedisDoor } from '@academy/platform/redis';
import { z } from 'zod';
import { openEntry, sealEntry } from '../cache/entry.ts';
import type { AccessRevocation } from '../revocations.ts';

const user = { tenantId: z.uuid(), userId: z.uuid() };
const list = z.array(
  z.discriminatedUnion('kind', [
    z.object({ ...user, kind: z.literal('user'), revokedBeforeSeconds: z.number() }),
    z.object({ ...user, kind: z.literal('persona'), persona: z.string(), revokedBeforeSeconds: z.number() }),
    z.object({ ...user, kind: z.literal('session'), sessionId: z.string(), mattersUntilSeconds: z.number() }),
  ]),
);

/** The events of users that Redis keeps reach back further than this, so a list and the events after it are everything. */
const KEPT_MS = 5 * MINUTE_MS;
/** A longer list is read from the users island each time. */
const MAX_KEPT = 5_000;

/**
 * Lists of tenants' revocations that a process of the gateway read lately, in Redis under each tenant: for processes that start. Each is sealed for its
 * place, so that who can merely write to Redis can make none. Never rejects: while Redis is away there is nothing on the shelf.
 */
export type RevocationShelf = {
  find(tenantId: string): Promise<AccessRevocation[] | undefined>;
  put(tenantId: string, revocations: readonly AccessRevocation[], asOfMs: number): void;
};

/** A shelf in this Redis. */
export function createRevocationShelf(options: {
  redis: RedisDoor;
  signingKeys: readonly SigningKey[];
  clock: Clock;
  logger: Logger;
}): RevocationShelf {
  const { redis, signingKeys, clock, logger } = options;
  const [signer] = signingKeys;
  const keyOf = (tenantId: string) => redis.key(`t:${tenantId}:revocations`);
  const note = (thrown: unknown) => logger.debug({ err: String(thrown) }, 'revocations: redis does not answer');

  return {
    async find(tenantId) {
      if (redis.commands.status !== 'ready') return undefined;
      try {
        const key = keyOf(tenantId);
        const value = await redis.commands.get(key);
        const entry = value === null ? undefined : openEntry(key, value, signingKeys);
        if (entry === undefined || clock.now().getTime() - entry.asOfMs >= KEPT_MS) return undefined;
        return list.parse(JSON.parse(entry.text));
      } catch (thrown) {
        note(thrown);
        return undefined;
      }
    },
    put(tenantId, revocations, asOfMs) {
      if (redis.commands.status !== 'ready' || signer === undefined || revocations.length > MAX_KEPT) return;
      const key = keyOf(tenantId);
      const sealed = sealEntry(key, { asOfMs, marks: '', text: JSON.stringify(revocations) }, signer);
      redis.commands.set(key, sealed, 'PX', KEPT_MS).catch(note);
    },
  };
}
