import type { WorkerContext } from '@academy/platform/subgraph';
import type { CertificationSettings } from './config.ts';

/** What the island's worker has beyond what every worker has: what it can be told. */
export type Services = CertificationSettings;

/** What the island's reactions and saga steps get. */
export type CertificationWorker = WorkerContext<Services>;
