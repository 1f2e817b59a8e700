import { type IslandContext, type OperationPipeline, openLeanPipeline } from '@academy/platform/graphql';
import type { Logger } from '@academy/platform/logger';
import type { IslandName, LocalIsland } from '@academy/platform/topology';
import type { GraphQLSchema } from 'graphql';
import { openJitPipeline } from '../../island/sides.ts';
import type { BenchSubgraph } from '../graph/subgraphs.ts';

/** How an operation of a subgraph in this process is executed: as islands do it, or compiled by graphql-jit. */
export type LocalExecution = 'lean' | 'jit';

/** The subgraphs as islands of this process: no answer is remembered, each operation is executed each time. */
export function localSubgraphs(
  subgraphs: readonly BenchSubgraph[],
  execution: LocalExecution,
  logger: Logger,
): Record<IslandName, LocalIsland> {
  // Their resolvers read no context.
  const context = {} as IslandContext<unknown>;
  const open = (schema: GraphQLSchema): OperationPipeline<IslandContext<unknown>> =>
    execution === 'jit' ? openJitPipeline(schema, logger) : openLeanPipeline(schema, { logger, onMiss: () => {} });
  const islands = subgraphs.map(({ name, schema }) => {
    const pipeline = open(schema);
    return [name, { execute: (request) => pipeline.run(request, context) } satisfies LocalIsland] as const;
  });
  // The transport looks islands up by name alone; the names here are the benchmark's.
  return Object.fromEntries(islands) as Record<string, LocalIsland> as Record<IslandName, LocalIsland>;
}
