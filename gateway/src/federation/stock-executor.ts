import { Fault } from '@academy/kernel';
import type { Logger } from '@academy/platform/logger';
import { ApolloGateway, type GraphQLDataSource } from '@apollo/gateway';
import type { GraphQLFormattedError } from 'graphql';
import type { EngineOperation } from './engine.ts';
import type { Executed } from './execution/compiled-operation.ts';
import type { ExecutionContext } from './subgraph-fetch.ts';
import { brokenPromises } from './value-completion.ts';

/** Apollo's own gateway: loads supergraphs, and executes what is not compiled here. */
export type StockExecutor = {
  execute(operation: EngineOperation, context: ExecutionContext): Promise<Executed>;
  /** Takes another supergraph from now on. Throws when it does not fit. */
  update(supergraphSdl: string): void;
  stop(): Promise<void>;
};

/** Loads a supergraph. Rejects when it does not fit the gateway. */
export async function startStockExecutor(options: {
  supergraphSdl: string;
  sourceOf: (subgraph: string) => GraphQLDataSource<ExecutionContext>;
  logger: Logger;
}): Promise<StockExecutor> {
  const logger = quietly(options.logger);
  const update = Promise.withResolvers<(supergraphSdl: string) => void>();
  const gateway = new ApolloGateway({
    supergraphSdl: async (hooks) => {
      update.resolve(hooks.update);
      return { supergraphSdl: options.supergraphSdl };
    },
    buildService: ({ name }) => options.sourceOf(name) as GraphQLDataSource,
    logger,
  });
  await gateway.load();
  const takeSupergraph = await update.promise;

  return {
    async execute({ source, document, operation, operationName, variables }, context) {
      const request = {
        logger,
        schema: gateway.schema,
        source,
        document,
        queryHash: source,
        operationName: operationName ?? null,
        operation,
        request: { query: source, variables, ...(operationName === undefined ? {} : { operationName }) },
        context,
        metrics: {},
        overallCachePolicy: { restrict: () => {} },
      };
      // The executor takes Apollo Server's whole request; of that it reads what is above.
      const { data, errors, extensions } = await gateway.executor(request as unknown as Parameters<typeof gateway.executor>[0]);
      if (data === undefined) throw new Fault('INTERNAL', 'The operation could not be executed.', { cause: errors?.[0] });
      const told: readonly (Error | GraphQLFormattedError)[] = errors ?? [];
      return { dataJson: JSON.stringify(data), errors: [...told.map(formatted), ...brokenPromises(extensions)] };
    },
    update: takeSupergraph,
    stop: () => gateway.stop(),
  };
}

function formatted(error: Error | GraphQLFormattedError): GraphQLFormattedError {
  return 'toJSON' in error && typeof error.toJSON === 'function' ? (error.toJSON() as GraphQLFormattedError) : error;
}

/** The library's own lines, one level down: its news is our detail. */
function quietly(logger: Logger) {
  return {
    debug: (text: string) => logger.trace(text),
    info: (text: string) => logger.debug(text),
    warn: (text: string) => logger.warn(text),
    error: (text: string) => logger.error(text),
  };
}
