import type { FetchNode } from '@apollo/query-planner';
import { type FieldNode, Kind, type OperationDefinitionNode, parse, print, type SelectionSetNode, visit } from 'graphql';
import type { PreparedSupergraph } from '../planning/supergraph-preparation.ts';
import type { FetchOperation } from '../subgraph-fetch.ts';
import { Unsupported } from './unsupported.ts';

/** The operation of one fetch as it is sent, and what its answer holds. */
export type CompiledOperation = FetchOperation & {
  /** Response keys of what is fetched: of each entity, or of the root. */
  readonly keys: readonly string[];
  /** No value of these keys is an object or a list of objects. */
  readonly isLeafOnly: boolean;
};

/** Compiles the operation of a fetch. Fields with fixed arguments are asked for as what they are. */
export function compileOperation(fetch: FetchNode, supergraph: PreparedSupergraph): CompiledOperation {
  const document = parse(fetch.operation, { noLocation: true });
  let isChanged = false;
  const sent = visit(document, {
    Field(field) {
      const fixed = supergraph.fixedFields.get(field.name.value);
      if (fixed === undefined) return undefined;
      isChanged = true;
      const call = parseField(`${field.alias?.value ?? field.name.value}: ${fixed.field}${fixed.argumentsText}`);
      return field.selectionSet === undefined ? call : { ...call, selectionSet: field.selectionSet };
    },
  });
  const text = isChanged ? print(sent) : fetch.operation;
  const selected = selectedBy(
    fetch,
    sent.definitions.find((definition) => definition.kind === Kind.OPERATION_DEFINITION),
  );
  const keys = new Map<string, boolean>();
  collectKeys(selected, keys);
  const name = fetch.operationName;
  return {
    subgraph: fetch.serviceName,
    kind: fetch.operationKind,
    text,
    name,
    jsonPrefix: `{"query":${JSON.stringify(text)},${name === undefined ? '' : `"operationName":${JSON.stringify(name)},`}"variables":`,
    rootKeys: fetch.requires === undefined ? [...keys.keys()] : [],
    keys: [...keys.keys()],
    isLeafOnly: [...keys.values()].every((isLeaf) => isLeaf),
  };
}

/** What is selected of the root, or of the entities. */
export function selectedBy(fetch: FetchNode, operation: OperationDefinitionNode | undefined): SelectionSetNode {
  if (operation === undefined) throw new Unsupported('a fetch without an operation');
  if (fetch.requires === undefined) return operation.selectionSet;
  const [entities] = operation.selectionSet.selections;
  if (entities?.kind !== Kind.FIELD || entities.name.value !== '_entities' || entities.selectionSet === undefined) {
    throw new Unsupported('a fetch of entities of another form');
  }
  return entities.selectionSet;
}

function collectKeys(set: SelectionSetNode, keys: Map<string, boolean>): void {
  for (const selection of set.selections) {
    if (selection.kind === Kind.FRAGMENT_SPREAD) throw new Unsupported('a named fragment in a fetch');
    if (selection.kind === Kind.INLINE_FRAGMENT) collectKeys(selection.selectionSet, keys);
    else {
      const key = selection.alias?.value ?? selection.name.value;
      keys.set(key, selection.selectionSet === undefined && keys.get(key) !== false);
    }
  }
}

function parseField(text: string): FieldNode {
  const [operation] = parse(`{${text}}`, { noLocation: true }).definitions;
  const [field] = operation?.kind === Kind.OPERATION_DEFINITION ? operation.selectionSet.selections : [];
  if (field?.kind !== Kind.FIELD) throw new Error(`A field was expected, got "${text}".`);
  return field;
}
