import { HOUR_MS, type PageRequest } from '@academy/kernel';
import type { Tx } from '@academy/platform/db';
import { newId } from '@academy/platform/ids';
import { and, asc, desc, eq, gt, inArray, lt, type SQL, sql } from 'drizzle-orm';
import { type StandardChangeRow, type StandardSyncRow, standardChanges, standardSyncs } from '../tables/standards.ts';

export type { StandardChangeRow, StandardSyncRow } from '../tables/standards.ts';

/** Work is tried for less than this before it is buried. */
const LOST_AFTER_MS = HOUR_MS;
/** States in which a reading is still to come. */
const OPEN = ['QUEUED', 'RUNNING'] as const;

/** A reading is on record afterwards: a new one, or the one that is under way, as there is one at a time. */
export async function insertSync(
  tx: Tx,
  request: { readonly cause: StandardSyncRow['cause']; readonly now: Date },
): Promise<{ readonly id: string; readonly isNew: boolean }> {
  const { cause, now } = request;
  const id = newId();
  await abandonLost(tx, now);
  const [opened] = await tx
    .insert(standardSyncs)
    .values({ id, cause, state: 'QUEUED', requestedAt: now })
    .onConflictDoNothing()
    .returning({ id: standardSyncs.id });
  if (opened !== undefined) return { id, isNew: true };
  const [open] = await tx
    .select({ id: standardSyncs.id })
    .from(standardSyncs)
    .where(inArray(standardSyncs.state, [...OPEN]));
  // It ended between the two statements: the next try is a new one.
  return open === undefined ? insertSync(tx, request) : { id: open.id, isNew: false };
}

/** A reading that no worker could end in an hour is over: it must not keep others from being asked for. */
async function abandonLost(tx: Tx, now: Date): Promise<void> {
  const lostBefore = new Date(now.getTime() - LOST_AFTER_MS);
  await tx
    .update(standardSyncs)
    .set({ state: 'FAILED', failure: 'ABANDONED', endedAt: now })
    .where(and(inArray(standardSyncs.state, [...OPEN]), lt(standardSyncs.requestedAt, lostBefore)));
}

/** The reading, locked until the transaction ends. */
export async function lockSync(tx: Tx, id: string): Promise<StandardSyncRow | undefined> {
  const [row] = await tx.select().from(standardSyncs).where(eq(standardSyncs.id, id)).for('update');
  return row;
}

export async function updateSync(tx: Tx, id: string, changes: Partial<Omit<StandardSyncRow, 'id'>>): Promise<void> {
  await tx.update(standardSyncs).set(changes).where(eq(standardSyncs.id, id));
}

export function findSyncs(tx: Tx, ids: readonly string[]): Promise<StandardSyncRow[]> {
  return tx
    .select()
    .from(standardSyncs)
    .where(inArray(standardSyncs.id, [...ids]));
}

/** Readings, newest first, after the page's cursor; one more than the page holds, if there is one. */
export function listSyncs(tx: Tx, page: PageRequest): Promise<StandardSyncRow[]> {
  return tx
    .select()
    .from(standardSyncs)
    .where(page.after === undefined ? undefined : isOlder(page.after))
    .orderBy(desc(standardSyncs.requestedAt), desc(standardSyncs.id))
    .limit(page.size + 1);
}

/** The sort key of a reading. */
export function syncKeyOf({ requestedAt, id }: Pick<StandardSyncRow, 'requestedAt' | 'id'>): readonly string[] {
  return [requestedAt.toISOString(), id];
}

/** How many standards the last good reading listed; null: there was none. */
export async function lastListed(tx: Tx): Promise<number | null> {
  const [row] = await tx
    .select({ listed: standardSyncs.listed })
    .from(standardSyncs)
    .where(eq(standardSyncs.state, 'SUCCEEDED'))
    .orderBy(desc(standardSyncs.requestedAt), desc(standardSyncs.id))
    .limit(1);
  return row?.listed ?? null;
}

function isOlder([requestedAt = '', id = '']: readonly string[]): SQL {
  return sql`(${standardSyncs.requestedAt}, ${standardSyncs.id}) < (${requestedAt}::timestamptz, ${id}::uuid)`;
}

/** What a reading changed, by code, after the page's cursor; one more than the page holds, if there is one. */
export function changesOfSync(tx: Tx, syncId: string, page: PageRequest): Promise<StandardChangeRow[]> {
  const [after] = page.after ?? [];
  return tx
    .select()
    .from(standardChanges)
    .where(and(eq(standardChanges.syncId, syncId), after === undefined ? undefined : gt(standardChanges.code, after)))
    .orderBy(asc(standardChanges.code))
    .limit(page.size + 1);
}
