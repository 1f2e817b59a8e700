import type { AuthorityName } from '@academy/contracts';
import type { Tx } from '@academy/platform/db';
import { and, asc, eq, inArray, isNull, lte, or, sql } from 'drizzle-orm';
import { oldEvaluationDay } from '../domain/submission-priority.ts';
import { standards } from '../tables/standards.ts';
import { type SubmissionRow, submissions } from '../tables/submissions.ts';

/** A lane that took one has so long to write its intent: asking for the candidate takes 5 s at most. */
const CLAIM_MS = 10_000;

/** Word for word the condition of the indexes: a value beside the text would not be seen to match it. */
const IS_WAITING = sql`${submissions.status} = 'PREPARED'`;

/** What waits for an authority of one tenant. */
type Waiting = { readonly tenantId: string; readonly authority: AuthorityName };

/**
 * The next submission to be sent, the caller's for 10 s: the urgent first, then the oldest request. Undefined: none waits that nobody has in hand. Passes by what
 * somebody has locked, so that it waits for nobody.
 */
export async function claimNext(tx: Tx, of: Waiting, now: Date): Promise<SubmissionRow | undefined> {
  const isFree = or(isNull(submissions.claimedUntil), lte(submissions.claimedUntil, now));
  const [next] = await tx
    .select({ id: submissions.id })
    .from(submissions)
    .where(and(waitsFor(of), isFree))
    .orderBy(sql`(${submissions.priority} = 'NORMAL')`, asc(submissions.requestedAt), asc(submissions.id))
    .limit(1)
    .for('update', { skipLocked: true });
  if (next === undefined) return undefined;
  const [row] = await tx
    .update(submissions)
    .set({ claimedUntil: claimEnd(now) })
    .where(and(eq(submissions.tenantId, of.tenantId), eq(submissions.id, next.id)))
    .returning();
  return row;
}

/** Until when what is claimed at `now` is whoever's claimed it. */
export function claimEnd(now: Date): Date {
  return new Date(now.getTime() + CLAIM_MS);
}

/** The submission is nobody's again. */
export async function releaseClaim(tx: Tx, tenantId: string, id: string): Promise<void> {
  await tx
    .update(submissions)
    .set({ claimedUntil: null })
    .where(and(eq(submissions.tenantId, tenantId), eq(submissions.id, id)));
}

/** Whatever has become urgent goes before the others from now on: an old evaluation, and a standard that was retired. */
export async function promoteUrgent(tx: Tx, { tenantId }: Pick<Waiting, 'tenantId'>, now: Date): Promise<void> {
  const isNormal = and(eq(submissions.tenantId, tenantId), IS_WAITING, sql`${submissions.priority} = 'NORMAL'`);
  await tx
    .update(submissions)
    .set({ priority: 'EVALUATION_OLD' })
    .where(and(isNormal, lte(submissions.evaluatedOn, oldEvaluationDay(now))));
  const retired = tx.select({ code: standards.code }).from(standards).where(eq(standards.status, 'RETIRED'));
  await tx
    .update(submissions)
    .set({ priority: 'STANDARD_RETIRED' })
    .where(and(isNormal, inArray(submissions.standardCode, retired)));
}

/** Some of those that wait and of which nobody was told yet that the authority is away, locked; those that somebody has locked are passed by. */
export function lockUntold(tx: Tx, of: Waiting, limit: number): Promise<SubmissionRow[]> {
  return tx
    .select()
    .from(submissions)
    .where(and(waitsFor(of), eq(submissions.isAuthorityAway, false)))
    .orderBy(asc(submissions.requestedAt), asc(submissions.id))
    .limit(limit)
    .for('update', { skipLocked: true });
}

/** Whether at least so many wait. */
export async function isAtLeast(tx: Tx, of: Waiting, count: number): Promise<boolean> {
  const rows = await tx.select({ id: submissions.id }).from(submissions).where(waitsFor(of)).limit(count);
  return rows.length >= count;
}

/** How many wait, and since when the oldest was asked for; null: none waits. */
export type Backlog = { readonly waiting: number; readonly oldestAt: Date | null };

export async function countWaiting(tx: Tx, of: Waiting): Promise<Backlog> {
  const [row] = await tx
    .select({ waiting: sql<number>`count(*)::int`, oldestAt: sql<string | null>`min(${submissions.requestedAt})` })
    .from(submissions)
    .where(waitsFor(of));
  return { waiting: row?.waiting ?? 0, oldestAt: row?.oldestAt == null ? null : new Date(row.oldestAt) };
}

function waitsFor({ tenantId, authority }: Waiting) {
  return and(eq(submissions.tenantId, tenantId), eq(submissions.authority, authority), IS_WAITING);
}
