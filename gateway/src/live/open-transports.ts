import { refuseForgeable } from '../http/graphql-route.ts';
import { GRAPHQL_PATHS } from '../http/request-approach.ts';
import type { LiveDoor, LiveParts } from '../live-door.ts';
import { createConnectionLimits } from './connection-limits.ts';
import { createConnectionSweep } from './connection-sweep.ts';
import { createEventStreams } from './event-stream.ts';
import { LIVE_LIMITS, type LiveLimits } from './live-limits.ts';
import type { LiveTimings } from './live-timings.ts';
import type { OperationStreams } from './operation-stream.ts';
import type { SessionEnd } from './session-end.ts';
import { createWebSocketDoor } from './web-socket.ts';

/** Paths for clients that cannot say by `accept` that they want a stream. */
const STREAM_PATHS = GRAPHQL_PATHS.map((path) => `${path}/stream`);

/** Streams of operations over WebSocket, Server-Sent Events and multipart HTTP. */
export function openTransports(
  parts: LiveParts,
  streams: OperationStreams,
  endOf: SessionEnd,
  timings: LiveTimings,
  limits: LiveLimits = LIVE_LIMITS,
): LiveDoor {
  const connections = createConnectionLimits(limits, parts.telemetry);
  const transport = { parts, streams, endOf, timings, limits, connections, sweep: createConnectionSweep(timings.lookEveryMs) };
  const webSockets = createWebSocketDoor(transport);
  const eventStreams = createEventStreams(transport);
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
    },
  };
}
