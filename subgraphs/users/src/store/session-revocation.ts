import { sessionRevoked } from '@academy/contracts';
import { type Clock, fail, isUuid, ok, type Result, SECOND_MS } from '@academy/kernel';
import type { Tx } from '@academy/platform/db';
import { emit } from '@academy/platform/events';
import { parseReason } from '../domain/reason.ts';
import type { InvalidInput, InvalidState, NotFound } from '../domain/refusal.ts';
import { MAX_REVOKED_SESSIONS, mayEndSessionOf, parseSessionId } from '../domain/session-revocation.ts';
import { addRevocation, countRevokedSessions } from './access-revocations.ts';
import { type Actor, recordAct } from './audit.ts';
import { lockUser } from './users.ts';

/** The token of one session is refused as soon as the gateway hears of it, and it is on record who ended it. */
export async function revokeSession(
  tx: Tx,
  actor: Actor,
  request: { sessionId: string; userId?: string | null | undefined; reason: string },
  clock: Clock,
): Promise<Result<{ revokedAt: Date }, InvalidInput | InvalidState | NotFound>> {
  const reason = parseReason(request.reason);
  if (!reason.ok) return reason;
  const sessionId = parseSessionId(request.sessionId);
  if (!sessionId.ok) return sessionId;
  const { tenantId } = actor;
  const userId = request.userId?.toLowerCase() ?? actor.userId;
  const may = mayEndSessionOf(actor, userId);
  if (!may.ok) return may;
  const isThere = isUuid(userId) && (await lockUser(tx, tenantId, userId));
  // Whoever is signed in has a session to end, whether or not anything is kept of her here.
  if (!isThere && userId !== actor.userId) return fail({ kind: 'NotFound', message: 'There is no such user in your tenant.' });
  const now = clock.now();
  if ((await countRevokedSessions(tx, tenantId, userId, now)) >= MAX_REVOKED_SESSIONS) {
    const message = `At most ${MAX_REVOKED_SESSIONS} sessions of a person are ended one by one; end all with userAccessRevoke.`;
    return fail({ kind: 'InvalidState', message });
  }
  const mattersUntil = await addRevocation(tx, {
    kind: 'SESSION',
    tenantId,
    userId,
    sessionId: sessionId.value,
    revokedBefore: now,
    at: now,
  });
  await emit(tx, sessionRevoked, {
    tenantId,
    subject: userId,
    occurredAt: now,
    data: { userId, sessionId: sessionId.value, mattersUntilSeconds: Math.ceil(mattersUntil.getTime() / SECOND_MS) },
  });
  await recordAct(tx, actor, { action: 'session.revoke', subjectId: userId, reason: reason.value, at: now });
  return ok({ revokedAt: now });
}
