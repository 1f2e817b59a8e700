import { Fault } from '@academy/kernel';
import { operationFromDocument, Supergraph } from '@apollo/federation-internals';
import { buildOperationContext, executeQueryPlan, type ServiceMap } from '@apollo/gateway';
import { type FetchNode, QueryPlanner } from '@apollo/query-planner';
import {
  type DocumentNode,
  execute,
  type GraphQLFieldResolver,
  type GraphQLFormattedError,
  type GraphQLSchema,
  Kind,
  parse,
} from 'graphql';
import type { Federation } from '../federation/federation.ts';
import type { ExecutionContext } from '../federation/island-data-source.ts';
import { brokenPromises } from '../federation/value-completion.ts';
import type { CheckedOperation } from '../operations.ts';
import { entityQuery } from './entity-query.ts';
import type { LiveEvent } from './live-event.ts';

/** The event with what its consumer needs beside it, as the subscription's root field gives it. */
export type RootEvent = LiveEvent & { readonly resume: string; readonly certification: { readonly id: string } };

/** What one event became for one client. */
export type EventOutcome = { readonly data?: Record<string, unknown> | null; readonly errors: readonly GraphQLFormattedError[] };

/** Plans subscriptions and answers their selections, event by event. */
export type EventExecution = {
  /** Throws when no event can ever be answered, so that a subscription is refused before it begins. */
  prepare(operation: CheckedOperation): void;
  /**
   * Shapes one event by the client's selection: scalars from the event itself, without any call; what lies behind `certification` from the
   * islands, under the viewer's rights. Rejects with NOT_FOUND when the viewer may not see the certification any more.
   */
  answer(operation: CheckedOperation, event: RootEvent, context: ExecutionContext): Promise<EventOutcome>;
};

/** Plans that are remembered; the oldest goes first. */
const MAX_PLANS = 500;
const EVENT_TYPE = 'CertificationStatusChanged';
const ENTITY_FIELD = 'certification';

type Plan = {
  readonly primary: FetchNode;
  readonly document: DocumentNode;
  readonly islandSchema: GraphQLSchema;
  readonly run: (
    services: ServiceMap,
    operation: CheckedOperation,
    context: ExecutionContext,
  ) => ReturnType<typeof executeQueryPlan>;
};

/**
 * The planner emits a SubscriptionNode, which the stock executor refuses. Per event it is run as a sequence: its primary fetch, answered
 * from the event, then the rest as in any query. Plans are made anew after each change of the schema.
 */
