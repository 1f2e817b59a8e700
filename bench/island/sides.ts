import type { IslandContext, OperationPipeline } from '@academy/platform/graphql';
import { maskError } from '@academy/platform/graphql';
import type { Logger } from '@academy/platform/logger';
import type { GraphQLSchema } from 'graphql';
import { parse, validate } from 'graphql';
import { type CompiledQuery, compileQuery, isCompiledQuery } from 'graphql-jit';

/** The ways to serve an island that are compared: Apollo Server's pipeline, ours, and ours with graphql-jit instead of graphql-js. */
export const SIDES = ['stock', 'lean', 'jit'] as const;

export type Side = (typeof SIDES)[number];

/** As our lean pipeline, but compiled by graphql-jit. Only for measuring: docs/decisions/0025 says why an island does not use it. */
export function openJitPipeline<Loaders>(schema: GraphQLSchema, logger: Logger): OperationPipeline<IslandContext<Loaders>> {
  const compiled = new Map<string, CompiledQuery>();
  function compile(query: string): CompiledQuery {
    const known = compiled.get(query);
    if (known !== undefined) return known;
    const document = parse(query);
    const errors = validate(schema, document);
    if (errors.length > 0) throw errors[0];
    const made = compileQuery(schema, document);
    if (!isCompiledQuery(made)) throw new Error('graphql-jit does not compile this document', { cause: made });
    compiled.set(query, made);
    return made;
  }
  return {
    prepare({ query }) {
      compile(query);
      return { isQuery: false };
    },
    async run({ query, variables }, contextValue) {
      const { data, errors } = await compile(query).query(undefined, contextValue, variables ?? {});
      return errors === undefined
        ? { data: data ?? null }
        : { data: data ?? null, errors: errors.map((error) => maskError(error, logger)) };
    },
    async stop() {},
  };
}
