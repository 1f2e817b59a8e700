import { type DocumentNode, Kind, type OperationDefinitionNode, type SelectionNode, type SelectionSetNode } from 'graphql';

/** Names, without aliases, of every field on the root of an operation. */
export function rootFieldsOf(document: DocumentNode, operation: OperationDefinitionNode): string[] {
  const fields = rootSelectionsOf(document, operation).filter((selection) => selection.kind === Kind.FIELD);
  return [...new Set(fields.map(({ name }) => name.value))];
}

/** Fields on the root, and the fragments that they are in. */
export function rootSelectionsOf(document: DocumentNode, operation: OperationDefinitionNode): SelectionNode[] {
  const found: SelectionNode[] = [];
  const visited = new Set<string>();
  const collect = (set: SelectionSetNode): void => {
    for (const selection of set.selections) {
      found.push(selection);
      if (selection.kind === Kind.FIELD) continue;
      if (selection.kind === Kind.INLINE_FRAGMENT) collect(selection.selectionSet);
      else if (!visited.has(selection.name.value)) {
        visited.add(selection.name.value);
        const fragment = document.definitions.find(
          (definition) => definition.kind === Kind.FRAGMENT_DEFINITION && definition.name.value === selection.name.value,
        );
        if (fragment?.kind === Kind.FRAGMENT_DEFINITION) collect(fragment.selectionSet);
      }
    }
  };
  collect(operation.selectionSet);
  return found;
}
