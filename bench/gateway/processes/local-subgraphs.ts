import type { LocalIsland } from '@academy/platform/topology';
import { type DocumentNode, execute, type GraphQLSchema, parse } from 'graphql';
import type { BenchSubgraph } from '../graph/subgraphs.ts';

/** The subgraphs as islands of this process: parsed once, executed each time. */
export function localSubgraphs(subgraphs: readonly BenchSubgraph[]): Record<string, LocalIsland> {
  return Object.fromEntries(subgraphs.map(({ name, schema }) => [name, localSubgraph(schema)]));
}

function localSubgraph(schema: GraphQLSchema): LocalIsland {
  const parsed = new Map<string, DocumentNode>();
  return {
    async execute({ query, variables, operationName }) {
      let document = parsed.get(query);
      if (document === undefined) {
        document = parse(query);
        parsed.set(query, document);
      }
      const { data, errors } = await execute({ schema, document, variableValues: { ...variables }, operationName });
      return { data: data ?? null, ...(errors === undefined ? {} : { errors: errors.map((error) => error.toJSON()) }) };
    },
  };
}
