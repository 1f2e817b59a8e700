import { accessRevoked } from '@academy/contracts';
import { type Clock, fail, isUuid, ok, type Result, SECOND_MS } from '@academy/kernel';
import type { Tx } from '@academy/platform/db';
import { emit } from '@academy/platform/events';
import { and, eq } from 'drizzle-orm';
import { revocationInstant } from '../domain/access-revocation.ts';
import { mayEndSessions } from '../domain/persona-assignment.ts';
import { parseReason } from '../domain/reason.ts';
import type { InvalidInput, NotFound } from '../domain/refusal.ts';
import { users } from '../tables/people.ts';
import { addRevocation } from './access-revocations.ts';
import { type Actor, recordAct } from './audit.ts';
import { isInReach } from './centre-reach.ts';
import { findGrants, lockUser } from './users.ts';

/**
 * Every token of the user that was issued until now is refused as soon as the gateway hears of it. The user is one of the actor's tenant, and of a centre
 * admin's own centre.
 * Answers the instant before which tokens are refused: a whole second.
 */
export async function revokeAccess(
  tx: Tx,
  actor: Actor,
  request: { userId: string; reason: string },
  clock: Clock,
): Promise<Result<{ revokedBefore: Date }, InvalidInput | NotFound>> {
  const reason = parseReason(request.reason);
  if (!reason.ok) return reason;
  if (!isUuid(request.userId) || !(await mayEndAll(tx, actor, request.userId))) {
    return fail({ kind: 'NotFound', message: 'There is no such user whose sessions you may end.' });
  }
  const now = clock.now();
  const revokedBefore = revocationInstant(now);
  await tx
    .update(users)
    .set({ accessRevokedBefore: revokedBefore, changedAt: now })
    .where(and(eq(users.tenantId, actor.tenantId), eq(users.id, request.userId)));
  const { userId } = request;
  await addRevocation(tx, { kind: 'USER', tenantId: actor.tenantId, userId, revokedBefore, at: now });
  await emit(tx, accessRevoked, {
    tenantId: actor.tenantId,
    subject: request.userId,
    occurredAt: now,
    data: { userId: request.userId, revokedBeforeSeconds: revokedBefore.getTime() / SECOND_MS },
  });
  await recordAct(tx, actor, { action: 'access.revoke', subjectId: request.userId, reason: reason.value, at: now });
  return ok({ revokedBefore });
}

/** Whether the person is there and hers to sign out; nobody else changes her row then until the transaction ends. */
async function mayEndAll(tx: Tx, actor: Actor, userId: string): Promise<boolean> {
  if (!(await lockUser(tx, actor.tenantId, userId)) || !(await isInReach(tx, actor, userId))) return false;
  const held = await findGrants(tx, [userId]);
  return mayEndSessions(
    actor,
    held.map(({ persona }) => persona),
  );
}
