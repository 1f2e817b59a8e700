import { SECOND_MS } from '@academy/kernel';
import type { LiveParts } from '../live-door.ts';
import type { ConnectionLimits } from './connection-limits.ts';
import { createRenewableAdmission } from './renewable-admission.ts';
import { CLOSE_CODES, type Session } from './web-socket-session.ts';

/** What a client is told of its session; goes out with `connection_ack` and `pong`. */
export type SessionNote = { readonly session: { readonly expiresAt: string } };

/** What a message of a client says of who it is; whatever it gave, unread. */
export type Credentials = { readonly authorization: unknown; readonly apiKey: unknown };

/** The credentials in the payload of a message: named as the headers are that a browser cannot set. */
export function credentialsOf(payload: Readonly<Record<string, unknown>> | null | undefined): Credentials {
  return {
    authorization: payload?.['authorization'] ?? payload?.['Authorization'],
    apiKey: payload?.['x-api-key'] ?? payload?.['X-API-Key'],
  };
}

/** Who may stay on a socket, and until when. */
export type WebSocketAdmittance = {
  /** Admits the client by its first message, else closes the socket. False: it was closed. */
  introduce(session: Session, credentials: Credentials): Promise<SessionNote | false>;
  /**
   * Goes on under the fresh token or key of a `ping`; the session as it is then. One that is not good, or somebody else's, closes the socket.
   * When they cannot be checked now, everything stays as it was.
   */
  renew(session: Session, credentials: Credentials): Promise<SessionNote | undefined>;
};

/** Admits through the one guard. */
export function createWebSocketAdmittance(
  { guard, isOriginAllowed }: Pick<LiveParts, 'guard' | 'isOriginAllowed'>,
  connections: ConnectionLimits,
  onEntered: (session: Session, leave: () => void) => void,
): WebSocketAdmittance {
  /** The approach of the handshake, with what a message gave in the place of its credentials. */
  const approachOf = ({ approach }: Session, { authorization, apiKey }: Credentials) => ({
    ...approach,
    ...(typeof authorization === 'string' ? { authorization } : {}),
    ...(typeof apiKey === 'string' ? { apiKey } : {}),
  });

  return {
    async introduce(session, credentials) {
      session.isIntroduced = true;
      const admitted = await guard.admit(approachOf(session, credentials));
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
    async renew(session, credentials) {
      const hasAny = typeof credentials.authorization === 'string' || typeof credentials.apiKey === 'string';
      if (session.admission === undefined || !hasAny) return noteOf(session);
      const admitted = await guard.admit(approachOf(session, credentials));
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
