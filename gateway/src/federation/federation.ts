import { createHash } from 'node:crypto';
import type { Logger } from '@academy/platform/logger';
import type { Telemetry } from '@academy/platform/telemetry';
import { ISLANDS, type IslandName, type SubgraphTransport } from '@academy/platform/topology';
import { ApolloGateway } from '@apollo/gateway';
import { ApolloServer } from '@apollo/server';
import { ApolloServerPluginLandingPageDisabled, ApolloServerPluginUsageReportingDisabled } from '@apollo/server/plugin/disabled';
import { type ClientError, maskErrors } from '../errors.ts';
import type { CheckedOperation, LoadedSchema } from '../operations.ts';
import { IslandDataSource } from './island-data-source.ts';
import { createSubgraphCaller } from './subgraph-caller.ts';
import type { CallSubgraph, ExecutionContext } from './subgraph-fetch.ts';
import { brokenPromises } from './value-completion.ts';

/** What a client gets of an operation that was executed. */
export type Outcome = {
  /** JSON text of `data`: an object, or `null`; undefined when execution did not begin. */
  readonly dataJson?: string;
  readonly errors?: readonly ClientError[];
};

/** The supergraph, loaded: plans and executes operations that the guard let through. */
export type Federation = {
  /** The schema that clients see, and what tells it from the one before it. */
  schema(): LoadedSchema;
  /** The supergraph that it was made of: what a planner of one's own plans against. */
  supergraphSdl(): string;
  /** How each island is called by the plan executor, by name. */
  readonly dataSources: Readonly<Record<IslandName, IslandDataSource>>;
  /** Calls back at once and after each change of the schema, until the returned function is called. */
  onSchema(listener: (loaded: LoadedSchema, supergraphSdl: string) => void): () => void;
  /** Executes a query or a mutation. Never rejects for what an island does: what is missing is told by coded errors. */
  execute(operation: CheckedOperation, context: ExecutionContext): Promise<Outcome>;
  stop(): Promise<void>;
};

/** The JSON text of the answer to a client. */
export function outcomeJson({ dataJson, errors }: Outcome): string {
  const told = errors === undefined ? '' : `"errors":${JSON.stringify(errors)}`;
  const data = dataJson === undefined ? '' : `"data":${dataJson}`;
  return `{${told}${told !== '' && data !== '' ? ',' : ''}${data}}`;
}

/** Loads a supergraph. Rejects when it does not fit the gateway. */
export async function loadFederation(options: {
  supergraphSdl: string;
  transport: SubgraphTransport;
  logger: Logger;
  telemetry: Telemetry;
}): Promise<Federation> {
  const { transport, logger, telemetry } = options;
  const callSubgraph = createSubgraphCaller({ transport, logger, telemetry });
  const dataSources = sourcesOf(callSubgraph.afresh);
  const library = quietly(logger);
  const gateway = new ApolloGateway({
    supergraphSdl: options.supergraphSdl,
    buildService: ({ name }) => {
      if (!isIsland(name)) throw new Error(`The supergraph names "${name}", which is no island.`);
      return dataSources[name];
    },
    logger: library,
  });

  let current: { loaded: LoadedSchema; sdl: string } | undefined;
  const listeners = new Set<(loaded: LoadedSchema, supergraphSdl: string) => void>();
  gateway.onSchemaLoadOrUpdate(({ apiSchema, coreSupergraphSdl }) => {
    current = { loaded: { schema: apiSchema, id: idOf(coreSupergraphSdl) }, sdl: coreSupergraphSdl };
    for (const listener of listeners) listener(current.loaded, current.sdl);
  });
  const server = new ApolloServer<ExecutionContext>({
    gateway,
    // The guard parsed, validated and measured; doing it twice would only cost time.
    dangerouslyDisableValidation: true,
    persistedQueries: false,
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    plugins: [ApolloServerPluginLandingPageDisabled(), ApolloServerPluginUsageReportingDisabled()],
    logger: library,
  });
  await server.start();
  const now = () => {
    if (current === undefined) throw new Error('The supergraph was started but not loaded.');
    return current;
  };

  return {
    schema: () => now().loaded,
    supergraphSdl: () => now().sdl,
    dataSources,
    onSchema(listener) {
      listeners.add(listener);
      listener(now().loaded, now().sdl);
      return () => listeners.delete(listener);
    },
    async execute(operation, context) {
      const response = await server.executeOperation(
        {
          query: operation.source,
          variables: { ...operation.variables },
          ...(operation.operationName === undefined ? {} : { operationName: operation.operationName }),
        },
        { contextValue: context },
      );
      if (response.body.kind !== 'single') throw new Error('The executor answered in parts, which nobody asked for.');
      const { data, errors, extensions } = response.body.singleResult;
      const all = [...(errors ?? []), ...brokenPromises(extensions)];
      return {
        ...(data === undefined ? {} : { dataJson: JSON.stringify(data) }),
        ...(all.length === 0 ? {} : { errors: maskErrors(all, context.requestId, logger) }),
      };
    },
    async stop() {
      await server.stop();
      callSubgraph.stop();
    },
  };
}

function sourcesOf(call: CallSubgraph): Record<IslandName, IslandDataSource> {
  const source = (island: IslandName) => new IslandDataSource(island, call);
  return {
    users: source('users'),
    courses: source('courses'),
    certification: source('certification'),
    conocer: source('conocer'),
    analytics: source('analytics'),
  };
}

function isIsland(name: string): name is IslandName {
  return (ISLANDS as readonly string[]).includes(name);
}

function idOf(sdl: string): string {
  return createHash('sha256').update(sdl).digest('base64url').slice(0, 16);
}

/** The libraries' own lines, one level down: their news is our detail. */
function quietly(logger: Logger) {
  return {
    debug: (text: string) => logger.trace(text),
    info: (text: string) => logger.debug(text),
    warn: (text: string) => logger.warn(text),
    error: (text: string) => logger.error(text),
  };
}
