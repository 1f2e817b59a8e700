import type { GraphQLFormattedError } from 'graphql';
import type { CallSubgraph, FetchOperation } from '../subgraph-fetch.ts';
import type { Meetings } from './meeting.ts';
import type { RunContext } from './run-context.ts';

/** How subgraphs are called. */
export type SubgraphDoor = {
  readonly call: CallSubgraph;
  /** Whether a fetch must not share a call with others, e.g. because its answer may be kept by itself. */
  readonly staysAlone: (operation: FetchOperation) => boolean;
};

/** One execution of a compiled plan, while it lasts. */
export type PlanRun = RunContext &
  SubgraphDoor & {
    /** What has been fetched, under the response keys inside. */
    readonly root: Record<string, unknown>;
    /** Errors of subgraphs; paths are of response keys inside. */
    readonly errors: GraphQLFormattedError[];
    /** Objects of the root of which a subgraph said, without an error, that it has none such to show. */
    readonly absent: Set<object>;
    /** Where fetches that may share a call wait for one another. */
    readonly meetings: Meetings;
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
