import { type Clock, fail, isUuid, ok, type PageRequest, type Result } from '@academy/kernel';
import type { Tx } from '@academy/platform/db';
import { newId } from '@academy/platform/ids';
import { and, desc, eq, gt, inArray, isNull, sql } from 'drizzle-orm';
import { decideImpersonation } from '../domain/impersonation.ts';
import { parseReason } from '../domain/reason.ts';
import type { InvalidInput, InvalidState, NotFound } from '../domain/refusal.ts';
import { impersonations } from '../tables/access.ts';
import { users } from '../tables/people.ts';
import { type Actor, recordAct } from './audit.ts';
import { findGrants, type GrantedPersona, lockUser } from './users.ts';

export type ImpersonationRow = typeof impersonations.$inferSelect;

/** The operator may act in the person's name afterwards, in the tenant of both, and it is on record. Answers the session's id. */
export async function startImpersonation(
  tx: Tx,
  actor: Actor,
  request: { userId: string; persona: GrantedPersona; minutes: number; reason: string },
  clock: Clock,
): Promise<Result<string, InvalidInput | InvalidState | NotFound>> {
  const reason = parseReason(request.reason);
  if (!reason.ok) return reason;
  const { userId, persona } = request;
  if (!isUuid(userId) || !(await lockUser(tx, actor.tenantId, userId))) {
    return fail({ kind: 'NotFound', message: 'There is no such user in your tenant.' });
  }
  const now = clock.now();
  const held = (await findGrants(tx, [userId])).map((grant) => grant.persona);
  const decided = decideImpersonation(request, { impersonatorId: actor.userId, held, now });
  if (!decided.ok) return decided;
  const id = newId();
  await tx.insert(impersonations).values({
    tenantId: actor.tenantId,
    id,
    impersonatorId: actor.userId,
    userId,
    persona,
    reason: reason.value,
    startedAt: now,
    expiresAt: decided.value.expiresAt,
  });
  await recordAct(tx, actor, { action: 'impersonation.start', subjectId: userId, reason: reason.value, at: now });
  return ok(id);
}

/** The operator's session is over; one that is over already, or is another's, is not there. */
export async function endImpersonation(tx: Tx, actor: Actor, id: string, clock: Clock): Promise<Result<string, NotFound>> {
  const now = clock.now();
  const open = isUuid(id)
    ? await tx
        .update(impersonations)
        .set({ endedAt: now })
        .where(
          and(
            eq(impersonations.tenantId, actor.tenantId),
            eq(impersonations.id, id),
            eq(impersonations.impersonatorId, actor.userId),
            isNull(impersonations.endedAt),
            gt(impersonations.expiresAt, now),
          ),
        )
        .returning({ userId: impersonations.userId })
    : [];
  const [ended] = open;
  if (ended === undefined) return fail({ kind: 'NotFound', message: 'You have no such session that is not over.' });
  await recordAct(tx, actor, { action: 'impersonation.end', subjectId: ended.userId, at: now });
  return ok(id);
}

/** The session of this id, over or not, of the open transaction's tenant. */
export async function findImpersonations(tx: Tx, ids: readonly string[]): Promise<ImpersonationRow[]> {
  return tx.select().from(impersonations).where(inArray(impersonations.id, ids));
}

/** Of each person at most `page.size + 1` sessions in her name after the page's cursor (started at, id), newest first. */
export async function findImpersonationPage(tx: Tx, userIds: readonly string[], page: PageRequest): Promise<ImpersonationRow[]> {
  const { tenantId, userId, startedAt, id } = impersonations;
  const [afterInstant, afterId] = page.after ?? [];
  const isAfter =
    page.after === undefined ? undefined : sql`(${startedAt}, ${id}) < (${afterInstant}::timestamptz, ${afterId}::uuid)`;
  const entries = tx
    .select()
    .from(impersonations)
    .where(and(eq(tenantId, users.tenantId), eq(userId, users.id), isAfter))
    .orderBy(desc(startedAt), desc(id))
    .limit(page.size + 1)
    .as('entries');
  const rows = await tx
    .select()
    .from(users)
    .crossJoinLateral(entries)
    .where(inArray(users.id, userIds))
    .orderBy(desc(entries.startedAt), desc(entries.id));
  return rows.map((row) => row.entries);
}
