import type { IslandRequest, IslandResponse } from '../topology/transport.ts';

/**
 * Runs the operations of one guarded schema. What an operation or a resolver does wrong is in `errors`, as `maskError` lets it out;
 * a pipeline rejects for nothing else than a bug of its own.
 */
export type OperationPipeline<Context extends object> = {
  /**
   * Does ahead what needs no context, e.g. while it is still being found out whether the call is good: the next `run` finds it done. Tells whether the
   * operation only reads, as far as that is known by now.
   */
  prepare(request: Pick<IslandRequest, 'query' | 'operationName'>): { readonly isQuery: boolean };
  run(request: IslandRequest, contextValue: Context): Promise<IslandResponse>;
  stop(): Promise<void>;
};
