import type { GraphQLSchema } from 'graphql';

/** An operation to execute. */
export type Operation = {
  readonly source: string;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly operationName?: string;
};

/** What a client would see of an answer, apart from error messages. */
export type Answer = {
  readonly data: unknown;
  readonly errors: readonly { readonly message: string; readonly path?: readonly (string | number)[] | undefined }[];
};

/** Something that executes operations over a supergraph, until it is stopped. */
export type Running = {
  execute(operation: Operation): Promise<Answer>;
  /** How many operations were handed to the stock executor since the start. */
  fallbacks(): number;
  /** How many calls asked for several fetches at once. */
  jointCalls(): number;
  stop(): Promise<void>;
};

/** Starts an executor over a supergraph whose subgraphs are in this process. */
export type Subject = (supergraphSdl: string, subgraphs: Readonly<Record<string, GraphQLSchema>>) => Promise<Running>;
