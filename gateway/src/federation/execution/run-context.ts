import type { CallSubgraph, ExecutionContext } from '../subgraph-fetch.ts';

/** What the calls of one execution are made with. */
export type RunContext = {
  readonly variables: Readonly<Record<string, unknown>>;
  readonly context: ExecutionContext;
  readonly call: CallSubgraph;
};
