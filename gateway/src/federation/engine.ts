import { createHash } from 'node:crypto';
import { Fault } from '@academy/kernel';
import type { Logger } from '@academy/platform/logger';
import { Supergraph } from '@apollo/federation-internals';
import type { QueryPlan } from '@apollo/query-planner';
import { type DocumentNode, type GraphQLSchema, type OperationDefinitionNode, print } from 'graphql';
import { type CompiledOperation, compileOperation, type Executed } from './execution/compiled-operation.ts';
import { type DeferredFragment, isDeferring, labelDeferred } from './execution/deferred-fragments.ts';
import { type OverrideDecision, readOverrideLabels } from './override-labels.ts';
import { type ConditionValues, conditionValues } from './planning/condition-values.ts';
import { plainOperation } from './planning/plain-operation.ts';
import { type OpenPlanner, startPlanner } from './planning/planner.ts';
import { responseNamesOf } from './planning/response-names.ts';
import { prepareSupergraph } from './planning/supergraph-preparation.ts';
import { findUnplanned } from './planning/unplanned-fields.ts';
import type { CallSubgraph, ExecutionContext, FetchOperation } from './subgraph-fetch.ts';

/** An operation that was parsed and is valid under the engine's schema. The same document is the same object each time. */
export type EngineOperation = {
  readonly source: string;
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  readonly operationName?: string | undefined;
  readonly variables: Readonly<Record<string, unknown>>;
};

/** Plans and executes operations of one supergraph. */
export type Engine = {
  /** The schema that clients see. */
  readonly schema: GraphQLSchema;
  /** Tells this supergraph from another. */
  readonly id: string;
  readonly supergraphSdl: string;
  /** Resolves when operations can be planned at once; until then they wait. */
  readonly ready: Promise<void>;
  /** Plans and compiles an operation, so that its first execution does not wait for it. Rejects as `execute` does. */
  prepare(operation: EngineOperation): Promise<void>;
  /** The plan of an operation, for people. */
  plan(operation: EngineOperation): Promise<QueryPlan>;
  /**
   * Executes a query or a mutation. What subgraphs do is told by errors. Rejects with a Fault when the operation cannot be planned, and with
   * Unsupported when its plan has a part that is not compiled. With `takesParts`, what is deferred comes later; else at once.
   */
  execute(operation: EngineOperation, context: ExecutionContext, takesParts?: boolean): Promise<Executed>;
  /** The same for one event of a subscription; everything is asked of `callForEvent`, the event's own island first. */
  executeEvent(operation: EngineOperation, context: ExecutionContext, callForEvent: CallSubgraph): Promise<Executed>;
  stop(): Promise<void>;
};

/** Compiled operations that are remembered; the least recently used goes first. */
const MAX_PLANNED = 1_000;

const NOTHING_DEFERRED: ReadonlyMap<string, DeferredFragment> = new Map();

type Planned = { readonly plan: QueryPlan; readonly compiled: CompiledOperation };

/** An engine over a supergraph. `overrides`: which labels of `@override` are on, and what decides about shares. Throws when the SDL is none. */
export function openEngine(options: {
  supergraphSdl: string;
  call: CallSubgraph;
  /** Which fetches do not share a call with others of the same plan; default: they may. */
  staysAlone?: (operation: FetchOperation) => boolean;
  logger: Logger;
  overrides?: { readonly active: readonly string[]; random(): number };
  /** Where plans come from; default: a thread of this engine's own. */
  openPlanner?: OpenPlanner;
}): Engine {
  const { supergraphSdl, call, staysAlone = () => false, logger, overrides = { active: [], random: Math.random } } = options;
  const { openPlanner = startPlanner } = options;
  const door = { call, staysAlone };
  const labels = readOverrideLabels(supergraphSdl, overrides);
  if (labels.unknown.length > 0) logger.warn({ labels: labels.unknown }, 'labels of @override that no subgraph names');
  const supergraph = prepareSupergraph(supergraphSdl);
  const schema = Supergraph.build(supergraphSdl, { validateSupergraph: false })
    .apiSchema()
    .toGraphQLJSSchema({ includeDefer: true });
  const planSchema = Supergraph.build(supergraph.sdl, { validateSupergraph: false }).schema.toGraphQLJSSchema();
  const names = responseNamesOf(supergraph);
  const planner = openPlanner({ sdl: supergraph.sdl, logger });
  const compilation = { supergraph, planSchema, clientSchema: schema, names };
  const planned = new Map<string, Promise<Planned>>();

  async function make(
    { document, operation, operationName }: EngineOperation,
    takesParts: boolean,
    override: OverrideDecision,
    conditions: ConditionValues,
  ): Promise<Planned> {
    const asked = takesParts ? labelDeferred(document, operation, schema) : { document, operation, deferred: NOTHING_DEFERRED };
    const rules = { schema, interfaceObjects: supergraph.interfaceObjects, values: conditions.values };
    const source = print(names.rename(plainOperation(asked.document, asked.operation, rules)));
    const plan = await planner.plan({ source, operationName, overrides: [...override.conditions], isDeferring: takesParts });
    const [unplanned] = findUnplanned(plan, { schema, document, operation }, names.keyInside);
    if (unplanned !== undefined) throw new Fault('INTERNAL', `No subgraph can answer ${unplanned.name.value}.`);
    return { plan, compiled: compileOperation({ plan, ...asked }, compilation) };
  }
  function plannedOf(asked: EngineOperation, takesParts: boolean): Promise<Planned> {
    const { source, operationName } = asked;
    const override = labels.decide();
    const conditions = conditionValues(asked);
    const isPlain = operationName === undefined && !takesParts && override.cacheKey === '' && conditions.key === '';
    const key = isPlain
      ? source
      : `${takesParts ? '+' : ''}${override.cacheKey} ${conditions.key} ${operationName ?? ''} ${source}`;
    const known = planned.get(key);
    if (known !== undefined) {
      // Back at the end: the least recently used goes first.
      planned.delete(key);
      planned.set(key, known);
      return known;
    }
    const made = make(asked, takesParts, override, conditions);
    planned.set(key, made);
    const [oldest] = planned.keys();
    if (planned.size > MAX_PLANNED && oldest !== undefined) planned.delete(oldest);
    made.catch((thrown: unknown) => {
      // What cannot be planned stays so; an outage of the planner does not.
      if (thrown instanceof Fault && thrown.isRetryable) planned.delete(key);
    });
    return made;
  }

  return {
    schema,
    id: createHash('sha256').update(supergraphSdl).digest('base64url').slice(0, 16),
    supergraphSdl,
    ready: planner.ready,
    async prepare(operation) {
      await plannedOf(operation, false);
    },
    async plan(operation) {
      return (await plannedOf(operation, false)).plan;
    },
    async execute(operation, context, takesParts = false) {
      const { compiled } = await plannedOf(operation, takesParts && isDeferring(operation.document));
      return compiled.execute(operation.variables, context, door);
    },
    async executeEvent(operation, context, callForEvent) {
      const { compiled } = await plannedOf(operation, false);
      // Nothing of an event is kept by itself.
      return compiled.execute(operation.variables, context, { call: callForEvent, staysAlone: () => false });
    },
    stop: () => planner.stop(),
  };
}
