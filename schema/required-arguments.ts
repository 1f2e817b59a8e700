import {
  type DocumentNode,
  Kind,
  type ObjectTypeDefinitionNode,
  type ObjectTypeExtensionNode,
  parse,
  print,
  type SelectionSetNode,
} from 'graphql';

/** A field that two `@requires` of one type ask for with different arguments. */
export interface ArgumentConflict {
  /** Path of the field from the type that requires it, e.g. `Course.price`. */
  readonly field: string;
  /** Each different list of arguments, with the fields that require it so, sorted. */
  readonly demands: ReadonlyMap<string, readonly string[]>;
}

/**
 * The fields that `@requires` would ask for twice with different arguments, by path; empty when there are none.
 * The query planner puts both into one selection under one name, and one of the two resolvers gets the other's value.
 */
export function conflictingRequiredArguments(documents: readonly DocumentNode[]): ArgumentConflict[] {
  const demands = new Map<string, Map<string, Set<string>>>();
  for (const type of documents.flatMap(objectTypes)) {
    for (const field of type.fields ?? []) {
      for (const selections of requiredSelections(field.directives ?? [])) {
        collect(selections, type.name.value, `${type.name.value}.${field.name.value}`, demands);
      }
    }
  }
  return [...demands]
    .filter(([, byArguments]) => byArguments.size > 1)
    .map(([field, byArguments]) => ({ field, demands: new Map([...byArguments].map(([list, by]) => [list, [...by].sort()])) }))
    .sort((a, b) => a.field.localeCompare(b.field, 'en'));
}

function objectTypes(document: DocumentNode): (ObjectTypeDefinitionNode | ObjectTypeExtensionNode)[] {
  return document.definitions.filter(
    (node) => node.kind === Kind.OBJECT_TYPE_DEFINITION || node.kind === Kind.OBJECT_TYPE_EXTENSION,
  );
}

function requiredSelections(directives: NonNullable<ObjectTypeDefinitionNode['directives']>): SelectionSetNode[] {
  return directives
    .filter((directive) => directive.name.value === 'requires' || directive.name.value === 'federation__requires')
    .flatMap((directive) => directive.arguments ?? [])
    .flatMap(({ value }) => (value.kind === Kind.STRING ? [selectionSet(value.value)] : []));
}

function selectionSet(fields: string): SelectionSetNode {
  const [operation] = parse(`{ ${fields} }`).definitions;
  if (operation?.kind !== Kind.OPERATION_DEFINITION) throw new Error(`A field set of @requires is one selection, not: ${fields}`);
  return operation.selectionSet;
}

function collect(set: SelectionSetNode, path: string, by: string, demands: Map<string, Map<string, Set<string>>>): void {
  for (const selection of set.selections) {
    if (selection.kind === Kind.INLINE_FRAGMENT) collect(selection.selectionSet, path, by, demands);
    if (selection.kind !== Kind.FIELD) continue;
    const field = `${path}.${selection.name.value}`;
    const list = (selection.arguments ?? []).map(print).sort().join(', ');
    const byArguments = demands.get(field) ?? new Map<string, Set<string>>();
    byArguments.set(list, (byArguments.get(list) ?? new Set()).add(by));
    demands.set(field, byArguments);
    if (selection.selectionSet) collect(selection.selectionSet, field, by, demands);
  }
}
