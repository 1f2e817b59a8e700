import { createLiveReaders } from '@academy/platform/live';
import type { OpenLive } from '../live-door.ts';
import { createFeeds } from './feeds/feeds.ts';
import { createIslandLogs } from './feeds/island-log.ts';
import type { LiveLimits } from './live-limits.ts';
import { LIVE_TIMINGS, type LiveTimings } from './live-timings.ts';
import { openTransports } from './open-transports.ts';
import { createOperationStreams } from './operation-stream.ts';
import { createResumeTokens } from './resume-token.ts';
import { createSessionEnd } from './session-end.ts';
import { createSharedAnswers } from './shared-answers.ts';
import { createSubscriptions } from './subscriptions.ts';

/** Live certification status over WebSocket, Server-Sent Events and multipart HTTP. */
export const openLive: OpenLive = openLiveWith(LIVE_TIMINGS);

/** The same with other timings and limits. */
export function openLiveWith(timings: LiveTimings, limits?: LiveLimits): OpenLive {
  return async (parts) => {
    const { redis, signingKeys, logger, telemetry, federation, transport, config } = parts;
    const { lingerMs } = timings;
    const readers = createLiveReaders({ redis, signingKeys, lingerMs, logger });
    const gaps = telemetry.counter('academy_live_gaps_total', 'Gaps in the live stream that were filled from the log.');
    const endOf = createSessionEnd(parts);
    const subscriptions = createSubscriptions({
      feeds: createFeeds({ readers, logs: createIslandLogs(transport), onGap: () => gaps.inc() }),
      tokens: createResumeTokens(signingKeys),
      answers: createSharedAnswers(federation, telemetry),
      federation,
      endOf,
      telemetry,
    });
    const { requestDeadlineMs } = config;
    const streams = createOperationStreams({ subscriptions, federation, requestDeadlineMs, logger });
    const transports = openTransports(parts, streams, endOf, timings, limits);
    return {
      ...transports,
      async drain() {
        await transports.drain();
        await readers.close();
      },
    };
  };
}
