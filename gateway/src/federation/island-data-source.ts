import type { GraphQLDataSource, GraphQLDataSourceProcessOptions } from '@apollo/gateway';
import { fetchOperationOf } from './fetch-operation-of.ts';
import type { CallSubgraph, ExecutionContext, FetchOperation, FetchResult } from './subgraph-fetch.ts';

/** Operations that are remembered; the oldest goes first. */
const MAX_OPERATIONS = 500;

/** Calls one subgraph for the stock plan executor. */
export class IslandDataSource implements GraphQLDataSource<ExecutionContext> {
  readonly #subgraph: string;
  readonly #call: CallSubgraph;
  readonly #operations = new Map<string, FetchOperation>();

  constructor(subgraph: string, call: CallSubgraph) {
    this.#subgraph = subgraph;
    this.#call = call;
  }

  /** Never rejects for what a subgraph does: an outage becomes errors with a path, so that the rest of the answer stands. */
  async process(options: GraphQLDataSourceProcessOptions<ExecutionContext>): Promise<FetchResult> {
    if (!('incomingRequestContext' in options)) {
      throw new Error('Islands are not asked for their schema or health through the graph.');
    }
    const { query, variables = {} } = options.request;
    if (query === undefined) throw new Error('A plan has a step without an operation.');
    const { representations, ...others } = variables;
    const isOfEntities = Array.isArray(representations);
    return this.#call(
      {
        operation: this.#operationOf(query),
        variables: JSON.stringify(isOfEntities ? others : variables).slice(1, -1),
        representations: isOfEntities ? representations.map((one) => JSON.stringify(one)) : undefined,
      },
      options.context,
    );
  }

  #operationOf(text: string): FetchOperation {
    const known = this.#operations.get(text);
    if (known !== undefined) return known;
    const made = fetchOperationOf(this.#subgraph, text);
    const [oldest] = this.#operations.keys();
    if (this.#operations.size >= MAX_OPERATIONS && oldest !== undefined) this.#operations.delete(oldest);
    this.#operations.set(text, made);
    return made;
  }
}
