import { personaGranted, personaRevoked } from '@academy/contracts';
import { type Clock, fail, isUuid, ok, type Result, SECOND_MS } from '@academy/kernel';
import { type Tx, underTenant } from '@academy/platform/db';
import { emit } from '@academy/platform/events';
import { and, count, eq } from 'drizzle-orm';
import { revocationInstant } from '../domain/access-revocation.ts';
import { mayGrant, mayTake, NO_SUCH_PERSON } from '../domain/persona-assignment.ts';
import { parseReason } from '../domain/reason.ts';
import type { InvalidInput, InvalidState, NotFound } from '../domain/refusal.ts';
import { mayReadTenant } from '../domain/tenant-visibility.ts';
import { personaGrants } from '../tables/people.ts';
import { addRevocation } from './access-revocations.ts';
import { type Actor, recordAct } from './audit.ts';
import { isInReach } from './centre-reach.ts';
import { lockTenant } from './tenants.ts';
import { type GrantedPersona, lockPerson, lockUser } from './users.ts';

type Refused = InvalidInput | InvalidState | NotFound;
type Assignment = { readonly userId: string; readonly persona: GrantedPersona; readonly reason: string };

/** The person may act under the persona, and it is on record who let her. One that she holds already stays as it was. */
export async function grantPersona(
  tx: Tx,
  actor: Actor,
  request: Assignment & { readonly tenantId?: string | null | undefined },
  clock: Clock,
): Promise<Result<void, Refused>> {
  const reason = parseReason(request.reason);
  if (!reason.ok) return reason;
  const tenantId = request.tenantId ?? actor.tenantId;
  if (!isUuid(tenantId) || !mayReadTenant(actor, tenantId)) return fail(NO_SUCH_PERSON);
  // Two who appoint the first admin at the same time would otherwise both find none.
  if ((await lockTenant(tx, tenantId)) === undefined) return fail(NO_SUCH_PERSON);
  const { userId, persona } = request;
  const at = clock.now();
  const granted = await underTenant(tx, { from: actor.tenantId, to: tenantId }, async (): Promise<Result<void, Refused>> => {
    if (!(await isThere(tx, actor, tenantId, userId))) return fail(NO_SUCH_PERSON);
    // Who is being erased, or was, is given nothing any more.
    if ((await lockPerson(tx, tenantId, userId))?.blockedAt != null) return fail(NO_SUCH_PERSON);
    const may = mayGrant(actor, { userId, persona, hasAdmin: (await countAdmins(tx, tenantId)) > 0 });
    if (!may.ok) return may;
    await tx.insert(personaGrants).values({ tenantId, userId, persona, grantedAt: at }).onConflictDoNothing();
    await emit(tx, personaGranted, { tenantId, subject: userId, occurredAt: at, data: { userId, persona } });
    return ok(undefined);
  });
  if (!granted.ok) return granted;
  await recordAct(tx, actor, {
    action: 'persona.grant',
    subjectId: userId,
    reason: reason.value,
    at,
    detail: { persona, tenantId },
  });
  return granted;
}

/**
 * The person of the actor's tenant holds the persona no longer, and tokens for it that were issued until now are refused as soon as the gateway hears of it.
 * Answers the instant before which they are: a whole second.
 */
export async function takePersona(
  tx: Tx,
  actor: Actor,
  request: Assignment,
  clock: Clock,
): Promise<Result<{ revokedBefore: Date }, Refused>> {
  const reason = parseReason(request.reason);
  if (!reason.ok) return reason;
  const { tenantId } = actor;
  const { userId, persona } = request;
  await lockTenant(tx, tenantId);
  if (!(await isThere(tx, actor, tenantId, userId))) return fail(NO_SUCH_PERSON);
  const held = and(eq(personaGrants.tenantId, tenantId), eq(personaGrants.userId, userId), eq(personaGrants.persona, persona));
  const [grant] = await tx.select().from(personaGrants).where(held);
  const isLastAdmin = grant !== undefined && persona === 'admin' && (await countAdmins(tx, tenantId)) === 1;
  const may = mayTake(actor, { persona, isLastAdmin });
  if (!may.ok) return may;
  if (grant === undefined) return fail({ kind: 'NotFound', message: 'The person does not hold this persona.' });
  await tx.delete(personaGrants).where(held);
  const at = clock.now();
  const revokedBefore = revocationInstant(at);
  await addRevocation(tx, { kind: 'PERSONA', tenantId, userId, persona, revokedBefore, at });
  const revokedBeforeSeconds = revokedBefore.getTime() / SECOND_MS;
  await emit(tx, personaRevoked, { tenantId, subject: userId, occurredAt: at, data: { userId, persona, revokedBeforeSeconds } });
  await recordAct(tx, actor, { action: 'persona.revoke', subjectId: userId, reason: reason.value, at, detail: { persona } });
  return ok({ revokedBefore });
}

/** Whether the tenant has the person, and the actor's power reaches her; nobody else changes her row then until the transaction ends. */
async function isThere(tx: Tx, actor: Actor, tenantId: string, userId: string): Promise<boolean> {
  return isUuid(userId) && (await lockUser(tx, tenantId, userId)) && (await isInReach(tx, actor, userId));
}

/** Whether the tenant would be without an admin if this person were none. */
export async function isLastAdmin(tx: Tx, tenantId: string, userId: string): Promise<boolean> {
  const admins = await tx
    .select({ userId: personaGrants.userId })
    .from(personaGrants)
    .where(and(eq(personaGrants.tenantId, tenantId), eq(personaGrants.persona, 'admin')))
    .limit(2);
  return admins.length === 1 && admins[0]?.userId === userId;
}

async function countAdmins(tx: Tx, tenantId: string): Promise<number> {
  const [found] = await tx
    .select({ number: count() })
    .from(personaGrants)
    .where(and(eq(personaGrants.tenantId, tenantId), eq(personaGrants.persona, 'admin')));
  return found?.number ?? 0;
}
