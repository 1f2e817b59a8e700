import { SECOND_MS } from '@academy/kernel';
import type { LiveParts } from '../live-door.ts';
import type { ConnectionLimits } from './connection-limits.ts';
import { createRenewableAdmission } from './renewable-admission.ts';
import { CLOSE_CODES, type Session } from './web-socket-session.ts';

/** What a client is told of its session; goes out with `connection_ack` and `pong`. */
export type SessionNote = { readonly session: { readonly expiresAt: string } };

/** Who may stay on a socket, and until when. */
export type WebSocketAdmittance = {
  /** Admits the client by its first message, else closes the socket. False: it was closed. */
  introduce(session: Session, authorization: unknown): Promise<SessionNote | false>;
  /**
   * Goes on under the fresh token of a `ping`; the session as it is then. A token that is not good, or somebody else's, closes the socket.
   * When tokens cannot be checked now, everything stays as it was.
   */
  renew(session: Session, authorization: unknown): Promise<SessionNote | undefined>;
};

/** Admits through the one guard. */
export function createWebSocketAdmittance(
  { guard, isOriginAllowed }: Pick<LiveParts, 'guard' | 'isOriginAllowed'>,
  connections: ConnectionLimits,
  onEntered: (session: Session, leave: () => void) => void,
): WebSocketAdmittance {
  /** The approach of the handshake, with what a message gave in the place of its `authorization`. */
  const approachOf = ({ approach }: Session, given: unknown) =>
    typeof given === 'string' ? { ...approach, authorization: given } : approach;

  return {
    async introduce(session, authorization) {
      session.isIntroduced = true;
      const admitted = await guard.admit(approachOf(session, authorization));
      if (!admitted.ok) {
        const { status, errors } = admitted.error;
        session.close(closeCodeOf(status), errors[0]?.extensions.code ?? 'INTERNAL');
        return false;
      }
      if (admitted.value.session === undefined) {
        session.close(CLOSE_CODES.SESSION_ENDED, 'UNAUTHENTICATED');
        return false;
      }
      if (!isOriginAllowed(session.origin, admitted.value.tenant)) {
        session.close(CLOSE_CODES.REFUSED, 'FORBIDDEN');
        return false;
      }
      const leave = connections.enter(admitted.value, session.address);
      if (leave === undefined) {
        session.close(CLOSE_CODES.TOO_MANY, 'TOO_MANY_CONNECTIONS');
        return false;
      }
      session.admission = createRenewableAdmission(admitted.value);
      onEntered(session, leave);
      return noteOf(session) ?? false;
    },
    async renew(session, authorization) {
      if (session.admission === undefined || typeof authorization !== 'string') return noteOf(session);
      const admitted = await guard.admit(approachOf(session, authorization));
      if (!admitted.ok) {
        const { status, errors } = admitted.error;
        if (status === 401 || status === 403) session.close(closeCodeOf(status), errors[0]?.extensions.code ?? 'UNAUTHENTICATED');
      } else if (admitted.value.session === undefined) {
        session.close(CLOSE_CODES.SESSION_ENDED, 'UNAUTHENTICATED');
      } else if (!session.admission.renew(admitted.value)) {
        session.close(CLOSE_CODES.REFUSED, 'FORBIDDEN');
      }
      return noteOf(session);
    },
  };
}

function noteOf({ admission }: Session): SessionNote | undefined {
  const expiresAtSeconds = admission?.session?.expiresAtSeconds;
  if (expiresAtSeconds === undefined) return undefined;
  return { session: { expiresAt: new Date(expiresAtSeconds * SECOND_MS).toISOString() } };
}

function closeCodeOf(status: number): number {
  if (status === 401) return CLOSE_CODES.SESSION_ENDED;
  if (status === 429) return CLOSE_CODES.TOO_MANY;
  return status === 403 ? CLOSE_CODES.REFUSED : CLOSE_CODES.TRY_AGAIN_LATER;
}
