import type { IncomingMessage } from 'node:http';
import { SECOND_MS } from '@academy/kernel';
import type { WebSocket } from 'ws';
import type { Admission } from '../guard.ts';
import type { LiveTimings } from './live-timings.ts';
import type { SessionEnd } from './session-end.ts';
import type { StreamedOperation } from './streamed.ts';

/** Close codes beside the protocol's own. */
export const CLOSE_CODES = {
  /** No valid token, or none any more. */
  SESSION_ENDED: 4401,
  /** Not a tenant, or a page, that may be served. */
  TENANT_REFUSED: 4403,
  COME_BACK: 1012,
  /** Does not read, or asks when nobody can answer. */
  TRY_AGAIN_LATER: 1013,
  BROKEN: 1011,
} as const;

/** An operation under way on a socket. */
export type Job = Omit<StreamedOperation, 'signal'> & {
  readonly stop: AbortController;
  /** Settled when nothing of it is left. */
  readonly over: PromiseWithResolvers<void>;
};

/** One connection, from its handshake to its close. */
export type Session = {
  readonly socket: WebSocket;
  readonly request: IncomingMessage;
  readonly jobs: Set<Job>;
  /** Set once the client has introduced itself. */
  admission: Admission | undefined;
  /** Tells a client something. Resolves when it is on its way to it, or the socket closes. */
  send(text: string): Promise<void>;
  /** Closes the socket and stops its jobs; a client that does not close its side is cut off after a second. */
  close(code: number, reason: string): void;
  /** Closes the socket if the session behind it is over. Whether it is. */
  closeIfEnded(): boolean;
};

/** What may lie unread for one connection. */
const MAX_UNREAD_BYTES = 1024 * 1024;
const CLOSING_MS = SECOND_MS;

/** A session over an open socket, watched until it closes: does the client answer, does it read, is it still admitted. */
export function openSession(socket: WebSocket, request: IncomingMessage, endOf: SessionEnd, timings: LiveTimings): Session {
  let isAlive = true;
  let waiting = 0;
  let sent = 0;
  let sentBefore = 0;
  let unreadMs = 0;
  let cutOff: NodeJS.Timeout | undefined;

  const session: Session = {
    socket,
    request,
    jobs: new Set(),
    admission: undefined,
    send(text) {
      if (socket.readyState !== socket.OPEN) return Promise.resolve();
      waiting += 1;
      return new Promise((resolve) => {
        // A failure is the socket's end, which is told by its close.
        socket.send(text, () => {
          waiting -= 1;
          sent += 1;
          resolve();
        });
      });
    },
    close(code, reason) {
      socket.close(code, reason);
      cutOff ??= setTimeout(() => socket.terminate(), CLOSING_MS);
      for (const job of session.jobs) job.stop.abort();
    },
    closeIfEnded() {
      const ended = session.admission === undefined ? undefined : endOf(session.admission);
      if (ended === undefined) return false;
      const { SESSION_ENDED, TENANT_REFUSED } = CLOSE_CODES;
      session.close(ended.code === 'UNAUTHENTICATED' ? SESSION_ENDED : TENANT_REFUSED, ended.code);
      return true;
    },
  };

  const heartbeat = setInterval(() => {
    if (!isAlive) return socket.terminate();
    isAlive = false;
    socket.ping();
  }, timings.heartbeatMs);
  const look = setInterval(() => {
    unreadMs = waiting > 0 && sent === sentBefore ? unreadMs + timings.lookEveryMs : 0;
    sentBefore = sent;
    const isSlow = unreadMs >= timings.slowReaderMs || socket.bufferedAmount > MAX_UNREAD_BYTES;
    if (isSlow) session.close(CLOSE_CODES.TRY_AGAIN_LATER, 'SLOW_READER');
    else session.closeIfEnded();
  }, timings.lookEveryMs);
  socket.on('pong', () => {
    isAlive = true;
  });
  socket.once('close', () => {
    clearInterval(heartbeat);
    clearInterval(look);
    clearTimeout(cutOff);
    for (const job of session.jobs) job.stop.abort();
  });
  return session;
}
