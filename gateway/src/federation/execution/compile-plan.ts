import type { FetchNode, PlanNode, QueryPlan, SubscriptionNode } from '@apollo/query-planner';
import type { GraphQLSchema } from 'graphql';
import type { PreparedSupergraph } from '../planning/supergraph-preparation.ts';
import { arrangePlan } from './arranged-plan.ts';
import { findCompanions, type Seat } from './companions.ts';
import { compileFetch, type FetchCompilation } from './compile-fetch.ts';
import { meetingOf } from './meeting.ts';
import type { PlanRun, PlanStep } from './plan-run.ts';
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
  const { supergraph } = compilation;
  const node = arrangePlan(plan.node.kind === 'Subscription' ? ofEachEvent(plan.node) : plan.node, supergraph);
  const fetches: FetchCompilation = {
    ...compilation,
    entityPaths: entityPathsOf(node, []),
    seats: findCompanions(node, supergraph),
  };
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
      return compileFetch(node, path, fetches);
    case 'Flatten':
      return compile(node.node, [...path, ...node.path]);
    case 'Parallel':
      return inParallel(node.nodes.map((inner) => compile(inner)));
    case 'Sequence':
      return inSequence(node.nodes.map((inner) => compile(inner)));
    case 'Condition': {
      const { condition, ifClause, elseClause } = node;
      const whenTrue = ifClause === undefined ? nothing : compile(ifClause);
      const whenFalse = elseClause === undefined ? nothing : compile(elseClause);
      const skipIf = compileAbsence(ifClause, fetches.seats);
      const skipElse = compileAbsence(elseClause, fetches.seats);
      return (run) => {
        if (isTrue(condition, run, defaults)) {
          skipElse(run);
          return whenTrue(run);
        }
        skipIf(run);
        return whenFalse(run);
      };
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

/** Nobody waits for the fetches of a clause that is not executed. */
function compileAbsence(clause: PlanNode | undefined, seats: ReadonlyMap<FetchNode, Seat>): (run: PlanRun) => void {
  const joints = (clause === undefined ? [] : fetchesOf(clause)).flatMap((fetch) => seats.get(fetch)?.joint ?? []);
  return (run) => {
    for (const joint of joints) meetingOf(run, joint).absent();
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
    default:
      return innerNodes(node).flatMap((inner) => entityPathsOf(inner, path));
  }
}

function fetchesOf(node: PlanNode): FetchNode[] {
  if (node.kind === 'Fetch') return [node];
  return node.kind === 'Flatten' ? fetchesOf(node.node) : innerNodes(node).flatMap(fetchesOf);
}

function innerNodes(node: Exclude<PlanNode, { kind: 'Fetch' | 'Flatten' }>): PlanNode[] {
  switch (node.kind) {
    case 'Parallel':
    case 'Sequence':
      return node.nodes;
    case 'Condition':
      return [node.ifClause, node.elseClause].filter((inner) => inner !== undefined);
    case 'Defer':
      return [node.primary.node, ...node.deferred.map((part) => part.node)].filter((inner) => inner !== undefined);
  }
}
