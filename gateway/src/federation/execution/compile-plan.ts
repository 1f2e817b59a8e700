import type { PlanNode, QueryPlan, SubscriptionNode } from '@apollo/query-planner';
import type { GraphQLSchema } from 'graphql';
import type { PreparedSupergraph } from '../planning/supergraph-preparation.ts';
import { compileFetch, type FetchCompilation } from './compile-fetch.ts';
import { roundsOf } from './parallel-rounds.ts';
import type { PlanRun, PlanStep } from './plan-run.ts';
import { splitFetch } from './split-fetch.ts';
import { Unsupported } from './unsupported.ts';

type Path = readonly (string | number)[];

/** What a plan is compiled against. */
export type PlanCompilation = {
  readonly supergraph: PreparedSupergraph;
  /** The prepared supergraph's schema. */
  readonly schema: GraphQLSchema;
  /** Values that boolean variables have when they are not given. */
  readonly defaults: ReadonlyMap<string, boolean>;
};

const nothing: PlanStep = () => Promise.resolve();

/** Turns a query plan into functions, once. Throws Unsupported when it has a part that is not known here. */
export function compilePlan(plan: QueryPlan, compilation: PlanCompilation): PlanStep {
  if (plan.node === undefined) return nothing;
  const node = plan.node.kind === 'Subscription' ? ofEachEvent(plan.node) : plan.node;
  const fetches: FetchCompilation = { ...compilation, entityPaths: entityPathsOf(node, []) };
  return compileNode(node, [], fetches, compilation.defaults);
}

/** A subscription is a sequence that is run for each event: what its island is asked for, and the rest. */
function ofEachEvent({ primary, rest }: SubscriptionNode): PlanNode {
  return rest === undefined ? primary : { kind: 'Sequence', nodes: [primary, rest] };
}

function compileNode(node: PlanNode, path: Path, fetches: FetchCompilation, defaults: ReadonlyMap<string, boolean>): PlanStep {
  const compile = (inner: PlanNode, at: Path = path) => compileNode(inner, at, fetches, defaults);
  switch (node.kind) {
    case 'Fetch':
      return inParallel(splitFetch(node, fetches.supergraph).map((fetch) => compileFetch(fetch, path, fetches)));
    case 'Flatten':
      return compile(node.node, [...path, ...node.path]);
    case 'Parallel':
      return inSequence(roundsOf(node.nodes).map((round) => inParallel(round.map((inner) => compile(inner)))));
    case 'Sequence':
      return inSequence(node.nodes.map((inner) => compile(inner)));
    case 'Condition': {
      const { condition } = node;
      const whenTrue = node.ifClause === undefined ? nothing : compile(node.ifClause);
      const whenFalse = node.elseClause === undefined ? nothing : compile(node.elseClause);
      return (run) => (isTrue(condition, run, defaults) ? whenTrue(run) : whenFalse(run));
    }
    case 'Defer': {
      const primary = node.primary.node === undefined ? nothing : compile(node.primary.node);
      const parts = node.deferred.map(({ label, depends, node: inner }) => {
        if (label === undefined) throw new Unsupported('a deferred part without a label');
        // Its paths begin at the root again.
        const step = inner === undefined ? nothing : compileNode(inner, [], fetches, defaults);
        return { label, dependsOn: depends.map(({ id }) => id), step };
      });
      return async (run) => {
        for (const part of parts) run.deferral?.defer(run, part);
        await primary(run);
      };
    }
  }
}

function inSequence(steps: readonly PlanStep[]): PlanStep {
  const [only] = steps;
  if (only !== undefined && steps.length === 1) return only;
  return async (run) => {
    for (const step of steps) await step(run);
  };
}

function inParallel(steps: readonly PlanStep[]): PlanStep {
  const [only] = steps;
  if (only !== undefined && steps.length === 1) return only;
  return async (run) => {
    await Promise.all(steps.map((step) => step(run)));
  };
}

function isTrue(variable: string, { variables }: PlanRun, defaults: ReadonlyMap<string, boolean>): boolean {
  const given = Object.hasOwn(variables, variable) ? variables[variable] : undefined;
  return given === undefined ? defaults.get(variable) === true : given === true;
}

function entityPathsOf(node: PlanNode, path: Path): Path[] {
  switch (node.kind) {
    case 'Fetch':
      return node.requires === undefined ? [] : [path];
    case 'Flatten':
      return entityPathsOf(node.node, [...path, ...node.path]);
    case 'Parallel':
    case 'Sequence':
      return node.nodes.flatMap((inner) => entityPathsOf(inner, path));
    case 'Condition':
      return [node.ifClause, node.elseClause].flatMap((inner) => (inner === undefined ? [] : entityPathsOf(inner, path)));
    case 'Defer':
      return [node.primary.node, ...node.deferred.map((part) => part.node)].flatMap((inner) =>
        inner === undefined ? [] : entityPathsOf(inner, path),
      );
  }
}
