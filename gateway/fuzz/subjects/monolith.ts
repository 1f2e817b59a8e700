import { execute, type GraphQLSchema, parse } from 'graphql';
import type { Running } from './subject.ts';

/** The oracle: graphql-js over one schema with all the data. */
export function monolith(schema: GraphQLSchema): Running {
  return {
    async execute({ source, variables, operationName }) {
      const { data, errors } = await execute({
        schema,
        document: parse(source),
        variableValues: variables,
        ...(operationName === undefined ? {} : { operationName }),
      });
      return { data, errors: errors ?? [] };
    },
    fallbacks: () => 0,
    jointCalls: () => 0,
    async stop() {},
  };
}
