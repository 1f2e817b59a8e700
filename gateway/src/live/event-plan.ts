import { operationFromDocument, Supergraph } from '@apollo/federation-internals';
import { buildOperationContext, executeQueryPlan, type ServiceMap } from '@apollo/gateway';
import { type FetchNode, QueryPlanner } from '@apollo/query-planner';
import { type DocumentNode, type FieldNode, type GraphQLSchema, Kind, parse } from 'graphql';
import type { Federation } from '../federation/federation.ts';
import type { ExecutionContext } from '../federation/subgraph-fetch.ts';
import type { CheckedOperation } from '../operations.ts';

/** How every event of one subscription is answered. */
export type EventPlan = {
  /** What the island that owns the subscription is to answer of an event. */
  readonly primary: FetchNode;
  /** The same, parsed: one subscription with one root field, fragments of the client's resolved. */
  readonly document: DocumentNode;
  readonly root: FieldNode;
  /** The schema of that island. */
  readonly islandSchema: GraphQLSchema;
  /** Runs the plan, the primary fetch among it, over these services. */
  run(
    services: ServiceMap,
    operation: CheckedOperation,
    context: ExecutionContext,
  ): Promise<Awaited<ReturnType<typeof executeQueryPlan>>>;
};

/** Plans subscriptions. Throws when one cannot be planned. */
export type EventPlanner = (operation: CheckedOperation) => EventPlan;

/** Plans that are remembered; the oldest goes first. */
const MAX_PLANS = 500;

/**
 * A planner for the supergraph as it is: plans are made anew after each change of it. The query planner emits a SubscriptionNode, which
 * the stock executor refuses; it is run here as a sequence of its primary fetch and the rest.
 */
export function createEventPlanner(federation: Federation): EventPlanner {
  let plans = new Map<string, EventPlan>();
  let plan: EventPlanner = () => {
    throw new Error('The supergraph is not loaded.');
  };
  federation.onSchema(({ schema }, supergraphSdl) => {
    plans = new Map();
    plan = plannerOf(schema, supergraphSdl);
  });
  return (operation) => {
    const key = `${operation.hash} ${operation.operationName ?? ''}`;
    const known = plans.get(key);
    if (known !== undefined) return known;
    const made = plan(operation);
    const [oldest] = plans.keys();
    if (plans.size >= MAX_PLANS && oldest !== undefined) plans.delete(oldest);
    plans.set(key, made);
    return made;
  };
}

function plannerOf(schema: GraphQLSchema, supergraphSdl: string): EventPlanner {
  const supergraph = Supergraph.build(supergraphSdl, { validateSupergraph: false });
  const apiSchema = supergraph.apiSchema();
  const supergraphSchema = supergraph.schema.toGraphQLJSSchema();
  const planner = new QueryPlanner(supergraph, { generateQueryFragments: false });
  const islandSchemas = new Map<string, GraphQLSchema>();

  function islandSchemaOf(island: string): GraphQLSchema {
    const made = islandSchemas.get(island) ?? supergraph.subgraphs().get(island)?.schema.toGraphQLJSSchema();
    if (made === undefined) throw new Error(`The plan names ${island}, which is no island.`);
    islandSchemas.set(island, made);
    return made;
  }

  return ({ document, operationName }) => {
    const named = operationName === undefined ? {} : { operationName };
    const { node } = planner.buildQueryPlan(operationFromDocument(apiSchema, document, named));
    if (node?.kind !== 'Subscription') throw new Error('The plan of a subscription was expected.');
    const { primary, rest } = node;
    const asQuery = {
      kind: 'QueryPlan' as const,
      node: rest === undefined ? primary : { kind: 'Sequence' as const, nodes: [primary, rest] },
    };
    const operationContext = buildOperationContext({ schema, operationDocument: document, ...named });
    const primaryDocument = parse(primary.operation);
    return {
      primary,
      document: primaryDocument,
      root: rootOf(primaryDocument),
      islandSchema: islandSchemaOf(primary.serviceName),
      run(services, { source, variables }, context) {
        const request = {
          logger: NO_LOGGER,
          schema,
          source,
          document,
          queryHash: '',
          operationName: operationName ?? null,
          operation: operationContext.operation,
          request: { query: source, variables, ...named },
          context,
          metrics: {},
          overallCachePolicy: { restrict: () => {} },
        };
        // The executor takes Apollo Server's whole request; of that it reads what is above.
        const asked = request as unknown as Parameters<typeof executeQueryPlan>[2];
        return executeQueryPlan(asQuery, services, asked, operationContext, supergraphSchema, apiSchema);
      },
    };
  };
}

function rootOf(document: DocumentNode): FieldNode {
  const [operation] = document.definitions;
  const [root] = operation?.kind === Kind.OPERATION_DEFINITION ? operation.selectionSet.selections : [];
  if (root?.kind !== Kind.FIELD) throw new Error('The primary fetch of a subscription has one root field.');
  return root;
}

/** What the executor would say is told by the errors of its answer. */
const NO_LOGGER = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };
