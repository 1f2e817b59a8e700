import type { Clock } from '@academy/kernel';
import type { SigningKey } from '@academy/platform/access';
import type { Logger } from '@academy/platform/logger';
import type { RedisDoor } from '@academy/platform/redis';
import type { Telemetry } from '@academy/platform/telemetry';
import type { CallSubgraph } from '../federation/subgraph-fetch.ts';
import { createCacheMetrics } from './cache-metrics.ts';
import { createCacheStore, READ_DEADLINE_MS } from './cache-store.ts';
import { createChangeFollower } from './change-follower.ts';
import { type EntityCache, withEntityCache } from './entity-cache.ts';
import { type CacheHints, readCacheHints } from './hints.ts';
import { createInvalidation } from './invalidation.ts';
import { type Execute, type ResponseCache, withResponseCache } from './response-cache.ts';
import { createShelf } from './shelf.ts';

/** The gateway's cache: both layers, and what ends what they keep. */
export type GraphCache = {
  /** Takes in the hints of a supergraph, and follows the changes of what they allow to keep. Throws GraphQLError on text that is no SDL. */
  learn(supergraphSdl: string, schemaId: string): void;
  /** The layer around the call of a subgraph. */
  aroundCalls(call: CallSubgraph): EntityCache;
  /** The layer around the execution of an operation. */
  aroundExecution(execute: Execute): ResponseCache;
  /** Resolves when changes are being followed, so that what is kept from now on is used; never, while Redis cannot be reached. */
  ready(): Promise<void>;
  /** Resolves when nothing is being written: what was answered before is kept, what was heard before is over. */
  idle(): Promise<void>;
  stop(): Promise<void>;
};

/** A schema without hints: nothing is kept. */
const NO_HINTS = 'type Query { nothing: Boolean }';

/** A cache that has learned nothing yet, and so keeps nothing. */
export function createGraphCache(parts: {
  readonly redis: RedisDoor;
  /** Newest first. */
  readonly signingKeys: readonly SigningKey[];
  readonly clock: Clock;
  readonly logger: Logger;
  readonly telemetry: Telemetry;
  /** How long an operation waits for Redis. */
  readonly readDeadlineMs?: number;
}): GraphCache {
  const { redis, signingKeys, clock, logger } = parts;
  const metrics = createCacheMetrics(parts.telemetry);
  const store = createCacheStore({ redis, logger, readDeadlineMs: parts.readDeadlineMs ?? READ_DEADLINE_MS });
  const invalidation = createInvalidation({ store, redis, clock, metrics });
  const follower = createChangeFollower({ redis, signingKeys, invalidation, logger });
  const shelf = createShelf({ store, redis, invalidation, signingKeys, clock, metrics });
  let current: CacheHints = readCacheHints(NO_HINTS, 'none');
  const hints = () => current;

  async function idle(): Promise<void> {
    await invalidation.idle();
    await store.settled();
  }

  return {
    learn(supergraphSdl, schemaId) {
      current = readCacheHints(supergraphSdl, schemaId);
      follower.follow(new Set([...current.keptTypes, ...(current.hasPrivate ? ['User'] : [])]));
    },
    aroundCalls: (call) => withEntityCache(call, { hints, shelf }),
    aroundExecution: (execute) => withResponseCache(execute, { hints, shelf, invalidation, metrics }),
    ready: () => follower.ready(),
    idle,
    async stop() {
      await follower.stop();
      await idle();
    },
  };
}
