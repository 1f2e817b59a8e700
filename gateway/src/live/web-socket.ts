import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { describeThrown, SECOND_MS } from '@academy/kernel';
import { handleProtocols } from 'graphql-ws';
import { type WebSocket, WebSocketServer } from 'ws';
import { requestIdOf } from '../http/request-approach.ts';
import type { TransportParts } from './transport-parts.ts';
import { createWebSocketAdmittance, credentialsOf } from './web-socket-admittance.ts';
import { createAllowance } from './web-socket-allowance.ts';
import { createWebSocketFlow } from './web-socket-flow.ts';
import { createWebSocketProtocol } from './web-socket-protocol.ts';
import { CLOSE_CODES, openSession, type Session } from './web-socket-session.ts';
import { createStrangers } from './web-socket-strangers.ts';
import { watchWebSocket } from './web-socket-watch.ts';

/** Queries and mutations under way when the gateway drains may take this long: as long as any request. */
const FINISH_MS = 5 * SECOND_MS;

/** The WebSocket door: the graphql-transport-ws protocol. */
export type WebSocketDoor = {
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  /** Closes every socket with 1012 as soon as its queries and mutations are answered; resolves, within 6 s, when all are closed. */
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

  function serve(socket: WebSocket, request: IncomingMessage): Session {
    const flow = createWebSocketFlow(socket);
    const approach = parts.approachOf(request, requestIdOf(request));
    const address = parts.proxies.addressOf(approach.peer);
    const session = openSession(socket, { approach, address, origin: originOf(request), flow }, endOf);
    sessions.set(session, socket);
    leaving.set(
      session,
      strangers.enter(address, () => session.close(CLOSE_CODES.TRY_AGAIN_LATER, 'TOO_MANY_HANDSHAKES')),
    );
    const unwatch = watchWebSocket(session, transport);
    const allowance = createAllowance(limits, performance.now());
    /** Whether the client may still say something; else the socket is closed. */
    function mayGoOn(length: number): boolean {
      const isAllowed = allowance.take(length, performance.now());
      if (!isAllowed) session.close(CLOSE_CODES.TOO_MANY, 'TOO_MANY_MESSAGES');
      return isAllowed;
    }
    socket.on('error', (error) => logger.debug({ err: error.message }, 'websocket: connection error'));
    // Answered by the library, whether the client reads or not.
    socket.on('ping', (payload) => mayGoOn(payload.length));
    socket.on('pong', (payload) => flow.acknowledged(payload, performance.now()));
    const closed = protocol.opened(
      {
        protocol: socket.protocol,
        send: (text) => flow.send(text),
        close: (code, reason) => session.close(code ?? CLOSE_CODES.BROKEN, reason ?? ''),
        onPing: async (payload) => {
          const note = await admittance.renew(session, credentialsOf(payload));
          await flow.send(JSON.stringify({ type: 'pong', ...(note === undefined ? {} : { payload: note }) }));
        },
        onMessage: (take) =>
          socket.on('message', (data: Buffer) => {
            if (socket.readyState !== socket.OPEN || session.isLeaving) return;
            if (!mayGoOn(data.length)) return;
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
    return session;
  }

  /** Whether a page of this origin may open a socket to the tenant that it names. While that cannot be told, the introduction decides. */
  async function mayCall(origin: string, request: IncomingMessage): Promise<boolean> {
    try {
      const tenant = await parts.tenantOf(parts.approachOf(request, requestIdOf(request)).tenant);
      return tenant !== undefined && parts.isOriginAllowed(origin, tenant);
    } catch {
      return true;
    }
  }

  return {
    upgrade(request, socket, head) {
      socket.on('error', (error) => logger.debug({ err: error.message }, 'websocket: handshake error'));
      if (!connections.hasRoom()) return void socket.end(UNAVAILABLE);
      const accept = () =>
        server.handleUpgrade(request, socket, head, (opened) => {
          const session = serve(opened, request);
          if (isDraining) void sendAway(session, opened);
        });
      const origin = originOf(request);
      if (origin === undefined) return accept();
      void mayCall(origin, request).then((isAllowed) => (isAllowed ? accept() : void socket.end(FORBIDDEN)));
    },
    async drain() {
      isDraining = true;
      await Promise.all([...sessions].map(([session, socket]) => sendAway(session, socket)));
      server.close();
    },
  };
}

/** Closes a socket once the client has every answer that it was owed. What it asks from here on was never begun: it may ask again. */
async function sendAway(session: Session, socket: WebSocket): Promise<void> {
  session.isLeaving = true;
  const { promise: gone, resolve } = Promise.withResolvers<void>();
  socket.once('close', () => resolve());
  const timer = setTimeout(goAway, FINISH_MS);
  await Promise.race([session.unanswered.whenNone(), gone]);
  clearTimeout(timer);
  goAway();
  await gone;

  function goAway(): void {
    session.close(CLOSE_CODES.COME_BACK, 'SERVICE_RESTART');
  }
}

const FORBIDDEN = 'HTTP/1.1 403 Forbidden\r\nconnection: close\r\ncontent-length: 0\r\n\r\n';
const UNAVAILABLE = 'HTTP/1.1 503 Service Unavailable\r\nretry-after: 1\r\nconnection: close\r\ncontent-length: 0\r\n\r\n';

/** The page that opens a socket, unless it is of this very gateway: the explorer. */
function originOf({ headers }: IncomingMessage): string | undefined {
  const { origin, host } = headers;
  if (origin === undefined) return undefined;
  return host !== undefined && URL.parse(origin)?.host === host ? undefined : origin;
}
