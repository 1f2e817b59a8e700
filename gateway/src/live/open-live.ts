import { createLiveReaders } from '@academy/platform/live';
import { refuseForgeable } from '../http/graphql-route.ts';
import type { OpenLive } from '../live-door.ts';
import { createCertificationLog } from './certification-log.ts';
import { createEventExecution } from './event-execution.ts';
import { createEventStreams } from './event-stream.ts';
import { createResumeTokens } from './resume-token.ts';
import { createSubscriptions } from './subscriptions.ts';
import { createWebSocketDoor } from './web-socket.ts';

/** Path for clients that cannot say by `accept` that they want a stream. */
const STREAM_PATHS = ['/graphql/stream', '/t/:tenant/graphql/stream'];

/** Live certification status over WebSocket, Server-Sent Events and multipart HTTP. */
export const openLive: OpenLive = async (parts) => {
  const { redis, signingKeys, logger, telemetry, federation, guard, transport } = parts;
  const readers = createLiveReaders({ redis, topic: 'certification', signingKeys, logger });
  const gaps = telemetry.counter('academy_live_gaps_total', 'Gaps in the live stream that were filled from the log.');
  const subscriptions = createSubscriptions({
    watch: { readers, log: createCertificationLog(transport), tokens: createResumeTokens(signingKeys), onGap: () => gaps.inc() },
    execution: createEventExecution(federation),
    federation,
    guard,
    logger,
    telemetry,
  });
  const webSockets = createWebSocketDoor(parts, subscriptions);
  const streams = createEventStreams(parts, subscriptions);
  return {
    register(app) {
      for (const url of STREAM_PATHS) {
        app.route({
          method: ['GET', 'POST'],
          url,
          onRequest: refuseForgeable,
          handler: (request, reply) => streams.serve(request, reply),
        });
      }
    },
    wants: (request) => streams.wants(request),
    serve: (request, reply) => streams.serve(request, reply),
    upgrade: (request, socket, head) => webSockets.upgrade(request, socket, head),
    async drain() {
      await Promise.all([webSockets.drain(), streams.drain()]);
      await readers.close();
    },
  };
};