export function createEventExecution(federation: Federation): EventExecution {
  let plans = new Map<string, Plan>();
  let planOf: (operation: CheckedOperation) => Plan = () => {
    throw new Error('The supergraph is not loaded.');
  };

  federation.onSchema(({ schema }, supergraphSdl) => {
    const supergraph = Supergraph.build(supergraphSdl, { validateSupergraph: false });
    const apiSchema = supergraph.apiSchema();
    const supergraphSchema = supergraph.schema.toGraphQLJSSchema();
    const planner = new QueryPlanner(supergraph);
    plans = new Map();
    planOf = (operation) => {
      const { document, operationName } = operation;
      const named = operationName === undefined ? {} : { operationName };
      const { node } = planner.buildQueryPlan(operationFromDocument(apiSchema, document, named));
      if (node?.kind !== 'Subscription') throw new Error('The plan of a subscription was expected.');
      const { primary, rest } = node;
      const islandSchema = supergraph.subgraphs().get(primary.serviceName)?.schema.toGraphQLJSSchema();
      if (islandSchema === undefined) throw new Error(`The plan names ${primary.serviceName}, which is no island.`);
      const plan = {
        kind: 'QueryPlan' as const,
        node: rest === undefined ? primary : { kind: 'Sequence' as const, nodes: [primary, rest] },
      };
      const operationContext = buildOperationContext({ schema, operationDocument: document, ...named });
      return {
        primary,
        document: parse(primary.operation),
        islandSchema,
        run: (services, { source, variables }, context) =>
          executeQueryPlan(
            plan,
            services,
            {
              logger: SILENT,
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
            } as unknown as Parameters<typeof executeQueryPlan>[2],
            operationContext,
            supergraphSchema,
            apiSchema,
          ),
      };
    };
  });

  function remembered(operation: CheckedOperation): Plan {
    const key = `${operation.hash} ${operation.operationName ?? ''}`;
    const known = plans.get(key);
    if (known !== undefined) return known;
    const plan = planOf(operation);
    const [oldest] = plans.keys();
    if (plans.size >= MAX_PLANS && oldest !== undefined) plans.delete(oldest);
    plans.set(key, plan);
    return plan;
  }

  return {
    prepare: (operation) => void remembered(operation),
    async answer(operation, event, context) {
      const plan = remembered(operation);
      const primary = await answerPrimary(plan, operation, event, federation, context);
      const services: ServiceMap = {
        ...federation.dataSources,
        [plan.primary.serviceName]: {
          process: async (options) =>
            options.request.query === plan.primary.operation
              ? { data: primary.data }
              : federation.dataSources.certification.process(options as never),
        },
      };
      const { data, errors, extensions } = await plan.run(services, operation, context);
      return {
        ...(data === undefined ? {} : { data: data as Record<string, unknown> | null }),
        errors: [...primary.errors, ...((errors ?? []) as readonly GraphQLFormattedError[]), ...brokenPromises(extensions)],
      };
    },
  };
}

/** The primary fetch, answered here: the island's own types shape the event, and only `certification` is asked of the island. */
async function answerPrimary(
  plan: Plan,
  operation: CheckedOperation,
  event: RootEvent,
  federation: Federation,
  context: ExecutionContext,
) {
  const errors: GraphQLFormattedError[] = [];
  const resolver: GraphQLFieldResolver<Record<string, unknown>, unknown> = async (parent, _args, _context, info) => {
    // What came from the island bears response keys; the event bears field names.
    if (info.parentType.name !== 'Subscription' && info.parentType.name !== EVENT_TYPE) return parent[String(info.path.key)];
    if (info.parentType.name !== EVENT_TYPE || info.fieldName !== ENTITY_FIELD) return parent[info.fieldName];
    const { query, variables } = entityQuery('Certification', event.certification.id, info);
    const response = await federation.dataSources.certification.process({
      kind: 'incoming operation',
      request: { query, variables },
      incomingRequestContext: {},
      context,
    } as never);
    const above = [info.path.prev?.key ?? '', info.path.key];
    for (const error of (response.errors ?? []) as readonly GraphQLFormattedError[]) {
      errors.push({ ...error, path: [...above, ...(error.path ?? []).slice(2)] });
    }
    const entity = (response.data?.['_entities'] as unknown[] | undefined)?.[0] ?? null;
    if (entity === null && errors.length === 0) throw new Fault('NOT_FOUND', 'There is no such certification.');
    return entity;
  };
  const [field] = plan.document.definitions.flatMap((one) =>
    one.kind === Kind.OPERATION_DEFINITION ? one.selectionSet.selections : [],
  );
  if (field?.kind !== Kind.FIELD) throw new Error('The primary fetch of a subscription has one root field.');
  const result = await execute({
    schema: plan.islandSchema,
    document: plan.document,
    rootValue: { [field.name.value]: event },
    variableValues: operation.variables,
    fieldResolver: resolver,
    typeResolver: (value) => (value as { __typename?: string }).__typename,
  });
  for (const error of result.errors ?? []) if (error.originalError instanceof Fault) throw error.originalError;
  const [broken] = result.errors ?? [];
  if (broken !== undefined && result.data === null) throw broken;
  return { data: result.data as Record<string, unknown> | null, errors };
}

const SILENT = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };
