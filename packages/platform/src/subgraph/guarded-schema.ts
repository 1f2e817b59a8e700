import { buildSubgraphSchema } from '@apollo/subgraph';
import {
  type ConstDirectiveNode,
  type DocumentNode,
  type GraphQLSchema,
  isUnionType,
  Kind,
  type ObjectTypeDefinitionNode,
  type ObjectTypeExtensionNode,
} from 'graphql';
import { guardSchema } from '../access/index.ts';
import type { IslandDefinition } from './island.ts';

type GraphQLResolverMap = NonNullable<
  Exclude<Parameters<typeof buildSubgraphSchema>[0], readonly unknown[] | { kind: unknown }>['resolvers']
>;

/**
 * The island's schema with its access table in force. Throws when the two disagree, or when an entity has no reference resolver of its own
 * (it would echo whatever it is sent).
 */
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
