import type { Clock } from '@academy/kernel';
import type { Database } from '../db/index.ts';
import type { Logger } from '../logger/index.ts';
import type { Telemetry } from '../telemetry/index.ts';

/** What the engine needs of a worker's context. */
export type SagaNeeds = {
  readonly database: Database;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly telemetry: Telemetry;
};
