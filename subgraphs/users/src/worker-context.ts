import type { OutboundFetch } from '@academy/platform/outbound';
import type { WorkerContext } from '@academy/platform/subgraph';

/** What the island's worker has beyond what every worker has. */
export type Services = {
  /** Calls what tenants name, under the operator's policy. */
  readonly fetchOutbound: OutboundFetch;
  /** In [0, 1): spreads what is tried again. */
  readonly random: () => number;
};

/** What the island's reactions and jobs get. */
export type UsersWorker = WorkerContext<Services>;
