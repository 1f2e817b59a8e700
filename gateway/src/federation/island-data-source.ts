import { describeThrown, Fault, type FaultCode } from '@academy/kernel';
import type { Logger } from '@academy/platform/logger';
import type { IslandName, IslandTransport } from '@academy/platform/topology';
import type { GraphQLDataSource, GraphQLDataSourceProcessOptions } from '@apollo/gateway';
import { type GraphQLFormattedError, Kind, parse } from 'graphql';
import type { ExecutionContext } from './subgraph-fetch.ts';

type SourceResponse = Awaited<ReturnType<GraphQLDataSource['process']>>;

/** Codes that an island may answer with. The rest of the allow-list is the guard's own: from an island it would be a bug of ours. */
const ISLAND_CODES: ReadonlySet<unknown> = new Set<FaultCode>([
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

/** Calls one island for the plan executor: with the caller's principal, the request's id and the time that is left of it. */
export class IslandDataSource implements GraphQLDataSource<ExecutionContext> {
  readonly #island: IslandName;
  readonly #transport: IslandTransport;
  readonly #logger: Logger;

  constructor(island: IslandName, transport: IslandTransport, logger: Logger) {
    this.#island = island;
    this.#transport = transport;
    this.#logger = logger;
  }

  /** Never rejects for what an island does: an outage becomes errors with a path, so that the rest of the answer stands. */
  async process(options: GraphQLDataSourceProcessOptions<ExecutionContext>): Promise<SourceResponse> {
    if (!('incomingRequestContext' in options)) {
      throw new Error('Islands are not asked for their schema or health through the graph.');
    }
    const { query, operationName, variables } = options.request;
    const { requestId, principal, signal } = options.context;
    if (query === undefined) throw new Error('A plan has a step without an operation.');
    try {
      const response = await this.#transport.call(
        this.#island,
        { query, operationName, variables },
        { principal, requestId, signal },
      );
      const errors = response.errors?.map((error) => this.#restrict(error, requestId));
      return { data: response.data ?? null, ...(errors === undefined || errors.length === 0 ? {} : { errors }) };
    } catch (thrown) {
      const fault = thrown instanceof Fault ? thrown : new Fault('INTERNAL', 'An island could not be called.', { cause: thrown });
      this.#logger.warn(
        { requestId, island: this.#island, code: fault.code, err: describeThrown(fault.cause ?? fault) },
        'a call to an island failed',
      );
      const paths = lostPaths(query, variables).slice(0, MAX_ERRORS_OF_ONE_CALL);
      return { data: null, errors: paths.map((path) => ({ message: fault.message, path, extensions: { code: fault.code } })) };
    }
  }

  #restrict(error: GraphQLFormattedError, requestId: string): GraphQLFormattedError {
    const code = error.extensions?.['code'];
    const path = error.path === undefined ? {} : { path: error.path };
    if (ISLAND_CODES.has(code)) return { message: error.message, ...path, extensions: { code } };
    this.#logger.error(
      { requestId, island: this.#island, code, err: error.message },
      'an island answered with an error that is not for clients',
    );
    return { message: 'An island answered with an error that is not for clients.', ...path, extensions: { code: 'INTERNAL' } };
  }
}

/** Paths, in the answer of the island, of everything that one call was to bring. */
function lostPaths(query: string, variables: Record<string, unknown> | undefined): (string | number)[][] {
  const representations = variables?.['representations'];
  if (Array.isArray(representations)) return representations.map((_, index) => ['_entities', index]);
  const operation = parse(query).definitions.find((definition) => definition.kind === Kind.OPERATION_DEFINITION);
  return (operation?.selectionSet.selections ?? [])
    .filter((selection) => selection.kind === Kind.FIELD)
    .map((field) => [field.alias?.value ?? field.name.value]);
}
