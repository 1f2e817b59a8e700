import { createLiveReaders } from '@academy/platform/live';
import { refuseForgeable } from '../http/graphql-route.ts';
import { GRAPHQL_PATHS } from '../http/request-approach.ts';
import type { OpenLive } from '../live-door.ts';
import { createEventStreams } from './event-stream.ts';
import { createFeeds } from './feeds/feeds.ts';
import { createIslandLogs } from './feeds/island-log.ts';
import { LIVE_TIMINGS, type LiveTimings } from './live-timings.ts';
import { createOperationStreams } from './operation-stream.ts';
import { createResumeTokens } from './resume-token.ts';
import { createSessionEnd } from './session-end.ts';
import { createSharedAnswers } from './shared-answers.ts';
import { createSubscriptions } from './subscriptions.ts';
import { createWebSocketDoor } from './web-socket.ts';

/** Paths for clients that cannot say by `accept` that they want a stream. */
const STREAM_PATHS = GRAPHQL_PATHS.map((path) => `${path}/stream`);

/** Live certification status over WebSocket, Server-Sent Events and multipart HTTP. */
export const openLive: OpenLive = openLiveWith(LIVE_TIMINGS);

/** The same with other timings. */
export function openLiveWith(timings: LiveTimings): OpenLive {
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
    const webSockets = createWebSocketDoor(parts, streams, endOf, timings);
    const eventStreams = createEventStreams(parts, streams, endOf, timings);
    return {
      register(app) {
        for (const url of STREAM_PATHS) {
          app.route({
            method: ['GET', 'POST'],
            url,
            onRequest: refuseForgeable,
            handler: (request, reply) => eventStreams.serve(request, reply),
          });
        }
      },
      wants: (request) => eventStreams.wants(request),
      serve: (request, reply) => eventStreams.serve(request, reply),
      upgrade: (request, socket, head) => webSockets.upgrade(request, socket, head),
      async drain() {
        await Promise.all([webSockets.drain(), eventStreams.drain()]);
        await readers.close();
      },
    };
  };
}
