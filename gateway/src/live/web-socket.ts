import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { describeThrown, SECOND_MS } from '@academy/kernel';
import { OperationTypeNode } from 'graphql';
import { handleProtocols } from 'graphql-ws';
import { type WebSocket, WebSocketServer } from 'ws';
import { requestIdOf } from '../http/request-approach.ts';
import type { TransportParts } from './transport-parts.ts';
import { createWebSocketAdmittance } from './web-socket-admittance.ts';
import { createAllowance } from './web-socket-allowance.ts';
import { createWebSocketFlow } from './web-socket-flow.ts';
import { createWebSocketProtocol } from './web-socket-protocol.ts';
import { CLOSE_CODES, openSession, type Session } from './web-socket-session.ts';
import { createStrangers } from './web-socket-strangers.ts';
import { watchWebSocket } from './web-socket-watch.ts';

/** Queries and mutations under way when the gateway drains may take this long. */
const FINISH_MS = SECOND_MS;

/** The WebSocket door: the graphql-transport-ws protocol. */
export type WebSocketDoor = {
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  /** Closes every socket with 1012, queries and mutations answered; resolves, within 2 s, when all are closed. */
  drain(): Promise<void>;
};

/** Opens the door. */
export function createWebSocketDoor(transport: TransportParts): WebSocketDoor {
  const { parts, streams, connections, endOf, limits } = transport;
  const { logger, config } = parts;
  const strangers = createStrangers(limits);
  /** What is to be done when the client of a socket has introduced itself, or the socket closes. */
  const leaving = new WeakMap<Session, () => void>();
  const admittance = createWebSocketAdmittance(parts, connections, (session, leave) => {
    leaving.get(session)?.();
    if (sessions.has(session)) leaving.set(session, leave);
    else leave();
  });
  const protocol = createWebSocketProtocol(parts, streams, admittance, limits);
  const server = new WebSocketServer({
    noServer: true,
    clientTracking: false,
    perMessageDeflate: false,
    maxPayload: config.limits.maxBodyBytes,
    handleProtocols,
  });
  server.on('headers', (headers, request) => {
    for (const [name, value] of Object.entries(parts.versionHeadersFor(request.url ?? ''))) headers.push(`${name}: ${value}`);
  });
  const sessions = new Map<Session, WebSocket>();
  let isDraining = false;

  function serve(socket: WebSocket, request: IncomingMessage): void {
    const address = request.socket.remoteAddress ?? '';
    const flow = createWebSocketFlow(socket);
    const approach = parts.approachOf(request, requestIdOf(request));
    const session = openSession(socket, { approach, address, origin: originOf(request), flow }, endOf);
    sessions.set(session, socket);
    leaving.set(
      session,
      strangers.enter(address, () => session.close(CLOSE_CODES.TRY_AGAIN_LATER, 'TOO_MANY_HANDSHAKES')),
    );
    const unwatch = watchWebSocket(session, transport);
    const allowance = createAllowance(limits, performance.now());
    socket.on('error', (error) => logger.debug({ err: error.message }, 'websocket: connection error'));
    socket.on('pong', (payload) => flow.acknowledged(payload, performance.now()));
    const closed = protocol.opened(
      {
        protocol: socket.protocol,
        send: (text) => flow.send(text),
        close: (code, reason) => session.close(code ?? CLOSE_CODES.BROKEN, reason ?? ''),
        onPing: async (payload) => {
          const note = await admittance.renew(session, payload?.['authorization'] ?? payload?.['Authorization']);
          await flow.send(JSON.stringify({ type: 'pong', ...(note === undefined ? {} : { payload: note }) }));
        },
        onMessage: (take) =>
          socket.on('message', (data: Buffer) => {
            if (socket.readyState !== socket.OPEN) return;
            if (!allowance.take(data.length, performance.now())) return session.close(CLOSE_CODES.TOO_MANY, 'TOO_MANY_MESSAGES');
            take(String(data)).catch((thrown: unknown) => {
              logger.error({ err: describeThrown(thrown) }, 'websocket: a message could not be handled');
              session.close(CLOSE_CODES.BROKEN, 'INTERNAL');
            });
          }),
      },
      session,
    );
    socket.once('close', (code, reason) => {
      unwatch();
      sessions.delete(session);
      leaving.get(session)?.();
      void closed(code, String(reason));
    });
  }

  return {
    upgrade(request, socket, head) {
      socket.on('error', (error) => logger.debug({ err: error.message }, 'websocket: handshake error'));
      if (isDraining || !connections.hasRoom()) return void socket.end(UNAVAILABLE);
      server.handleUpgrade(request, socket, head, serve);
    },
    async drain() {
      isDraining = true;
      const jobs = [...sessions.keys()].flatMap((session) => [...session.jobs]);
      const unanswered = jobs.filter(({ operation }) => operation.kind !== OperationTypeNode.SUBSCRIPTION);
      const { promise, resolve } = Promise.withResolvers<void>();
      const timer = setTimeout(resolve, FINISH_MS);
      await Promise.race([Promise.all(unanswered.map(({ over }) => over.promise)), promise]);
      clearTimeout(timer);
      const gone = [...sessions.values()].map((socket) => new Promise((resolveGone) => socket.once('close', resolveGone)));
      for (const session of sessions.keys()) session.close(CLOSE_CODES.COME_BACK, 'SERVICE_RESTART');
      await Promise.all(gone);
      server.close();
    },
  };
}

const UNAVAILABLE = 'HTTP/1.1 503 Service Unavailable\r\nretry-after: 1\r\nconnection: close\r\ncontent-length: 0\r\n\r\n';

/** The page that opens a socket, unless it is of this very gateway: the explorer. */
function originOf({ headers }: IncomingMessage): string | undefined {
  const { origin, host } = headers;
  if (origin === undefined) return undefined;
  return host !== undefined && URL.parse(origin)?.host === host ? undefined : origin;
}
