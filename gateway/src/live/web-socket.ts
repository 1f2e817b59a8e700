import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { describeThrown, SECOND_MS } from '@academy/kernel';
import { OperationTypeNode } from 'graphql';
import { handleProtocols } from 'graphql-ws';
import { type WebSocket, WebSocketServer } from 'ws';
import type { LiveParts } from '../live-door.ts';
import type { LiveTimings } from './live-timings.ts';
import type { OperationStreams } from './operation-stream.ts';
import type { SessionEnd } from './session-end.ts';
import { createWebSocketProtocol } from './web-socket-protocol.ts';
import { CLOSE_CODES, openSession, type Session } from './web-socket-session.ts';

/** Queries and mutations under way when the gateway drains may take this long. */
const FINISH_MS = SECOND_MS;

/** The WebSocket door: the graphql-transport-ws protocol. */
export type WebSocketDoor = {
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  /** Closes every socket with 1012, queries and mutations answered; resolves, within 2 s, when all are closed. */
  drain(): Promise<void>;
};

/** Opens the door. */
export function createWebSocketDoor(
  parts: LiveParts,
  streams: OperationStreams,
  endOf: SessionEnd,
  timings: LiveTimings,
): WebSocketDoor {
  const { logger, config } = parts;
  const protocol = createWebSocketProtocol(parts, streams, timings);
  const server = new WebSocketServer({ noServer: true, maxPayload: config.limits.maxBodyBytes, handleProtocols });
  server.on('headers', (headers, request) => {
    for (const [name, value] of Object.entries(parts.versionHeadersFor(request.url ?? ''))) headers.push(`${name}: ${value}`);
  });
  const sessions = new Set<Session>();
  let isDraining = false;

  function serve(socket: WebSocket, request: IncomingMessage): void {
    const session = openSession(socket, request, endOf, timings);
    sessions.add(session);
    socket.on('error', (error) => logger.debug({ err: error.message }, 'websocket: connection error'));
    const closed = protocol.opened(
      {
        protocol: socket.protocol,
        send: (text) => session.send(text),
        close: (code, reason) => session.close(code ?? CLOSE_CODES.BROKEN, reason ?? ''),
        onMessage: (take) =>
          socket.on('message', (data) => {
            take(String(data)).catch((thrown: unknown) => {
              logger.error({ err: describeThrown(thrown) }, 'websocket: a message could not be handled');
              session.close(CLOSE_CODES.BROKEN, 'INTERNAL');
            });
          }),
      },
      session,
    );
    socket.once('close', (code, reason) => {
      sessions.delete(session);
      void closed(code, String(reason));
    });
  }

  return {
    upgrade(request, socket, head) {
      socket.on('error', (error) => logger.debug({ err: error.message }, 'websocket: handshake error'));
      if (isDraining) {
        return void socket.end(
          'HTTP/1.1 503 Service Unavailable\r\nretry-after: 1\r\nconnection: close\r\ncontent-length: 0\r\n\r\n',
        );
      }
      server.handleUpgrade(request, socket, head, serve);
    },
    async drain() {
      isDraining = true;
      const jobs = [...sessions].flatMap((session) => [...session.jobs]);
      const unanswered = jobs.filter(({ operation }) => operation.kind !== OperationTypeNode.SUBSCRIPTION);
      const { promise, resolve } = Promise.withResolvers<void>();
      const timer = setTimeout(resolve, FINISH_MS);
      await Promise.race([Promise.all(unanswered.map(({ over }) => over.promise)), promise]);
      clearTimeout(timer);
      const gone = [...sessions].map(({ socket }) => new Promise((resolveGone) => socket.once('close', resolveGone)));
      for (const session of sessions) session.close(CLOSE_CODES.COME_BACK, 'SERVICE_RESTART');
      await Promise.all(gone);
      server.close();
    },
  };
}
