import { Fault } from '@academy/kernel';
import type { IslandName } from '@academy/platform/topology';
import type { GraphQLDataSource } from '@apollo/gateway';
import {
  execute,
  type GraphQLFieldResolver,
  type GraphQLFormattedError,
  type GraphQLResolveInfo,
  getArgumentValues,
  getVariableValues,
} from 'graphql';
import type { Federation } from '../federation/federation.ts';
import type { ExecutionContext } from '../federation/subgraph-fetch.ts';
import { brokenPromises } from '../federation/value-completion.ts';
import type { CheckedOperation } from '../operations.ts';
import { entityQuery } from './entity-query.ts';
import { createEventPlanner, type EventPlan } from './event-plan.ts';
import type { LiveEvent } from './live-event.ts';

/** The event with what its consumer needs beside it, as the subscription's root field gives it. */
export type RootEvent = LiveEvent & { readonly resume: string; readonly certification: { readonly id: string } };

/** What one event became for one client. Errors bear the client's paths, and are not masked. */
export type EventOutcome = {
  readonly data?: Readonly<Record<string, unknown>> | null;
  readonly errors: readonly (Error | GraphQLFormattedError)[];
};

/** Plans subscriptions and answers their selections, event by event. */
export type EventExecution = {
  /** Coerced arguments of the root field. Throws when no event can ever be answered, so that a subscription is refused before it begins. */
  prepare(operation: CheckedOperation): Record<string, unknown>;
  /**
   * Shapes one event by the client's selection: scalars from the event itself, without any call; what lies behind `certification` from the
   * islands, under the viewer's rights. Rejects with NOT_FOUND when the viewer may not see the certification any more.
   */
  answer(operation: CheckedOperation, event: RootEvent, context: ExecutionContext): Promise<EventOutcome>;
};

type Answer = Awaited<ReturnType<GraphQLDataSource['process']>>;

const ISLAND: IslandName = 'certification';
const EVENT_TYPE = 'CertificationStatusChanged';
const ENTITY_TYPE = 'Certification';
const ENTITY_FIELD = 'certification';

/** An execution over the supergraph that is loaded. */
export function createEventExecution(federation: Federation): EventExecution {
  const planOf = createEventPlanner(federation);
  const island: GraphQLDataSource | undefined = federation.dataSources[ISLAND];
  if (island === undefined) throw new Error(`The supergraph has no subgraph ${ISLAND}.`);

  return {
    prepare(operation) {
      const { root } = planOf(operation);
      const { schema } = federation.schema();
      const definition = schema.getSubscriptionType()?.getFields()[root.name.value];
      if (definition === undefined) throw new Error(`The plan names ${root.name.value}, which is no subscription.`);
      const { coerced = {} } = getVariableValues(schema, operation.operation.variableDefinitions ?? [], operation.variables);
      return getArgumentValues(definition, root, coerced);
    },
    async answer(operation, event, context) {
      const plan = planOf(operation);
      const primary = await answerPrimary(plan, operation, event, island, context);
      const { serviceName, operation: primaryText } = plan.primary;
      const { data, errors, extensions } = await plan.run(
        {
          ...federation.dataSources,
          [serviceName]: {
            process: async (options) => (options.request.query === primaryText ? primary : island.process(options)),
          },
        },
        operation,
        context,
      );
      return { ...(data === undefined ? {} : { data }), errors: [...(errors ?? []), ...brokenPromises(extensions)] };
    },
  };
}

/** The primary fetch, answered here: the island's own types shape the event, and only `certification` is asked of the island. */
async function answerPrimary(
  plan: EventPlan,
  { variables }: CheckedOperation,
  event: RootEvent,
  island: GraphQLDataSource,
  context: ExecutionContext,
): Promise<Answer> {
  const errors: GraphQLFormattedError[] = [];
  const resolve: GraphQLFieldResolver<Readonly<Record<string, unknown>>, unknown> = (parent, _args, _context, info) => {
    // What came from the island bears response keys; the event bears field names.
    const isOfEvent = info.parentType.name === EVENT_TYPE || info.parentType === plan.islandSchema.getSubscriptionType();
    if (!isOfEvent) return parent[info.path.key];
    if (info.parentType.name !== EVENT_TYPE || info.fieldName !== ENTITY_FIELD) return parent[info.fieldName];
    return fetchEntity(event.certification.id, info, island, context, errors);
  };
  const result = await execute({
    schema: plan.islandSchema,
    document: plan.document,
    rootValue: { [plan.root.name.value]: event },
    variableValues: variables,
    fieldResolver: resolve,
    typeResolver: (value) => (value as { __typename?: string }).__typename,
  });
  for (const error of result.errors ?? []) {
    if (error.originalError instanceof Fault) throw error.originalError;
    errors.push(error.toJSON());
  }
  return { data: result.data ?? null, ...(errors.length === 0 ? {} : { errors }) };
}

/** What is selected of the certification, with the island's own errors put under `errors`. Rejects with NOT_FOUND. */
async function fetchEntity(
  id: string,
  info: GraphQLResolveInfo,
  island: GraphQLDataSource,
  context: ExecutionContext,
  errors: GraphQLFormattedError[],
): Promise<unknown> {
  // An operation outside of a plan belongs to no request of Apollo's; the island's source reads what is here.
  const asked: unknown = { request: entityQuery(ENTITY_TYPE, id, info), incomingRequestContext: {}, context };
  const answer = await island.process(asked as Parameters<GraphQLDataSource['process']>[0]);
  const entities: unknown = answer.data?.['_entities'];
  const entity: unknown = Array.isArray(entities) ? entities[0] : undefined;
  const told = answer.errors ?? [];
  const isMissing = entity === undefined || entity === null;
  if (isMissing && told.every((error) => error.extensions?.['code'] === 'NOT_FOUND')) {
    throw new Fault('NOT_FOUND', 'There is no such certification.');
  }
  const above = pathOf(info.path);
  for (const error of told) errors.push({ ...error, path: [...above, ...(error.path ?? []).slice(2)] });
  return entity ?? null;
}

function pathOf({ prev, key }: GraphQLResolveInfo['path']): (string | number)[] {
  return [...(prev === undefined ? [] : pathOf(prev)), key];
}
