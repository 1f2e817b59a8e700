import { personPlaced } from '@academy/contracts';
import { type Clock, fail, isUuid, ok, type Result } from '@academy/kernel';
import type { Tx } from '@academy/platform/db';
import { emit } from '@academy/platform/events';
import { and, eq, sql } from 'drizzle-orm';
import { mayPlace } from '../domain/centre.ts';
import { parseReason } from '../domain/reason.ts';
import type { InvalidInput, InvalidState, NotFound } from '../domain/refusal.ts';
import { users } from '../tables/people.ts';
import { type Actor, recordAct } from './audit.ts';
import { lockCentre } from './centres.ts';
import { lockPerson } from './users.ts';

/** Where a person stands; null: in the academy itself, as who is not kept here does. */
export async function findCentreOfUser(tx: Tx, tenantId: string, userId: string): Promise<string | null> {
  const [row] = await tx
    .select({ centreId: users.centreId })
    .from(users)
    .where(and(eq(users.tenantId, tenantId), eq(users.id, userId)));
  return row?.centreId ?? null;
}

/** The person stands there, and other islands will hear of it: the latest of her placements. The caller holds her row's lock. */
export async function moveTo(
  tx: Tx,
  { tenantId, userId }: { readonly tenantId: string; readonly userId: string },
  centreId: string | null,
  at: Date,
): Promise<void> {
  const [placed] = await tx
    .update(users)
    .set({ centreId, placements: sql`${users.placements} + 1`, changedAt: at })
    .where(and(eq(users.tenantId, tenantId), eq(users.id, userId)))
    .returning({ placement: users.placements });
  if (placed === undefined) throw new Error(`The person ${userId} was locked and is gone.`);
  const data = { userId, centreId, placement: placed.placement };
  await emit(tx, personPlaced, { tenantId, subject: userId, occurredAt: at, data });
}

/** The person stands in the centre, other islands will hear of it, and it is on record who placed her. One who stands there already stays, untold. */
export async function placePerson(
  tx: Tx,
  actor: Actor,
  request: { readonly userId: string; readonly centreId?: string | null | undefined; readonly reason: string },
  clock: Clock,
): Promise<Result<void, InvalidInput | InvalidState | NotFound>> {
  const reason = parseReason(request.reason);
  if (!reason.ok) return reason;
  const { tenantId } = actor;
  const { userId } = request;
  const centreId = request.centreId ?? null;
  // The centre first, as whoever closes it does: then it cannot be closed in between.
  const centre = centreId !== null && isUuid(centreId) ? await lockCentre(tx, tenantId, centreId) : undefined;
  const person = isUuid(userId) ? await lockPerson(tx, tenantId, userId) : undefined;
  // Who is being erased, or was, is moved by nobody any more.
  if (person === undefined || person.blockedAt !== null)
    return fail({ kind: 'NotFound', message: 'There is no such user in your tenant.' });
  if (centreId !== null && centre === undefined)
    return fail({ kind: 'NotFound', message: 'There is no such centre in your tenant.' });
  const from = await findCentreOfUser(tx, tenantId, userId);
  if (from === centreId) return ok(undefined);
  const may = mayPlace({ isOneself: userId === actor.userId, isCentreActive: centre === undefined || centre.closedAt === null });
  if (!may.ok) return may;
  const at = clock.now();
  await moveTo(tx, { tenantId, userId }, centreId, at);
  await recordAct(tx, actor, {
    action: 'person.place',
    subjectId: userId,
    reason: reason.value,
    at,
    detail: { from, to: centreId },
  });
  return ok(undefined);
}
