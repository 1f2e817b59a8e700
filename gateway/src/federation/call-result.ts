import type { Fault, FaultCode } from '@academy/kernel';
import { CallFailure, type IslandResponse } from '@academy/platform/topology';
import type { GraphQLFormattedError } from 'graphql';
import type { FetchResult, SubgraphFetch } from './subgraph-fetch.ts';

/**
 * Codes that an island may answer with. The rest of the allow-list is the guard's own: from an island it would be a bug of ours.
 */
export const ISLAND_CODES: ReadonlySet<unknown> = new Set<FaultCode>([
  'ANALYTICS_UNAVAILABLE',
  'BAD_USER_INPUT',
  'FORBIDDEN',
  'NOT_FOUND',
  'RATE_LIMITED',
  'TIMEOUT',
  'UNAUTHENTICATED',
  'UNAVAILABLE',
]);

/** A list of a thousand entities that cannot be completed is told by this many errors, not by a thousand. */
const MAX_ERRORS_OF_ONE_CALL = 10;

/**
 * Makes of a subgraph's error what goes on towards the client.
 * - `restrictError`: a code that an island may not use, and its text, become INTERNAL; `onRestricted` is told.
 * - `keepError`: for subgraphs whose errors are the clients' own business.
 */
export type ErrorRule = (
  error: GraphQLFormattedError,
  onRestricted: (error: GraphQLFormattedError) => void,
) => GraphQLFormattedError;

export const restrictError: ErrorRule = (error, onRestricted) => {
  const code = error.extensions?.['code'];
  if (ISLAND_CODES.has(code)) return { message: String(error.message), ...pathOf(error), extensions: { code } };
  onRestricted(error);
  return {
    message: 'An island answered with an error that is not for clients.',
    ...pathOf(error),
    extensions: { code: 'INTERNAL' },
  };
};

export const keepError: ErrorRule = (error) => ({
  message: String(error.message),
  ...pathOf(error),
  ...(typeof error.extensions === 'object' && error.extensions !== null ? { extensions: error.extensions } : {}),
});

/**
 * What a response says of a fetch. Throws a `nonsense` CallFailure where something would be missing without a word: neither data nor
 * errors, or entities that are not as many as were asked for.
 */
export function resultOf(
  { representations }: SubgraphFetch,
  response: IslandResponse,
  rule: ErrorRule,
  onRestricted: (error: GraphQLFormattedError) => void,
): FetchResult {
  const data = response.data ?? null;
  const given = response.errors ?? [];
  if (data === null && given.length === 0) throw nonsense('no data and no errors');
  if (data !== null && representations !== undefined) {
    const entities: unknown = data['_entities'];
    if (!Array.isArray(entities)) throw nonsense('no list of entities');
    if (entities.length !== representations.length) {
      throw nonsense(`${entities.length} entities for ${representations.length} representations`);
    }
  }
  if (given.length === 0) return { data };
  return { data, errors: given.map((error: unknown) => rule(isObject(error) ? error : NO_ERROR, onRestricted)) };
}

/** The result of a fetch that brought nothing: coded errors at the places, in the subgraph's answer, of what is missing; ten at most. */
export function lost({ operation, representations }: SubgraphFetch, failure: Fault): FetchResult {
  const { code, message } = failure;
  const places: readonly (readonly (string | number)[])[] =
    representations === undefined
      ? operation.rootKeys.slice(0, MAX_ERRORS_OF_ONE_CALL).map((key) => [key])
      : representations.slice(0, MAX_ERRORS_OF_ONE_CALL).map((_, index) => ['_entities', index]);
  return { data: null, errors: places.map((path) => ({ message, path, extensions: { code } })), failure };
}

function nonsense(what: string): CallFailure {
  return new CallFailure('nonsense', new Error(`An answer to the fetch was expected, got ${what}.`));
}

const NO_ERROR: GraphQLFormattedError = { message: 'An error that is no object.' };

function isObject(value: unknown): value is GraphQLFormattedError {
  return typeof value === 'object' && value !== null;
}

function pathOf({ path }: { readonly path?: unknown }): { path?: (string | number)[] } {
  if (!Array.isArray(path)) return {};
  return { path: path.filter((step): step is string | number => typeof step === 'string' || typeof step === 'number') };
}
