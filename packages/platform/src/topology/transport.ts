import type { Principal } from '@academy/kernel';
import type { GraphQLFormattedError } from 'graphql';
import type { AbortNotice } from '../resilience/abort.ts';

/** The names of the five islands. */
export const ISLANDS = ['users', 'courses', 'certification', 'conocer', 'analytics'] as const;

export type IslandName = (typeof ISLANDS)[number];

/** One GraphQL operation for one island. */
export type IslandRequest = {
  readonly query: string;
  readonly operationName?: string | undefined;
  readonly variables?: Readonly<Record<string, unknown>> | undefined;
};

/** A GraphQL response body, as an island gives it: errors carry codes, and nothing internal. */
export type IslandResponse = {
  readonly data?: Record<string, unknown> | null | undefined;
  readonly errors?: readonly GraphQLFormattedError[] | undefined;
  readonly extensions?: Record<string, unknown> | undefined;
};

/** One operation for one subgraph, ready to be sent: over HTTP its JSON is put together, in process its text goes by reference. */
export type ReadyRequest = {
  /** The GraphQL document. */
  readonly query: string;
  readonly operationName: string | undefined;
  readonly kind: 'query' | 'mutation' | 'subscription';
  /** The beginning of the request's JSON, up to the value of `variables`: `{"query":"…","operationName":"…","variables":`. */
  readonly jsonPrefix: string;
  /** JSON text of `variables`, an object. */
  readonly variablesJson: string;
};

/** What travels with every call. */
export type CallContext = {
  readonly principal: Principal;
  readonly requestId: string;
  /** Aborts when the caller has no more use for the answer; every call also has a deadline of its own. */
  readonly signal: AbortNotice;
  /** When the answer is due, in milliseconds of `performance.now()`; told to the subgraph as what is left of it. */
  readonly dueAtMs?: number | undefined;
  /** Headers besides the transport's own, e.g. those that a router without signed principals passes on; nothing in process reads them. */
  readonly headers?: Readonly<Record<string, string>> | undefined;
};

/** A subgraph's answer as it came: text over HTTP, an object of its own for each call in process. `readAnswer` makes a response of both. */
export type SubgraphAnswer = { readonly json: string } | { readonly response: IslandResponse };

/**
 * How a subgraph of any name is reached, once: no retry, no deadline but `context.signal`. Rejects with a `CallFailure` that says why there
 * is no answer. No text of the subgraph's is in what a client may see of it.
 */
export type SubgraphTransport = {
  send(subgraph: string, request: ReadyRequest, context: CallContext): Promise<SubgraphAnswer>;
  close(): Promise<void>;
};

/**
 * How an island is asked a question outside of a plan. Rejects with a Fault: UNAVAILABLE when the island cannot be reached or answers no
 * GraphQL, TIMEOUT when `signal` aborts first (both are a `CallFailure`). No other text of the island's reaches the caller.
 */
export type IslandCalls = {
  call(island: IslandName, request: IslandRequest, context: CallContext): Promise<IslandResponse>;
  close(): Promise<void>;
};

/** How the gateway and the workers reach the islands. */
export type IslandTransport = SubgraphTransport & IslandCalls;
