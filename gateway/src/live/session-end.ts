import { Fault, SECOND_MS } from '@academy/kernel';
import type { Admission } from '../guard.ts';
import type { LiveParts } from '../live-door.ts';

/** Why a session that was admitted is over: UNAUTHENTICATED or TENANT_MISMATCH; undefined while it goes on. Cheap. */
export type SessionEnd = (admission: Admission) => Fault | undefined;

/** Asks the guard, and tells the end of a person's session from the end of her tenant. */
export function createSessionEnd({ guard, revocations, clock }: Pick<LiveParts, 'guard' | 'revocations' | 'clock'>): SessionEnd {
  return (admission) => {
    if (guard.isStillAdmitted(admission)) return undefined;
    const { session, tenant } = admission;
    const isOver =
      session !== undefined &&
      (clock.now().getTime() >= session.expiresAtSeconds * SECOND_MS ||
        revocations.isRevoked(session.principal, session.issuedAtSeconds));
    return isOver && !revocations.isSuspended(tenant.id)
      ? new Fault('UNAUTHENTICATED', 'The session is over; sign in again and go on with the last resume token.')
      : new Fault('TENANT_MISMATCH', 'This tenant may not be used now.');
  };
}
