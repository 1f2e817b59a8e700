import type { FetchNode } from '@apollo/query-planner';
import { type GraphQLFormattedError, type GraphQLSchema, isInterfaceType } from 'graphql';
import type { PreparedSupergraph } from '../planning/supergraph-preparation.ts';
import type { FetchResult, SubgraphFetch } from '../subgraph-fetch.ts';
import type { Seat } from './companions.ts';
import { deepMerge, type IsVague, mergedValue } from './deep-merge.ts';
import { compileCollector } from './entity-collector.ts';
import { noteEntityErrors, noteRootErrors } from './fetch-errors.ts';
import { type CompiledOperation, compileOperation } from './fetch-operation.ts';
import { compileVariables } from './fetch-variables.ts';
import { isPlainName } from './json-text.ts';
import { meetingOf } from './meeting.ts';
import type { PlanRun, PlanStep } from './plan-run.ts';
import { compileRepresenter, type Representations } from './representations.ts';
import { applyRewrites } from './rewrites.ts';
import { Unsupported } from './unsupported.ts';

type Tree = Record<string, unknown>;
type Path = readonly (string | number)[];

/** What fetches are compiled against. */
export type FetchCompilation = {
  readonly supergraph: PreparedSupergraph;
  /** The prepared supergraph's schema. */
  readonly schema: GraphQLSchema;
  /** Paths at which entities are fetched somewhere in the plan: what lies under them may be shared. */
  readonly entityPaths: readonly Path[];
  /** The fetches that may share a call with others. */
  readonly seats: ReadonlyMap<FetchNode, Seat>;
};

/** Compiles one fetch at one place of the answer. Throws Unsupported. */
export function compileFetch(fetch: FetchNode, path: Path, compilation: FetchCompilation): PlanStep {
  if (fetch.contextRewrites !== undefined && fetch.contextRewrites.length > 0) throw new Unsupported('@fromContext');
  const operation = compileOperation(fetch, compilation.supergraph);
  const step =
    fetch.requires === undefined
      ? compileRootFetch(fetch, operation, path, compilation)
      : compileEntityFetch(fetch, operation, path, compilation);
  const { id } = fetch;
  if (id === undefined) return step;
  return async (run) => {
    await step(run);
    run.deferral?.fetched(id);
  };
}

function compileRootFetch(fetch: FetchNode, operation: CompiledOperation, path: Path, { schema }: FetchCompilation): PlanStep {
  const collect = compileCollector(path, new Set());
  const { outputRewrites } = fetch;
  const writeVariables = compileVariables(fetch.variableUsages);
  const isVague = vagueTypes(schema);
  return async (run) => {
    const objects = path.length === 0 ? [run.root] : collect(run.root, false);
    if (objects.length === 0) return;
    const { data, errors } = await run.call(
      { operation, variables: writeVariables(run), representations: undefined },
      run.context,
    );
    if (errors !== undefined) noteRootErrors(run, path, errors);
    if (data === null) return;
    if (outputRewrites !== undefined) applyRewrites(schema, outputRewrites, data);
    for (const object of objects) deepMerge(object, data, isVague);
    if (objects.length > 1) run.isShared = true;
  };
}

