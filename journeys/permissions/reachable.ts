import { type GraphQLSchema, getNamedType, isAbstractType, isObjectType } from 'graphql';

/** Object types that an answer of this schema can hold: those that a root field or an entity leads to. */
export function reachableTypes(schema: GraphQLSchema): ReadonlySet<string> {
  const reached = new Set<string>();
  const waiting = ['Query', 'Mutation', 'Subscription', '_Entity'];
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    const type = schema.getType(name);
    if (type === undefined || reached.has(name)) continue;
    reached.add(name);
    if (isAbstractType(type)) waiting.push(...schema.getPossibleTypes(type).map((one) => one.name));
    if (isObjectType(type)) waiting.push(...Object.values(type.getFields()).map((field) => getNamedType(field.type).name));
  }
  return reached;
}
