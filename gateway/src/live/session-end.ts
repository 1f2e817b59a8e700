import { Fault, SECOND_MS } from '@academy/kernel';
import type { Admission } from '../guard.ts';
import type { LiveParts } from '../live-door.ts';

/**
 * Why a session that was admitted is over: UNAUTHENTICATED once its token has expired or its API key is good no more, FORBIDDEN once its access was revoked,
 * TENANT_MISMATCH once its tenant is no more to be used; undefined while it goes on. Cheap.
 */
export type SessionEnd = (admission: Admission) => Fault | undefined;

/** Asks the guard, and tells the three ends apart. */
export function createSessionEnd({ guard, revocations, clock }: Pick<LiveParts, 'guard' | 'revocations' | 'clock'>): SessionEnd {
  return (admission) => {
    if (guard.isStillAdmitted(admission)) return undefined;
    const { session, tenant } = admission;
    const isTenantOver = session === undefined || revocations.isSuspended(tenant.id);
    if (!isTenantOver && clock.now().getTime() >= session.expiresAtSeconds * SECOND_MS) {
      return new Fault('UNAUTHENTICATED', 'The session is over; sign in again and go on with the last resume token.');
    }
    if (!isTenantOver && session.stillHolds?.() === false) {
      return new Fault(
        'UNAUTHENTICATED',
        'The API key is good no more; come back with another and go on with the last resume token.',
      );
    }
    if (!isTenantOver && revocations.isRevoked(session.principal, session.issuedAtSeconds)) {
      return new Fault('FORBIDDEN', 'What this session may do was changed; sign in again and go on with the last resume token.');
    }
    return new Fault('TENANT_MISMATCH', 'This tenant may not be used now.');
  };
}
