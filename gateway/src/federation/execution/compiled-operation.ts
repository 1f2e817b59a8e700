import type { QueryPlan } from '@apollo/query-planner';
import {
  type DocumentNode,
  type FragmentDefinitionNode,
  type GraphQLFormattedError,
  type GraphQLObjectType,
  type GraphQLSchema,
  Kind,
  type OperationDefinitionNode,
} from 'graphql';
import type { ResponseNames } from '../planning/response-names.ts';
import type { PreparedSupergraph } from '../planning/supergraph-preparation.ts';
import type { CallSubgraph, ExecutionContext } from '../subgraph-fetch.ts';
import { clientPath, unexplained } from './client-errors.ts';
import { compilePlan } from './compile-plan.ts';
import { asksForSchema, introspect } from './introspection.ts';
import type { PlanRun } from './plan-run.ts';
import { completeResponse } from './response-completion.ts';
import { compileWriter, type ResponseWriter } from './response-writer.ts';
import { type ClientOperation, conditionVariables, inclusionUnder } from './selected-fields.ts';
import { Unsupported } from './unsupported.ts';

/** An answer as it was executed; its errors are not masked yet. */
export type Executed = {
  /** JSON text of `data`. */
  readonly dataJson: string;
  /** With the client's paths; empty for none. */
  readonly errors: readonly GraphQLFormattedError[];
};

/** An operation whose plan has become functions. */
export type CompiledOperation = {
  execute(variables: Readonly<Record<string, unknown>>, context: ExecutionContext, call: CallSubgraph): Promise<Executed>;
};

/** What operations of one supergraph are compiled against. */
export type OperationCompilation = {
  readonly supergraph: PreparedSupergraph;
  /** The prepared supergraph as the planner knows it. */
  readonly planSchema: GraphQLSchema;
  /** The schema that clients see. */
  readonly clientSchema: GraphQLSchema;
  readonly names: ResponseNames;
};

/** Writers for different values of the variables in `@skip` and `@include`; for more of them answers are completed value by value. */
const MAX_WRITERS = 32;

/** Compiles an operation and its plan. Throws Unsupported when the stock executor is to run it. */
export function compileOperation(
  plan: QueryPlan,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  compilation: OperationCompilation,
): CompiledOperation {
  const { clientSchema: schema, supergraph, planSchema, names } = compilation;
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const one of document.definitions) if (one.kind === Kind.FRAGMENT_DEFINITION) fragments.set(one.name.value, one);
  const client: ClientOperation = { schema, operation, fragments };
  const rootType = rootTypeOf(schema, operation);
  const defaults = defaultsOf(operation);
  const run = compilePlan(plan, { supergraph, schema: planSchema, defaults });
  const conditions = conditionVariables(client);
  const hasIntrospection = asksForSchema(client);
  const writers = new Map<string, ResponseWriter>();

  function writerFor(variables: Readonly<Record<string, unknown>>): ResponseWriter | undefined {
    let key = '';
    for (const name of conditions) key += isTrue(name, variables) ? '1' : '0';
    const known = writers.get(key);
    if (known !== undefined || writers.size >= MAX_WRITERS) return known;
    const inclusion = inclusionUnder((name) => isTrue(name, variables));
    const made = compileWriter(client, rootType, inclusion, names.keyInside);
    writers.set(key, made);
    return made;
  }
  function isTrue(name: string, variables: Readonly<Record<string, unknown>>): boolean {
    const given = Object.hasOwn(variables, name) ? variables[name] : undefined;
    return given === undefined ? defaults.get(name) === true : given === true;
  }

  writerFor({});
  return {
    async execute(variables, context, call) {
      const state: PlanRun = { root: {}, errors: [], variables, context, call, isShared: false };
      await run(state);
      const inclusion = inclusionUnder((name) => isTrue(name, variables));
      const texts = hasIntrospection ? introspect(client, rootType, inclusion, variables) : {};
      const errors = state.errors.map((error) =>
        error.path === undefined ? error : { ...error, path: clientPath(error.path, client, names.clientKey) },
      );
      const written = writerFor(variables)?.(state.root, state.isShared, texts);
      if (written !== undefined) return { dataJson: written, errors };
      const completed = completeResponse(client, rootType, inclusion, names.keyInside, state.root, texts);
      return { dataJson: JSON.stringify(completed.data), errors: [...errors, ...unexplained(completed.errors, errors)] };
    },
  };
}

function rootTypeOf(schema: GraphQLSchema, { operation }: OperationDefinitionNode): GraphQLObjectType {
  const type = schema.getRootType(operation);
  if (type === undefined || type === null) throw new Unsupported(`a schema without ${operation}`);
  return type;
}

function defaultsOf({ variableDefinitions }: OperationDefinitionNode): Map<string, boolean> {
  const defaults = new Map<string, boolean>();
  for (const { variable, defaultValue } of variableDefinitions ?? []) {
    if (defaultValue?.kind === Kind.BOOLEAN) defaults.set(variable.name.value, defaultValue.value);
  }
  return defaults;
}
