import type { Tx } from '@academy/platform/db';
import { asc, eq, gt, sql } from 'drizzle-orm';
import { registerFollowers, type StandardChangeRow, standardChanges } from '../tables/standards.ts';

/** The tenant follows the register from its newest change on. Does nothing for one that follows already. */
export async function addFollower(tx: Tx, tenantId: string): Promise<void> {
  const newest = sql<number>`(select coalesce(max(number), 0) from standard_changes)`;
  await tx.insert(registerFollowers).values({ tenantId, toldThrough: newest }).onConflictDoNothing();
}

/** The number of the last change that this tenant was told of, locked until the transaction ends. */
export async function lockFollower(tx: Tx, tenantId: string): Promise<number> {
  await addFollower(tx, tenantId);
  const [row] = await tx.select().from(registerFollowers).where(eq(registerFollowers.tenantId, tenantId)).for('update');
  if (row === undefined) throw new Error(`The tenant ${tenantId} follows the register and has no row.`);
  return row.toldThrough;
}

export async function setToldThrough(tx: Tx, tenantId: string, toldThrough: number): Promise<void> {
  await tx.update(registerFollowers).set({ toldThrough }).where(eq(registerFollowers.tenantId, tenantId));
}

/** Changes after this number, in their order. */
export function changesAfter(tx: Tx, number: number, limit: number): Promise<StandardChangeRow[]> {
  return tx
    .select()
    .from(standardChanges)
    .where(gt(standardChanges.number, number))
    .orderBy(asc(standardChanges.number))
    .limit(limit);
}
