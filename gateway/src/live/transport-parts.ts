import type { LiveParts } from '../live-door.ts';
import type { ConnectionLimits } from './connection-limits.ts';
import type { ConnectionSweep } from './connection-sweep.ts';
import type { LiveLimits } from './live-limits.ts';
import type { LiveTimings } from './live-timings.ts';
import type { OperationStreams } from './operation-stream.ts';
import type { SessionEnd } from './session-end.ts';

/** What every live transport is made of. */
export type TransportParts = {
  readonly parts: LiveParts;
  readonly streams: OperationStreams;
  readonly endOf: SessionEnd;
  readonly timings: LiveTimings;
  readonly limits: LiveLimits;
  readonly connections: ConnectionLimits;
  readonly sweep: ConnectionSweep;
};
