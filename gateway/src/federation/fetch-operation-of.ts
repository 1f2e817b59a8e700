import { Kind, parse } from 'graphql';
import type { FetchOperation } from './subgraph-fetch.ts';

/** What a call of this document, with one operation, is made of. Throws for a document without any. */
export function fetchOperationOf(subgraph: string, text: string): FetchOperation {
  const operation = parse(text).definitions.find((definition) => definition.kind === Kind.OPERATION_DEFINITION);
  if (operation === undefined) throw new Error(`A call of ${subgraph} has no operation: ${text}`);
  const name = operation.name?.value;
  const named = name === undefined ? '' : `"operationName":${JSON.stringify(name)},`;
  return {
    subgraph,
    kind: operation.operation,
    text,
    name,
    jsonPrefix: `{"query":${JSON.stringify(text)},${named}"variables":`,
    rootKeys: operation.selectionSet.selections
      .filter((selection) => selection.kind === Kind.FIELD)
      .map((field) => field.alias?.value ?? field.name.value),
  };
}
