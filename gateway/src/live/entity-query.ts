import { type FragmentDefinitionNode, type GraphQLResolveInfo, Kind, print, type SelectionSetNode, visit } from 'graphql';

/**
 * The query that fetches, as one entity, everything that is selected under the field of `info`: what the plan wrote inside of another
 * operation becomes an operation of its own, with the fragments and variables that it uses.
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
  const fragments = usedFragments(selectionSet, info);
  const names = new Set<string>();
  for (const part of [selectionSet, ...fragments]) {
    visit(part, { Variable: ({ name }) => void names.add(name.value) });
  }
  const definitions = (info.operation.variableDefinitions ?? []).filter((one) => names.has(one.variable.name.value));
  const declared = ['$representations: [_Any!]!', ...definitions.map((one) => print(one))].join(', ');
  const given = definitions.flatMap(({ variable: { name } }) =>
    name.value in info.variableValues ? [[name.value, info.variableValues[name.value]]] : [],
  );
  return {
    query: [
      `query (${declared}) { _entities(representations: $representations) { ... on ${type} ${print(selectionSet)} } }`,
      ...fragments.map((one) => print(one)),
    ].join('\n'),
    variables: { ...Object.fromEntries(given), representations: [{ __typename: type, id }] },
  };
}

function usedFragments(selectionSet: SelectionSetNode, info: GraphQLResolveInfo): FragmentDefinitionNode[] {
  const used = new Map<string, FragmentDefinitionNode>();
  const collect = (part: SelectionSetNode | FragmentDefinitionNode) => {
    visit(part, {
      FragmentSpread: ({ name }) => {
        const fragment = info.fragments[name.value];
        if (fragment === undefined || used.has(name.value)) return;
        used.set(name.value, fragment);
        collect(fragment);
      },
    });
  };
  collect(selectionSet);
  return [...used.values()];
}
