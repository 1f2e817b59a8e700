import { type Principal, SECOND_MS } from '@academy/kernel';
import type { AbortNotice } from '@academy/platform/resilience';
import { OperationTypeNode } from 'graphql';
import type { Federation, Outcome } from '../federation/federation.ts';
import type { ExecutionContext } from '../federation/subgraph-fetch.ts';
import type { CheckedOperation } from '../operations.ts';
import { audienceOf } from './audience.ts';
import type { CacheMetrics } from './cache-metrics.ts';
import { type CachePlan, planOperation } from './cache-plan.ts';
import type { CacheUse, LookAhead } from './cache-use.ts';
import type { CacheMode } from './cache-words.ts';
import type { CacheHints } from './hints.ts';
import type { Invalidation } from './invalidation.ts';
import { marksOfMutation } from './mutation-marks.ts';
import { createRecentMemory } from './recent-memory.ts';
import { responseSlot } from './response-slot.ts';
import type { Look, Shelf } from './shelf.ts';

export type Execute = Federation['execute'];

/** Execution through the cache, and the first half of it by itself. */
export type ResponseCache = {
  readonly execute: Execute;
  /**
   * Begins to look whether the answer is kept, e.g. while it is being found out whether the operation may be executed: to be handed to `execute` in
   * `context.cache`. undefined: it would not be looked for. Has no effect but a reading of Redis; never rejects.
   */
  readonly lookAhead: NonNullable<Federation['lookAhead']>;
};

/** Plans of operations that are remembered; each is a few hundred bytes. */
const REMEMBERED_PLANS = 1_000;

/**
 * Executes through a cache of whole responses. Kept are answers to queries, without errors, whose every part is hinted; all else is
 * executed as it comes. The same answer that is being made in this process is waited for. A mutation ends what it may have changed before it
 * is answered, so that who wrote reads what she wrote.
 */
export function withResponseCache(
  execute: Execute,
  parts: {
    readonly hints: () => CacheHints;
    readonly shelf: Shelf;
    readonly invalidation: Invalidation;
    readonly metrics: CacheMetrics;
  },
): ResponseCache {
  const { hints, shelf, invalidation, metrics } = parts;
  const plans = createRecentMemory<string, CachePlan | undefined>(REMEMBERED_PLANS);
  const flights = new Map<string, Promise<Outcome | undefined>>();

  function planOf(operation: CheckedOperation, now: CacheHints): CachePlan | undefined {
    const key = `${now.schemaId}/${operation.hash}/${operation.operationName ?? ''}`;
    return plans.get(key, () => planOperation(now, operation.document, operation.operation));
  }

  async function mutate(operation: CheckedOperation, context: ExecutionContext): Promise<Outcome> {
    try {
      return await execute(operation, { ...context, cache: { mode: 'no-store', oldestAsOfMs: undefined } }, false);
    } finally {
      await invalidation.mark(marksOfMutation(hints(), operation.rootFields, context.principal), 'mutation');
    }
  }

  async function make(
    operation: CheckedOperation,
    context: ExecutionContext & { readonly cache: CacheUse },
    takesParts: boolean,
    plan: CachePlan,
    look: Look,
  ): Promise<Outcome> {
    const outcome = await execute(operation, context, takesParts);
    const { dataJson } = outcome;
    const isWhole = outcome.errors === undefined && outcome.later === undefined;
    if (dataJson === undefined || !isWhole || !look.isSettled(0)) return outcome;
    const { oldestAsOfMs } = context.cache;
    look.keep([{ index: 0, text: dataJson, asOfMs: Math.min(oldestAsOfMs ?? look.asOfMs, look.asOfMs) }]);
    return note(outcome, plan, oldestAsOfMs === undefined ? undefined : look.asOfMs - oldestAsOfMs);
  }

  function lookAhead(operation: CheckedOperation, principal: Principal, mode: CacheMode): LookAhead | undefined {
    if (operation.kind !== OperationTypeNode.QUERY || mode === 'no-store') return undefined;
    const now = hints();
    const plan = planOf(operation, now);
    const audience = plan === undefined ? undefined : audienceOf(plan, principal);
    if (plan === undefined || audience === undefined) return undefined;
    const slot = responseSlot(operation, plan, now.schemaId, audience, principal);
    const how = { maxAgeSeconds: plan.maxAgeSeconds, isReload: mode === 'reload' };
    return { schemaId: now.schemaId, plan, slot, look: shelf.look('response', principal, [slot], how) };
  }

  async function executeCached(operation: CheckedOperation, context: ExecutionContext, takesParts = false): Promise<Outcome> {
    if (operation.kind === OperationTypeNode.MUTATION) return mutate(operation, context);
    const tracked = withCacheUse(context);
    const { cache } = tracked;
    const begun = cache.ahead?.schemaId === hints().schemaId ? cache.ahead : undefined;
    const ahead = begun ?? lookAhead(operation, context.principal, cache.mode);
    if (ahead === undefined) return execute(operation, tracked, takesParts);
    const { plan, slot } = ahead;
    const isReload = cache.mode === 'reload';
    const look = await ahead.look;
    if (look === undefined) return execute(operation, tracked, takesParts);
    const kept = look.found[0];
    if (kept !== undefined) return note({ dataJson: kept.text }, plan, look.asOfMs - kept.asOfMs);
    // What may not be used by who asks is not shared with others either.
    if (isReload || !look.isSettled(0)) return make(operation, tracked, takesParts, plan, look);

    const flightId = `${context.principal.tenantId}/${slot.hash}/${look.marksOf(0)}`;
    const underWay = flights.get(flightId);
    if (underWay !== undefined) {
      const shared = await joined(underWay, context.signal);
      metrics.reads('response', 'joined', shared === undefined ? 0 : 1);
      if (shared !== undefined) return shared;
    }
    const made = make(operation, tracked, takesParts, plan, look);
    const flight = made.then(
      (outcome) => (outcome.cache === undefined ? undefined : outcome),
      () => undefined,
    );
    flights.set(flightId, flight);
    try {
      return await made;
    } finally {
      if (flights.get(flightId) === flight) flights.delete(flightId);
    }
  }

  return { execute: executeCached, lookAhead };
}

/** The very context where it says how to use the cache: its signal may be made only when it is asked for. */
function withCacheUse(context: ExecutionContext): ExecutionContext & { readonly cache: CacheUse } {
  return hasCacheUse(context) ? context : { ...context, cache: { mode: 'default', oldestAsOfMs: undefined } };
}

function hasCacheUse(context: ExecutionContext): context is ExecutionContext & { readonly cache: CacheUse } {
  return context.cache !== undefined;
}

function note(outcome: Outcome, plan: CachePlan, ageMs: number | undefined): Outcome {
  const ageSeconds = ageMs === undefined ? undefined : Math.max(0, Math.floor(ageMs / SECOND_MS));
  return { ...outcome, cache: { maxAgeSeconds: plan.maxAgeSeconds, scope: plan.scope, ageSeconds } };
}

/** What another request makes; undefined when it failed, or there is no time left to wait. */
async function joined(flight: Promise<Outcome | undefined>, signal: AbortNotice): Promise<Outcome | undefined> {
  if (signal.aborted) return undefined;
  const { promise, resolve } = Promise.withResolvers<undefined>();
  const onAbort = () => resolve(undefined);
  signal.addEventListener('abort', onAbort, { once: true });
  try {
    return await Promise.race([flight, promise]);
  } finally {
    signal.removeEventListener('abort', onAbort);
  }
}
