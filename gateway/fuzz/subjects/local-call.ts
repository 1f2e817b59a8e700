import { type DocumentNode, type ExecutionResult, execute, type GraphQLSchema, parse } from 'graphql';

/** Calls a subgraph in this process, as JSON would: nothing is shared between the two sides. */
export type LocalCall = (
  subgraph: string,
  query: string,
  variables: Readonly<Record<string, unknown>>,
  operationName?: string,
) => Promise<ExecutionResult>;

/** Calls to these schemas. A document is parsed once. */
export function localCalls(subgraphs: Readonly<Record<string, GraphQLSchema>>): LocalCall {
  const documents = new Map<string, DocumentNode>();
  return async (subgraph, query, variables, operationName) => {
    const schema = subgraphs[subgraph];
    if (schema === undefined) throw new Error(`There is no subgraph "${subgraph}".`);
    const document = documents.get(query) ?? parse(query);
    documents.set(query, document);
    const result = await execute({
      schema,
      document,
      variableValues: structuredClone(variables),
      ...(operationName === undefined ? {} : { operationName }),
    });
    return JSON.parse(JSON.stringify(result));
  };
}
