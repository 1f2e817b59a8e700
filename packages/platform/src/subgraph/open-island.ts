import { Fault } from '@academy/kernel';
import { ApolloServer } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginSchemaReportingDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import { buildSubgraphSchema } from '@apollo/subgraph';
import {
  type ConstDirectiveNode,
  type DocumentNode,
  GraphQLError,
  type GraphQLSchema,
  isUnionType,
  Kind,
  type ObjectTypeDefinitionNode,
  type ObjectTypeExtensionNode,
} from 'graphql';
import { guardSchema } from '../access/index.ts';
import { RequestDatabase } from '../db/index.ts';
import { type IslandContext, maskError } from '../graphql/index.ts';
import type { IslandRequest, IslandResponse } from '../topology/transport.ts';
import type { IslandDefinition, IslandResources, RunningIsland } from './island.ts';

type GraphQLResolverMap = NonNullable<
  Exclude<Parameters<typeof buildSubgraphSchema>[0], readonly unknown[] | { kind: unknown }>['resolvers']
>;

/** One call may ask for this many entities: the gateway's cost limit lies at the same height. */
export const MAX_REPRESENTATIONS = 5_000;

/**
 * The island answers operations afterwards, under its access table. Throws when the access table and the schema disagree,
 * or when an entity has no reference resolver of its own (it would echo whatever it is sent).
 */
export async function openIsland<Loaders, Services>(
  definition: IslandDefinition<Loaders, Services>,
  resources: IslandResources,
): Promise<RunningIsland> {
  const { database, clock, storage } = resources;
  const logger = resources.logger.child({ island: definition.name });
  const schema = buildGuardedSchema(definition);
  const server = new ApolloServer<IslandContext<Loaders>>({
    schema,
    introspection: false,
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    formatError: (_formatted, thrown) =>
      maskError(
        thrown instanceof GraphQLError
          ? thrown
          : new GraphQLError('thrown outside of GraphQL', { originalError: thrown as Error }),
        logger,
      ),
    plugins: [
      ApolloServerPluginInlineTraceDisabled(),
      ApolloServerPluginLandingPageDisabled(),
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginUsageReportingDisabled(),
      ApolloServerPluginSchemaReportingDisabled(),
    ],
  });
  await server.start();
  const durations = resources.telemetry.histogram('academy_island_operation_seconds', 'Duration of one operation in one island', [
    'island',
    'outcome',
  ]);

  return {
    name: definition.name,
    async execute(request, call) {
      refuseTooManyRepresentations(request);
      const tenantId = call.principal.tenantId;
      const db = new RequestDatabase(database, tenantId);
      const contextValue: IslandContext<Loaders> = {
        principal: call.principal,
        tenantId,
        db,
        loaders: definition.createLoaders({ db, principal: call.principal, tenantId }),
        clock,
        storage,
        requestId: call.requestId,
        logger: logger.child({ requestId: call.requestId, tenantId }),
      };
      const stopTimer = durations.startTimer({ island: definition.name });
      try {
        const { body } = await server.executeOperation(
          {
            query: request.query,
            ...(request.operationName === undefined ? {} : { operationName: request.operationName }),
            variables: { ...request.variables },
          },
          { contextValue },
        );
        if (body.kind !== 'single') throw new Error('incremental delivery is the gateway’s business');
        stopTimer({ outcome: body.singleResult.errors === undefined ? 'ok' : 'errors' });
        return body.singleResult as IslandResponse;
      } finally {
        await db.end();
      }
    },
    async isReady() {
      try {
        await database.pool`select 1`;
        return true;
      } catch {
        return false;
      }
    },
    async close() {
      await server.stop();
    },
  };
}

/** The island's schema with its access table in force. */
export function buildGuardedSchema(
  definition: Pick<IslandDefinition<never, never>, 'name' | 'typeDefs' | 'resolvers' | 'access'>,
): GraphQLSchema {
  const { typeDefs } = definition;
  const resolvers = { ...definition.resolvers, ...refusingReferences(typeDefs, definition.resolvers) } as GraphQLResolverMap;
  const schema = buildSubgraphSchema([{ typeDefs, resolvers }]);
  const entities = schema.getType('_Entity');
  const unguarded = isUnionType(entities)
    ? entities
        .getTypes()
        .filter(({ name }) => (resolvers[name] as { __resolveReference?: unknown } | undefined)?.__resolveReference === undefined)
    : [];
  if (unguarded.length > 0) {
    throw new Error(
      `Entities of ${definition.name} without a reference resolver: ${unguarded.map((type) => type.name).join(', ')}`,
    );
  }
  return guardSchema(schema, definition.access);
}

/**
 * Reference resolvers that know nothing, for types whose key is `resolvable: false`: the gateway never asks for them, and @apollo/subgraph
 * would echo whatever representation somebody else sends.
 */
function refusingReferences(
  typeDefs: DocumentNode,
  resolvers: IslandDefinition<never, never>['resolvers'],
): Record<string, object> {
  const stubs = typeDefs.definitions.filter(
    (one) =>
      (one.kind === Kind.OBJECT_TYPE_DEFINITION || one.kind === Kind.OBJECT_TYPE_EXTENSION) &&
      one.directives?.some((directive) => directive.name.value === 'key' && isUnresolvable(directive)),
  ) as readonly (ObjectTypeDefinitionNode | ObjectTypeExtensionNode)[];
  return Object.fromEntries(
    stubs.map(({ name }) => [name.value, { ...(resolvers[name.value] as object | undefined), __resolveReference: () => null }]),
  );
}

function isUnresolvable(key: ConstDirectiveNode): boolean {
  return (
    key.arguments?.some(({ name, value }) => name.value === 'resolvable' && value.kind === Kind.BOOLEAN && !value.value) ?? false
  );
}

function refuseTooManyRepresentations(request: IslandRequest): void {
  for (const value of Object.values(request.variables ?? {})) {
    if (Array.isArray(value) && value.length > MAX_REPRESENTATIONS) {
      throw new Fault('BAD_REQUEST', `A list of at most ${MAX_REPRESENTATIONS} was expected, got ${value.length}.`);
    }
  }
}
