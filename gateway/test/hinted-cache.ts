import type { DomainEvent, EventContract } from '@academy/contracts';
import { type Principal, SECOND_MS } from '@academy/kernel';
import { eventStreamKey, toEntry } from '@academy/platform/events';
import { newId } from '@academy/platform/ids';
import { createLogger } from '@academy/platform/logger';
import { openRedis, type RedisDoor } from '@academy/platform/redis';
import { createTelemetry } from '@academy/platform/telemetry';
import { TEST_SIGNING_KEY } from '@academy/testing/island';
import { buildSchema } from 'graphql';
import { expect, inject } from 'vitest';
import type { CacheUse } from '../src/cache/cache-use.ts';
import { createGraphCache } from '../src/cache/graph-cache.ts';
import { SETTLE_MS } from '../src/cache/marks.ts';
import { NO_DOCUMENTS } from '../src/documents/persisted-documents.ts';
import type { Outcome } from '../src/federation/federation.ts';
import type { ExecutionContext } from '../src/federation/subgraph-fetch.ts';
import { DEFAULT_LIMITS } from '../src/limits.ts';
import { createOperationCheck } from '../src/operations.ts';
import { HINTED_SDL } from './hinted-supergraph.ts';
import { createMovingClock } from './moving-clock.ts';
import { alice } from './people.ts';

/** After this long, a change has come about everywhere. */
export const SETTLED_MS = SETTLE_MS + SECOND_MS;
const logger = createLogger({ process: 'test', level: 'silent' });

/** Someone signed in. */
export function session(
  person: { userId: string; tenantId: string },
  more: { sessionId?: string; persona?: 'learner' | 'admin' } = {},
): Principal {
  const { userId, tenantId } = person;
  return { kind: 'user', tenantId, userId, persona: 'learner', sessionId: 'monday', expiresAtSeconds: 4_102_444_800, ...more };
}

export const visitor = (person: { tenantId: string }): Principal => ({ kind: 'anonymous', tenantId: person.tenantId });

export function contextOf(principal: Principal, more: Partial<ExecutionContext> = {}): ExecutionContext {
  const signal = new AbortController().signal;
  return { requestId: newId(), principal, signal, dueAtMs: performance.now() + 5_000, ...more };
}

/** A Redis namespace of one's own; `url` for one that is not there. */
export function openTestRedis(url = inject('redisUrl')): RedisDoor {
  return openRedis({ url, namespace: `test-${newId()}`, logger, name: 'cache-test' });
}

/**
 * A cache with every kind of hint on a Redis, around an execution that answers `answers`: by default with a number that is another
 * each time it is asked.
 */
export async function openHintedCache(options: {
  redis: RedisDoor;
  clock?: ReturnType<typeof createMovingClock>;
  /** Long, as a busy machine would otherwise make misses. */
  readDeadlineMs?: number;
}) {
  const { redis, clock = createMovingClock(new Date().toISOString()), readDeadlineMs = 5_000 } = options;
  const telemetry = createTelemetry({ process: 'test' });
  const cache = createGraphCache({ redis, signingKeys: [TEST_SIGNING_KEY], clock, logger, telemetry, readDeadlineMs });
  const schema = buildSchema(HINTED_SDL, { assumeValidSDL: true, assumeValid: true });
  const operations = createOperationCheck({
    limits: { ...DEFAULT_LIMITS, maxAliases: 50 },
    isIntrospectionOn: true,
    schema: () => ({ schema, id: 'hinted' }),
    supergraphSdl: () => HINTED_SDL,
    documents: { persisted: () => NO_DOCUMENTS, hasPersisted: false, automatic: undefined },
  });
  let asked = 0;
  const state = {
    answer: async (_context: ExecutionContext): Promise<Outcome> => ({ dataJson: `{"n":${asked}}` }),
  };
  const { execute, lookAhead } = cache.aroundExecution(async (_operation, context) => {
    asked += 1;
    return state.answer(context);
  });
  cache.learn(HINTED_SDL, 'hinted');

  return {
    ...state,
    cache,
    clock,
    redis,
    telemetry,
    /** How often the execution was really asked. */
    asked: () => asked,
    answering(answer: (context: ExecutionContext) => Promise<Outcome>) {
      state.answer = answer;
    },
    /** Changes are being followed, and what is asked from now on may be kept. */
    async ready() {
      await cache.ready();
      clock.advance(10);
    },
    /** Asks; the answer is in Redis, if it is kept, when this resolves. */
    async ask(
      principal: Principal,
      query: string,
      more: {
        variables?: Record<string, unknown>;
        operationName?: string;
        mode?: CacheUse['mode'];
        signal?: AbortSignal;
        waits?: boolean;
        /** Looked for before it is executed; what is given here happens in between. */
        ahead?: () => Promise<void>;
      } = {},
    ): Promise<Outcome> {
      const asker = { tenantId: principal.tenantId, isAnonymous: false, maxCost: 100_000, isTrustedOnly: false, isApqOn: false };
      const checked = await operations.check({ query, ...more }, asker);
      if (!checked.ok) throw new Error(JSON.stringify(checked.error));
      const mode = more.mode ?? 'default';
      const ahead = more.ahead === undefined ? undefined : lookAhead(checked.value, principal, mode);
      await more.ahead?.();
      const outcome = await execute(
        checked.value,
        contextOf(principal, {
          cache: { mode, ahead, oldestAsOfMs: undefined },
          ...(more.signal === undefined ? {} : { signal: more.signal }),
        }),
      );
      if (more.waits !== false) await kept();
      return outcome;
    },
    kept,
    /** An event reaches the island's stream; resolves when the cache has taken it in. */
    async happens<Data>(contract: EventContract<Data>, data: Data, tenantId = alice.tenantId): Promise<void> {
      const before = await marks('event');
      const event: DomainEvent = {
        id: newId(),
        type: contract.type,
        tenantId,
        subject: newId(),
        occurredAt: clock.now().toISOString(),
        data,
      };
      await redis.commands.xadd(eventStreamKey(redis, contract.producer), '*', ...toEntry(event, TEST_SIGNING_KEY));
      await expect.poll(() => marks('event'), { timeout: 10_000, interval: 5 }).toBeGreaterThan(before);
      await cache.idle();
    },
    async [Symbol.asyncDispose]() {
      await cache.stop();
    },
  };

  async function kept(): Promise<void> {
    await cache.idle();
  }
  async function marks(cause: string): Promise<number> {
    const { text } = await telemetry.render();
    const line = text.split('\n').find((one) => one.startsWith(`academy_gateway_cache_marks_total{cause="${cause}"`));
    return Number(line?.split(' ').at(-1) ?? 0);
  }
}
