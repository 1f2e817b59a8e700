import type { LiveReaders } from '@academy/platform/live';
import type { IslandLogs } from './island-log.ts';

/** What feeds are made of. */
export type FeedParts = {
  readonly readers: LiveReaders;
  readonly logs: IslandLogs;
  /** Runs when a stream left out an entry, which is then read from the log. */
  readonly onGap: () => void;
};
