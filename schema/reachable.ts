import {
  type GraphQLNamedType,
  GraphQLSchema,
  getNamedType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  isUnionType,
} from 'graphql';

/** The same schema without the types that no root field leads to; an object behind an interface that one leads to stays. */
export function withoutUnreachable(schema: GraphQLSchema): GraphQLSchema {
  const reached = new Set<GraphQLNamedType>();
  const open: GraphQLNamedType[] = [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()].filter(
    (type) => type !== undefined && type !== null,
  );
  for (let type = open.pop(); type !== undefined; type = open.pop()) {
    if (reached.has(type)) continue;
    reached.add(type);
    open.push(...nextTo(type, schema));
  }
  const config = schema.toConfig();
  const used = new Set(config.directives.flatMap(({ args }) => args.map((argument) => getNamedType(argument.type))));
  return new GraphQLSchema({ ...config, types: config.types.filter((type) => reached.has(type) || used.has(type as never)) });
}

function nextTo(type: GraphQLNamedType, schema: GraphQLSchema): readonly GraphQLNamedType[] {
  if (isUnionType(type)) return type.getTypes();
  if (isInputObjectType(type)) return Object.values(type.getFields()).map((field) => getNamedType(field.type));
  if (!isObjectType(type) && !isInterfaceType(type)) return [];
  const fields = Object.values(type.getFields());
  return [
    ...fields.map((field) => getNamedType(field.type)),
    ...fields.flatMap((field) => field.args.map((argument) => getNamedType(argument.type))),
    ...type.getInterfaces(),
    ...(isInterfaceType(type) ? schema.getPossibleTypes(type) : []),
  ];
}
