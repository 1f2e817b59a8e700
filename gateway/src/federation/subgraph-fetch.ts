import type { Fault, Principal } from '@academy/kernel';
import type { AbortNotice } from '@academy/platform/resilience';
import type { GraphQLFormattedError } from 'graphql';
import type { CacheUse } from '../cache/cache-use.ts';

/** What travels with an operation from the guard to every call it leads to. */
export type ExecutionContext = {
  readonly requestId: string;
  readonly principal: Principal;
  /** Aborts at the request's deadline, and when nobody waits for the answer any more. */
  readonly signal: AbortNotice;
  /** When the answer is due, in milliseconds of `performance.now()`. */
  readonly dueAtMs: number;
  /** Headers of every call, for a router whose subgraphs know nothing of principals. */
  readonly headers?: Readonly<Record<string, string>>;
  /** How kept answers may be used; without it as by default. */
  readonly cache?: CacheUse;
};

/** The part of a subgraph's call that is the same each time: made once, when a plan is compiled. */
export type FetchOperation = {
  readonly subgraph: string;
  readonly kind: 'query' | 'mutation' | 'subscription';
  /** The GraphQL document. */
  readonly text: string;
  readonly name: string | undefined;
  /** The beginning of the request's JSON, up to the value of `variables`: `{"query":"…","operationName":"…","variables":`. */
  readonly jsonPrefix: string;
  /** Names of the fields on the root of a call that fetches no entities, by their response keys: what is missing when the call fails. */
  readonly rootKeys: readonly string[];
};

/** One call of one subgraph, as the executor asks for it. */
export type SubgraphFetch = {
  readonly operation: FetchOperation;
  /** JSON text of the members of `variables` without `representations`, e.g. `"first":5,"after":null`; empty for none. */
  readonly variables: string;
  /** JSON text of each entity representation, all different; undefined for a call of root fields. */
  readonly representations: readonly string[] | undefined;
};

/** What a subgraph answered. `data._entities` is as long as the representations were. */
export type FetchResult = {
  readonly data: Record<string, unknown> | null;
  /** Paths are those of the subgraph's answer, e.g. `['_entities', 3, 'title']`. */
  readonly errors?: readonly GraphQLFormattedError[];
  /** Why there is no answer, where the call failed as a whole. */
  readonly failure?: Fault;
};

/**
 * Calls one subgraph. Never rejects for what a subgraph does: an outage, a deadline or nonsense becomes `data: null` and coded errors with
 * the paths of what is missing. Layers of the same shape may stand before it: policies, de-duplication, the entity cache. What it resolves
 * with is the caller's own: it may be changed, and is shared with nobody.
 */
export type CallSubgraph = (fetch: SubgraphFetch, context: ExecutionContext) => Promise<FetchResult>;

/** The JSON text of the variables of a fetch. */
export function variablesJson({ variables, representations }: SubgraphFetch): string {
  if (representations === undefined) return `{${variables}}`;
  return `{${variables}${variables === '' ? '' : ','}"representations":[${representations.join(',')}]}`;
}
