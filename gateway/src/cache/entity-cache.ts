import { createHash } from 'node:crypto';
import type { Principal } from '@academy/kernel';
import type { GraphQLFormattedError } from 'graphql';
import type { CallSubgraph, ExecutionContext, FetchOperation, FetchResult, SubgraphFetch } from '../federation/subgraph-fetch.ts';
import { audienceOf } from './audience.ts';
import { type CachePlan, planEntityFetch } from './cache-plan.ts';
import type { CacheHints } from './hints.ts';
import { type Mark, markOfPerson, marksOfEntity } from './marks.ts';
import type { Look, Shelf, Slot } from './shelf.ts';

/** A call for more entities at once is not looked up: the answer would be slower than the call. */
const MAX_ENTITIES = 1_000;

/** Calls through a cache. */
export type EntityCache = CallSubgraph & {
  /** Whether what a fetch brings may be kept: then it has to be a call of its own. */
  mayKeep(operation: FetchOperation): boolean;
};

/**
 * Calls through a cache of single entities: those that are kept are left out of the call, the rest is asked for, kept, and put in its place.
 * Only for fetches of entities whose every part is hinted; all else is called as it comes. An answer with an error is not kept, and neither is
 * an entity that is not there.
 */
export function withEntityCache(
  call: CallSubgraph,
  parts: { readonly hints: () => CacheHints; readonly shelf: Shelf },
): EntityCache {
  const { hints, shelf } = parts;
  let plans = { hints: hints(), byOperation: new WeakMap<FetchOperation, CachePlan | 'none'>() };

  function planOf(operation: FetchOperation): CachePlan | undefined {
    const now = hints();
    if (plans.hints !== now) plans = { hints: now, byOperation: new WeakMap() };
    const known = plans.byOperation.get(operation) ?? planEntityFetch(now, operation.text) ?? 'none';
    plans.byOperation.set(operation, known);
    return known === 'none' ? undefined : known;
  }

  const cached: CallSubgraph = async (fetch, context) => {
    const { representations, operation } = fetch;
    const mode = context.cache?.mode ?? 'default';
    if (representations === undefined || representations.length === 0 || representations.length > MAX_ENTITIES) {
      return call(fetch, context);
    }
    if (operation.kind !== 'query' || mode === 'no-store') return call(fetch, context);
    const plan = planOf(operation);
    const audience = plan === undefined ? undefined : audienceOf(plan, context.principal);
    if (plan === undefined || audience === undefined) return call(fetch, context);

    const slots = slotsOf(fetch, representations, plan, plans.hints, audience, context.principal);
    if (slots === undefined) return call(fetch, context);
    const how = { maxAgeSeconds: plan.maxAgeSeconds, isReload: mode === 'reload' };
    const look = await shelf.look('entity', context.principal, slots, how);
    if (look === undefined) return call(fetch, context);
    return assemble(call, fetch, representations, context, look);
  };
  return Object.assign(cached, { mayKeep: (operation: FetchOperation) => planOf(operation) !== undefined });
}

async function assemble(
  call: CallSubgraph,
  fetch: SubgraphFetch,
  representations: readonly string[],
  context: ExecutionContext,
  look: Look,
): Promise<FetchResult> {
  const entities: unknown[] = look.found.map((kept) => (kept === undefined ? null : JSON.parse(kept.text)));
  const missing = representations.flatMap((_, index) => (look.found[index] === undefined ? [index] : []));
  noteAge(context, look);
  if (missing.length === 0) return { data: { _entities: entities } };

  const asked = missing.length === representations.length ? fetch : { ...fetch, representations: pick(representations, missing) };
  const answer = await call(asked, context);
  const given = answer.data?.['_entities'];
  // Kept entities are good whatever became of the rest; without any, the answer is the subgraph's own.
  if (!Array.isArray(given) && missing.length === representations.length) return answer;
  const made: readonly unknown[] = Array.isArray(given) ? given : [];
  for (const [place, index] of missing.entries()) entities[index] = made[place] ?? null;
  const { errors } = answer;
  if (errors !== undefined && errors.length > 0) {
    return { data: { _entities: entities }, errors: errors.map((error) => movedTo(missing, error)) };
  }
  look.keep(
    missing.flatMap((index) => {
      const entity = entities[index];
      return entity === null ? [] : [{ index, text: JSON.stringify(entity), asOfMs: look.asOfMs }];
    }),
  );
  return { data: { _entities: entities } };
}

/** The whole answer is as old as its oldest part. */
function noteAge({ cache }: ExecutionContext, look: Look): void {
  if (cache === undefined) return;
  for (const kept of look.found) {
    if (kept !== undefined) cache.oldestAsOfMs = Math.min(cache.oldestAsOfMs ?? kept.asOfMs, kept.asOfMs);
  }
}

/** An error about the n-th of the entities that were asked for, at the place that the entity has among all. */
function movedTo(missing: readonly number[], error: GraphQLFormattedError): GraphQLFormattedError {
  const [root, place, ...rest] = error.path ?? [];
  if (root !== '_entities' || typeof place !== 'number') return error;
  return { ...error, path: [root, missing[place] ?? place, ...rest] };
}

function pick(representations: readonly string[], indices: readonly number[]): string[] {
  return indices.map((index) => representations[index] ?? 'null');
}

function slotsOf(
  { operation, variables }: SubgraphFetch,
  representations: readonly string[],
  plan: CachePlan,
  hints: CacheHints,
  audience: string,
  principal: Principal,
): Slot[] | undefined {
  const { tenantId } = principal;
  const common = digest(JSON.stringify([1, hints.schemaId, audience, operation.subgraph, operation.text, variables]));
  const shared: Mark[] = [
    ...plan.types.map((name) => ({ tenantId, name })),
    ...(plan.scope === 'PRIVATE' && principal.kind === 'user' ? [markOfPerson(tenantId, principal.userId)] : []),
  ];
  const slots: Slot[] = [];
  for (const representation of representations) {
    const marks = marksOfRepresentation(representation, hints, tenantId);
    if (marks === undefined) return undefined;
    slots.push({ hash: digest(`${common}\n${representation}`), marks: [...marks, ...shared] });
  }
  return slots;
}

/** undefined: of a type that the supergraph no longer has; the plan is older than the hints. */
function marksOfRepresentation(representation: string, hints: CacheHints, tenantId: string): Mark[] | undefined {
  const { __typename: name, id } = JSON.parse(representation) as Readonly<Record<string, unknown>>;
  const type = typeof name === 'string' ? hints.schema.getType(name) : undefined;
  if (type === undefined) return undefined;
  const [only, ...more] = hints.objectTypesOf(type);
  // Of an interface that an island takes for an object (`@interfaceObject`) nobody can say here which object it is.
  if (only === undefined || more.length > 0 || typeof id !== 'string') {
    return hints.objectTypesOf(type).map((possible) => ({ tenantId, name: possible }));
  }
  return marksOfEntity(tenantId, only, id);
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('base64url');
}
