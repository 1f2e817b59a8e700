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
};

/** One step of a plan. Resolves when everything that it fetches is merged into the root; never rejects for what a subgraph does. */
export type PlanStep = (run: PlanRun) => Promise<void>;
