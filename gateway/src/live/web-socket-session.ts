import { SECOND_MS } from '@academy/kernel';
import type { WebSocket } from 'ws';
import type { Approach } from '../guard.ts';
import { countRequests, type RequestsUnderWay } from '../http/requests-under-way.ts';
import type { RenewableAdmission } from './renewable-admission.ts';
import type { SessionEnd } from './session-end.ts';
import type { StreamedOperation } from './streamed.ts';
import type { WebSocketFlow } from './web-socket-flow.ts';

/** Close codes beside the protocol's own. */
export const CLOSE_CODES = {
  /** No valid token, or none any more. */
  SESSION_ENDED: 4401,
  /** Not a tenant, a person, or a page, that may be served. */
  REFUSED: 4403,
  /** No introduction in time; the protocol's own. */
  NO_INTRODUCTION: 4408,
  /** More connections, or messages, than one client may have. */
  TOO_MANY: 4429,
  COME_BACK: 1012,
  /** Does not read, gave way to others, or asks when nobody can answer. */
  TRY_AGAIN_LATER: 1013,
  BROKEN: 1011,
} as const;

/** An operation under way on a socket. */
export type Job = Omit<StreamedOperation, 'signal'> & { readonly stop: AbortController };

/** One connection, from its handshake to its close. */
export type Session = {
  /** What the handshake said; `authorization` is that of its headers. */
  readonly approach: Approach;
  readonly address: string;
  /** Of the page that opened the socket; undefined when none did, or one of this very gateway. */
  readonly origin: string | undefined;
  readonly flow: WebSocketFlow;
  readonly jobs: Set<Job>;
  /** Operations whose answer is owed: all but subscriptions. */
  readonly unanswered: RequestsUnderWay;
  /** Nothing more that the client says is begun. */
  isLeaving: boolean;
  /** The client's introduction has come. */
  isIntroduced: boolean;
  /** Set once the client has been let in. */
  admission: RenewableAdmission | undefined;
  /** Closes the socket and stops its jobs; a client that does not close its side is cut off after a second. */
  close(code: number, reason: string): void;
  /** Closes the socket if the session behind it is over. Whether it is. */
  closeIfEnded(): boolean;
};

const CLOSING_MS = SECOND_MS;

/** The session of an open socket. */
export function openSession(
  socket: WebSocket,
  of: Pick<Session, 'approach' | 'address' | 'origin' | 'flow'>,
  endOf: SessionEnd,
): Session {
  let cutOff: NodeJS.Timeout | undefined;
  const session: Session = {
    ...of,
    jobs: new Set(),
    unanswered: countRequests(),
    isLeaving: false,
    isIntroduced: false,
    admission: undefined,
    close(code, reason) {
      of.flow.end();
      socket.close(code, reason);
      cutOff ??= setTimeout(() => socket.terminate(), CLOSING_MS);
      for (const job of session.jobs) job.stop.abort();
    },
    closeIfEnded() {
      const ended = session.admission === undefined ? undefined : endOf(session.admission);
      if (ended === undefined) return false;
      session.close(ended.code === 'UNAUTHENTICATED' ? CLOSE_CODES.SESSION_ENDED : CLOSE_CODES.REFUSED, ended.code);
      return true;
    },
  };
  socket.once('close', () => {
    of.flow.end();
    clearTimeout(cutOff);
    for (const job of session.jobs) job.stop.abort();
  });
  return session;
}
