import type { WorkerContext } from '@academy/platform/subgraph';

/** What the island's reactions and jobs get: it needs nothing beyond what every worker has. */
export type AnalyticsWorker = WorkerContext<object>;
