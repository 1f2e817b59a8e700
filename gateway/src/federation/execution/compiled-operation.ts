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
import type { ExecutionContext } from '../subgraph-fetch.ts';
import { clientPath, notThere, ofClient, unexplained } from './client-errors.ts';
import { compilePlan } from './compile-plan.ts';
import { createLaterParts, type DeferredPart, type LaterPart, type LaterParts } from './deferral.ts';
import type { DeferredFragment } from './deferred-fragments.ts';
import { hiddenValuesOf } from './hidden-values.ts';
import { asksForSchema, introspect } from './introspection.ts';
import type { PlanRun, SubgraphDoor } from './plan-run.ts';
import { type Conditions, compileProjection } from './projection.ts';
import { type ClientOperation, conditionVariables, inclusionUnder } from './selected-fields.ts';
import { Unsupported } from './unsupported.ts';

/** An answer as it was executed; its errors are not masked yet. */
export type Executed = {
  /** JSON text of `data`. */
  readonly dataJson: string;
  /** With the client's paths; empty for none. */
  readonly errors: readonly GraphQLFormattedError[];
  /** What was deferred, as it comes; undefined when this is all. */
  readonly later?: AsyncGenerator<readonly LaterPart[], void, void>;
};

/** An operation whose plan has become functions. */
export type CompiledOperation = {
  execute(variables: Variables, context: ExecutionContext, door: SubgraphDoor): Promise<Executed>;
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

/** An operation as it was planned. `deferred` has what its plan defers; empty for a plan that answers everything at once. */
export type PlannedOperation = {
  readonly plan: QueryPlan;
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  readonly deferred: ReadonlyMap<string, DeferredFragment>;
};

type Variables = Readonly<Record<string, unknown>>;

const NOTHING = {};

/** Compiles an operation and its plan. Throws Unsupported when the stock executor is to run it. */
export function compileOperation(planned: PlannedOperation, compilation: OperationCompilation): CompiledOperation {
  const { plan, document, operation, deferred } = planned;
  const { clientSchema: schema, supergraph, planSchema, names } = compilation;
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const one of document.definitions) if (one.kind === Kind.FRAGMENT_DEFINITION) fragments.set(one.name.value, one);
  const client: ClientOperation = { schema, operation, fragments, hidden: hiddenValuesOf(schema, planSchema) };
  const rootType = rootTypeOf(schema, operation);
  const defaults = defaultsOf(operation);
  const conditionsOf = compileConditions(conditionVariables(client), defaults, deferred.size > 0);
  const run = compilePlan(plan, { supergraph, schema: planSchema, defaults });
  const project = compileProjection(client, rootType, [operation.selectionSet], names.keyInside);
  const parts = new Map<string, DeferredPart>();
  for (const [label, part] of deferred) {
    parts.set(label, { ...part, project: compileProjection(client, part.type, [part.selectionSet], names.keyInside) });
  }
  const hasIntrospection = asksForSchema(client);
  // What cannot be compiled is found out now, and not by the first request.
  project(NOTHING, false, conditionsOf(NOTHING), NOTHING);
  for (const part of parts.values()) part.project(NOTHING, false, conditionsOf(NOTHING), NOTHING);

  function laterOf(conditions: Conditions): LaterParts | undefined {
    if (parts.size === 0) return undefined;
    return createLaterParts({ parts, client, conditions, keyInside: names.keyInside, clientKey: names.clientKey });
  }
  return {
    async execute(variables, context, { call, staysAlone }) {
      const conditions = conditionsOf(variables);
      const later = laterOf(conditions);
      const state: PlanRun = {
        root: {},
        errors: [],
        variables,
        context,
        call,
        staysAlone,
        absent: new Set(),
        meetings: new Map(),
        isShared: false,
        deferral: later,
      };
      await run(state);
      const texts = hasIntrospection ? introspect(client, rootType, conditions.isIncluded, variables) : NOTHING;
      const told = state.errors.map((error) =>
        error.path === undefined ? error : { ...error, path: clientPath(error.path, client, names.clientKey) },
      );
      const { json, broken } = project(state.root, state.isShared, conditions, texts);
      const isAll = later === undefined || later.isEmpty();
      const lacking = told.length === 0 || !isAll ? told : ofClient(told, JSON.parse(json));
      const errors =
        broken.length === 0 ? lacking : [...lacking, ...unexplained(notThere(broken, state, names.clientKey), lacking)];
      if (isAll) return { dataJson: json, errors };
      later.begin(broken.length === 0 ? undefined : JSON.parse(json));
      return { dataJson: json, errors, later: later.batches() };
    },
  };
}

function compileConditions(
  names: readonly string[],
  defaults: ReadonlyMap<string, boolean>,
  isDeferring: boolean,
): (variables: Variables) => Conditions {
  const always: Conditions = { key: '', isIncluded: inclusionUnder(() => false, isDeferring) };
  if (names.length === 0) return () => always;
  return (variables) => {
    const isTrue = (name: string): boolean => {
      const given = Object.hasOwn(variables, name) ? variables[name] : undefined;
      return given === undefined ? defaults.get(name) === true : given === true;
    };
    let key = '';
    for (const name of names) key += isTrue(name) ? '1' : '0';
    return { key, isIncluded: inclusionUnder(isTrue, isDeferring) };
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
