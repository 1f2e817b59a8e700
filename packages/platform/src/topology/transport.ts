import type { Principal } from '@academy/kernel';
import type { GraphQLFormattedError } from 'graphql';

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

/** What travels with every call. */
export type CallContext = {
  readonly principal: Principal;
  readonly requestId: string;
  /** Aborts when the caller has no more use for the answer; every call also has a deadline of its own. */
  readonly signal: AbortSignal;
};

/**
 * How the gateway reaches an island. Rejects with a Fault: UNAVAILABLE when the island cannot be reached or answers no GraphQL,
 * TIMEOUT when `signal` aborts first. No other text of the island's reaches the caller.
 */
export type IslandTransport = {
  call(island: IslandName, request: IslandRequest, context: CallContext): Promise<IslandResponse>;
  close(): Promise<void>;
};