function compileEntityFetch(fetch: FetchNode, operation: CompiledOperation, path: Path, compilation: FetchCompilation): PlanStep {
  const { schema, supergraph, entityPaths, seats } = compilation;
  const collect = compileCollector(path, sharedSteps(path, entityPaths));
  const keysOf = (type: string) => supergraph.keys.get(`${fetch.serviceName} ${type}`) ?? [];
  const represent = compileRepresenter(schema, fetch.requires ?? [], fetch.inputRewrites, supergraph.fixedFields, keysOf);
  const merge = compileMerge(operation.keys, vagueTypes(schema));
  const { outputRewrites } = fetch;
  const writeVariables = compileVariables(fetch.variableUsages);
  const call = compileCall(operation, seats.get(fetch));

  return async (run) => {
    const objects = collect(run.root, run.isShared);
    const representations = objects.length === 0 ? NOBODY : represent(objects);
    const { texts, targets, indexes } = representations;
    const answer = call(
      run,
      texts.length === 0 ? undefined : { operation, variables: writeVariables(run), representations: texts },
    );
    if (answer === undefined) return;
    const { data, errors } = await answer;
    if (errors !== undefined) noteEntityErrors(run, path, errors, representations);
    if (data === null) return;
    const entities = data['_entities'];
    if (!Array.isArray(entities) || entities.length !== texts.length) {
      run.errors.push(misfit(operation.subgraph));
      return;
    }
    if (outputRewrites !== undefined) rewriteEntities(entities, targets, indexes);
    for (let index = 0; index < targets.length; index += 1) {
      const entity: unknown = entities[indexes[index] as number];
      if (typeof entity === 'object' && entity !== null) merge(targets[index] as Tree, entity as Tree);
      else if (!isToldOf(errors, indexes[index] as number)) run.absent.add(targets[index] as Tree);
    }
    if (texts.length < targets.length && !operation.isLeafOnly) run.isShared = true;
  };

  /** Type conditions in the rewrites' paths speak of the entity's type, which the subgraph need not have told. */
  function rewriteEntities(entities: unknown[], targets: readonly Tree[], indexes: readonly number[]): void {
    targets.forEach((target, index) => {
      const entity: unknown = entities[indexes[index] as number];
      if (typeof entity === 'object' && entity !== null && !Object.hasOwn(entity, '__typename')) {
        (entity as Tree)['__typename'] = target['__typename'];
      }
    });
    applyRewrites(schema, outputRewrites ?? [], entities);
  }
}

const NOBODY: Representations = { texts: [], targets: [], indexes: [] };

function vagueTypes(schema: GraphQLSchema): IsVague {
  return (name) => typeof name === 'string' && isInterfaceType(schema.getType(name));
}

/**
 * Copies what was fetched of an entity into the object that it is. A subgraph that knows an interface as an object (`@interfaceObject`) does
 * not know of what type its entities are: what it says of that does not replace what is known.
 */
function compileMerge(keys: readonly string[], isVague: IsVague): (target: Tree, entity: Tree) => void {
  if (!keys.every(isPlainName)) return (target, entity) => deepMerge(target, entity, isVague);
  const copies = keys.map((key) =>
    key === '__typename'
      ? 'v = e.__typename; if (v !== undefined && (t.__typename === undefined || !isVague(v))) t.__typename = v;'
      : `v = e.${key};
    if (v !== undefined) { const w = t.${key}; t.${key} = w === undefined || w === null ? v : mergedValue(w, v, isVague); }`,
  );
  const source = `return (t, e) => { let v;\n${copies.join('\n')}\n};`;
  return new Function('mergedValue', 'isVague', source)(mergedValue, isVague) as typeof deepMerge;
}

/** The steps of a path whose value belongs to an entity that other places may share. */
function sharedSteps(path: Path, entityPaths: readonly Path[]): Set<number> {
  const isPrefix = (other: Path) => other.length < path.length && other.every((step, index) => step === path[index]);
  return new Set(entityPaths.filter(isPrefix).map((other) => other.length));
}

/** How a fetch is called, alone or with others; undefined for none to be called, for which others need not wait. */
function compileCall(
  operation: CompiledOperation,
  seat: Seat | undefined,
): (run: PlanRun, fetch: SubgraphFetch | undefined) => Promise<FetchResult> | undefined {
  if (seat === undefined) return (run, fetch) => (fetch === undefined ? undefined : run.call(fetch, run.context));
  const { joint, index } = seat;
  return (run, fetch) => {
    const meeting = meetingOf(run, joint);
    if (fetch !== undefined && !run.staysAlone(operation)) return meeting.call(index, fetch);
    meeting.absent();
    return fetch === undefined ? undefined : run.call(fetch, run.context);
  };
}

/** Whether an error of a call of entities says why there is none at this index. */
function isToldOf(errors: readonly GraphQLFormattedError[] | undefined, index: number): boolean {
  return errors?.some(({ path }) => path === undefined || path[1] === index) === true;
}

function misfit(subgraph: string): GraphQLFormattedError {
  return { message: `"${subgraph}" answered other entities than it was asked for.`, extensions: { code: 'UNAVAILABLE' } };
}
