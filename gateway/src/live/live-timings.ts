import { SECOND_MS } from '@academy/kernel';

const MINUTE_MS = 60 * SECOND_MS;

/** How long the live transports wait for what. */
export type LiveTimings = {
  /** A connection says that it is alive, or is asked whether it is, this often. */
  readonly heartbeatMs: number;
  /** Open connections are looked at this often: whether the session still holds, and whether the client reads. */
  readonly lookEveryMs: number;
  /** A client that takes nothing of what it is sent for this long is cut off; its last token lets it go on. */
  readonly slowReaderMs: number;
  /** A WebSocket that has not introduced itself by then is closed, two looks later at the latest. */
  readonly introductionMs: number;
  /** A client on a WebSocket is told this long before the end of its session, so that it can present a fresh token. */
  readonly warnMs: number;
  /** A tenant's stream is read on for this long after the last watcher: clients that were cut off come back. */
  readonly lingerMs: number;
};

/** A session's end is seen within a second, of the five that it may take; a client that is gone without a word within half a minute. */
export const LIVE_TIMINGS: LiveTimings = {
  heartbeatMs: 15 * SECOND_MS,
  lookEveryMs: SECOND_MS,
  slowReaderMs: 15 * SECOND_MS,
  introductionMs: 2.5 * SECOND_MS,
  warnMs: MINUTE_MS,
  lingerMs: 30 * SECOND_MS,
};
