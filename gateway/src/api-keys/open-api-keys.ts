import type { Clock } from '@academy/kernel';
import type { SigningKey } from '@academy/platform/access';
import type { Logger } from '@academy/platform/logger';
import type { RedisDoor } from '@academy/platform/redis';
import type { IslandCalls } from '@academy/platform/topology';
import { type ApiKeys, createApiKeys, GRANT_FRESH_MS } from './api-keys.ts';
import { createGrantShelf } from './grant-shelf.ts';
import { createGrantSource } from './grant-source.ts';
import { createKeyUses } from './key-uses.ts';

/** API keys as the gateway knows them; `stop` tells of the last uses. */
export function openApiKeys(options: {
  transport: IslandCalls;
  redis: RedisDoor;
  signingKeys: readonly SigningKey[];
  clock: Clock;
  logger: Logger;
}): ApiKeys & { readonly stop: () => Promise<void> } {
  const { transport, clock, logger } = options;
  const uses = createKeyUses({ transport, logger });
  const shelf = createGrantShelf({ ...options, keptMs: GRANT_FRESH_MS });
  const keys = createApiKeys({ shelf, source: createGrantSource(transport), uses, clock });
  return { ...keys, stop: uses.stop };
}
