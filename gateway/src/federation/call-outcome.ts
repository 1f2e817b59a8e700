import type { Fault } from '@academy/kernel';
import type { AbortNotice } from '@academy/platform/resilience';
import type { SubgraphAnswer } from '@academy/platform/topology';
import type { FetchResult } from './subgraph-fetch.ts';

/** How a call ended. */
export type CallOutcome =
  | { readonly kind: 'answered'; readonly answer: SubgraphAnswer; readonly result: FetchResult }
  | {
      readonly kind: 'failed';
      readonly failure: Fault;
      /** What is counted: the transport's reason, or why the call was not made. */
      readonly label: string;
      /** Whether it says that the subgraph is not well. */
      readonly isItsFault: boolean;
      /** Whether another try may end otherwise: nothing came back, or somebody said "not now". */
      readonly isWorthAnother: boolean;
    };

export type SendCall = (signal: AbortNotice) => Promise<CallOutcome>;
