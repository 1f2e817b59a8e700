import { type GraphQLResolveInfo, Kind, print, type SelectionSetNode, visit } from 'graphql';

/**
 * The query that fetches, as one entity, everything that is selected under the field of `info`: what the plan wrote inside of another
 * operation, without fragments, becomes an operation of its own, with the variables that it uses.
 */
export function entityQuery(
  type: string,
  id: string,
  info: GraphQLResolveInfo,
): { query: string; variables: Record<string, unknown> } {
  const selectionSet: SelectionSetNode = {
    kind: Kind.SELECTION_SET,
    selections: info.fieldNodes.flatMap((node) => node.selectionSet?.selections ?? []),
  };
  const names = new Set<string>();
  visit(selectionSet, { Variable: ({ name }) => void names.add(name.value) });
  const definitions = (info.operation.variableDefinitions ?? []).filter((one) => names.has(one.variable.name.value));
  const declared = ['$representations: [_Any!]!', ...definitions.map((one) => print(one))].join(', ');
  const given = definitions.flatMap(({ variable: { name } }) =>
    name.value in info.variableValues ? [[name.value, info.variableValues[name.value]]] : [],
  );
  return {
    query: `query (${declared}) { _entities(representations: $representations) { ... on ${type} ${print(selectionSet)} } }`,
    variables: { ...Object.fromEntries(given), representations: [{ __typename: type, id }] },
  };
}
