import type { ReadyRequest } from '@academy/platform/topology';
import { ApolloGateway, type GraphQLDataSource } from '@apollo/gateway';
import type { PlanNode, QueryPlan } from '@apollo/query-planner';
import { graphql, parse } from 'graphql';
import type { BenchSubgraph } from '../graph/subgraphs.ts';

/** The calls that an operation needs, in the order and with the dependencies of its plan; no GraphQL is left in them. */
export type RecordedPlan =
  | { readonly kind: 'call'; readonly subgraph: string; readonly request: ReadyRequest }
  | { readonly kind: 'sequence' | 'parallel'; readonly steps: readonly RecordedPlan[] };

/** What an operation needs and what it is answered with. */
export type Recording = { readonly plan: RecordedPlan; readonly answer: string };

/** Executes each request once, with the stock planner and executor over the subgraphs in process, and writes down the calls it led to. */
export async function recordPlans(
  supergraphSdl: string,
  subgraphs: readonly BenchSubgraph[],
  bodies: readonly string[],
): Promise<Record<string, Recording>> {
  let calls = new Map<string, ReadyRequest[]>();
  let plan: QueryPlan | undefined;
  const sourceOf = (name: string): GraphQLDataSource => ({
    async process({ request: { query = '', variables = {} } }) {
      const key = `${name} ${query}`;
      const jsonPrefix = `{"query":${JSON.stringify(query)},"variables":`;
      const call = {
        query,
        operationName: undefined,
        kind: 'query',
        jsonPrefix,
        variablesJson: JSON.stringify(variables),
      } as const;
      calls.set(key, [...(calls.get(key) ?? []), call]);
      const schema = subgraphs.find((one) => one.name === name)?.schema;
      if (schema === undefined) throw new Error(`The supergraph names "${name}", which is no subgraph of this benchmark.`);
      const result = await graphql({ schema, source: query, variableValues: variables });
      if (result.errors !== undefined) throw new Error(`${name} answered with errors: ${result.errors[0]?.message}`);
      return { data: result.data ?? null };
    },
  });
  const gateway = new ApolloGateway({
    supergraphSdl,
    buildService: ({ name }) => sourceOf(name),
    experimental_didResolveQueryPlan: ({ queryPlan }) => {
      plan = queryPlan;
    },
  });
  const { executor } = await gateway.load();
  const recordings: Record<string, Recording> = {};
  for (const body of bodies) {
    calls = new Map();
    const { query, variables, operationName } = JSON.parse(body) as Record<'query' | 'operationName', string> & {
      variables: Record<string, unknown>;
    };
    const document = parse(query);
    const result = await executor({
      document,
      request: { query, variables, operationName },
      operationName,
      queryHash: query,
      context: {},
      cache: undefined,
      schema: undefined,
      metrics: {},
      source: query,
      operation: document.definitions.find((definition) => definition.kind === 'OperationDefinition'),
    } as never);
    if (plan?.node === undefined) throw new Error('An operation of the benchmark has no plan.');
    recordings[body] = { plan: recorded(plan.node as PlanNode, calls), answer: JSON.stringify({ data: result.data }) };
  }
  await gateway.stop();
  return recordings;
}

function recorded(node: PlanNode, calls: Map<string, ReadyRequest[]>): RecordedPlan {
  switch (node.kind) {
    case 'Sequence':
    case 'Parallel': {
      const steps = node.nodes.map((one) => recorded(one, calls)).filter((step) => step.kind === 'call' || step.steps.length > 0);
      return { kind: node.kind === 'Sequence' ? 'sequence' : 'parallel', steps };
    }
    case 'Flatten':
      return recorded(node.node, calls);
    case 'Fetch': {
      // A fetch without representations is planned and never made.
      const request = calls.get(`${node.serviceName} ${node.operation}`)?.shift();
      return request === undefined ? { kind: 'sequence', steps: [] } : { kind: 'call', subgraph: node.serviceName, request };
    }
    default:
      throw new Error(`The benchmark's operations lead to no ${node.kind} step.`);
  }
}
