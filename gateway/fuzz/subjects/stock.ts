import { ApolloGateway, type GraphQLDataSource, type GraphQLDataSourceProcessOptions } from '@apollo/gateway';
import type { QueryPlanner } from '@apollo/query-planner';
import { getOperationAST, parse } from 'graphql';
import { brokenPromises } from '../../src/federation/value-completion.ts';
import { withinLimit } from '../time-limit.ts';
import { localCalls } from './local-call.ts';
import type { Answer, Subject } from './subject.ts';

type Gateway = InstanceType<typeof ApolloGateway>;
type Executor = Awaited<ReturnType<Gateway['load']>>['executor'];
type SourceResponse = Awaited<ReturnType<GraphQLDataSource['process']>>;
type RequestContext = Parameters<NonNullable<Executor>>[0];

/** The gateway as it is published, with the promises that it breaks in silence told as errors. */
export const stock: Subject = async (supergraphSdl, subgraphs) => {
  const call = localCalls(subgraphs);
  const gateway = new ApolloGateway({
    supergraphSdl,
    logger: { debug() {}, info() {}, warn() {}, error() {} },
    buildService: ({ name }) => ({
      process: ({ request }: GraphQLDataSourceProcessOptions) =>
        call(name, request.query ?? '', request.variables ?? {}, request.operationName) as Promise<SourceResponse>,
    }),
  });
  const { executor, schema } = await gateway.load();
  limitPlanning(gateway);
  if (executor === null) throw new Error('The gateway has no executor.');
  return {
    async execute({ source, variables, operationName }): Promise<Answer> {
      const document = parse(source);
      const operation = getOperationAST(document, operationName);
      const request = {
        query: source,
        variables: structuredClone(variables),
        ...(operationName === undefined ? {} : { operationName }),
      };
      const context = {
        request,
        document,
        operation,
        operationName: operationName ?? null,
        source,
        queryHash: source + (operationName ?? ''),
        schema,
        context: {},
        metrics: {},
        logger: { debug() {}, info() {}, warn() {}, error() {} },
        cache: undefined,
        overallCachePolicy: undefined,
      };
      const result = await executor(context as unknown as RequestContext);
      return { data: result.data ?? null, errors: [...(result.errors ?? []), ...brokenPromises(result.extensions)] };
    },
    fallbacks: () => 0,
    jointCalls: () => 0,
    stop: () => gateway.stop(),
  };
};

/** The gateway plans as long as it takes. */
function limitPlanning(gateway: Gateway): void {
  const { queryPlanner } = gateway as unknown as { queryPlanner: QueryPlanner };
  const plan = queryPlanner.buildQueryPlan.bind(queryPlanner);
  queryPlanner.buildQueryPlan = (...given) => withinLimit(() => plan(...given));
}
