import type { WorkerContext } from '@academy/platform/subgraph';

/** The island's worker needs nothing beyond what every worker has. */
export type Services = Record<never, never>;

/** What the island's reactions and saga steps get. */
export type CertificationWorker = WorkerContext<Services>;
