import type { GraphQLFormattedError } from 'graphql';
import type { CallSubgraph, ExecutionContext } from '../subgraph-fetch.ts';

/** One execution of a compiled plan, while it lasts. */
export type PlanRun = {
  /** What has been fetched, under the response keys inside. */
  readonly root: Record<string, unknown>;
  /** Errors of subgraphs; paths are of response keys inside. */
  readonly errors: GraphQLFormattedError[];
  readonly variables: Readonly<Record<string, unknown>>;
  readonly context: ExecutionContext;
  readonly call: CallSubgraph;
  /** Some object is reachable in several ways: entities that are the same were fetched once. */
  isShared: boolean;
  /** Where what is deferred goes; undefined when the client takes everything at once. */
  readonly deferral: Deferral | undefined;
};

/** The parts of one execution that come later. */
export type Deferral = {
  /** Marks a fetch that deferred parts wait for as done. */
  fetched(id: string): void;
  /** Runs a part once what it depends on was fetched. `step` gets the run of its own. */
  defer(run: PlanRun, part: { label: string; dependsOn: readonly string[]; step: PlanStep }): void;
};

/** One step of a plan. Resolves when everything that it fetches is merged into the root; never rejects for what a subgraph does. */
export type PlanStep = (run: PlanRun) => Promise<void>;
