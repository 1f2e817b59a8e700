import { SECOND_MS } from '@academy/kernel';

/** How long the live transports wait for what. */
export type LiveTimings = {
  /** A connection says that it is alive, or is asked whether it is, this often; one that does not answer until the next time is ended. */
  readonly heartbeatMs: number;
  /** Open connections are looked at this often: whether the session still holds, and whether the client reads. */
  readonly lookEveryMs: number;
  /** A client that takes nothing of what it is sent for this long is cut off; its last token lets it go on. */
  readonly slowReaderMs: number;
  /** A WebSocket that has not introduced itself by then is closed. */
  readonly introductionMs: number;
  /** A tenant's stream is read on for this long after the last watcher: clients that were cut off come back. */
  readonly lingerMs: number;
};

/** A session's end is seen within a second, of the five that it may take. */
export const LIVE_TIMINGS: LiveTimings = {
  heartbeatMs: 5 * SECOND_MS,
  lookEveryMs: SECOND_MS,
  slowReaderMs: 30 * SECOND_MS,
  introductionMs: 5 * SECOND_MS,
  lingerMs: 30 * SECOND_MS,
};
