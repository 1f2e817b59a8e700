import type { PageRequest } from '@academy/kernel';
import type { Tx } from '@academy/platform/db';
import { and, asc, count, eq, gt, inArray } from 'drizzle-orm';
import { centres, users } from '../tables/people.ts';

export type CentreRow = typeof centres.$inferSelect;

/** The open transaction's tenant's centres with these ids, in no order. */
export async function findCentresById(tx: Tx, ids: readonly string[]): Promise<CentreRow[]> {
  return tx.select().from(centres).where(inArray(centres.id, ids));
}

/** At most `page.size + 1` of the open transaction's tenant's centres after the page's cursor (code), by code. */
export async function findCentrePage(tx: Tx, page: PageRequest): Promise<CentreRow[]> {
  const [afterCode] = page.after ?? [];
  return tx
    .select()
    .from(centres)
    .where(afterCode === undefined ? undefined : gt(centres.code, afterCode))
    .orderBy(asc(centres.code))
    .limit(page.size + 1);
}

/** Adds a centre; false when the tenant has one of this code. */
export async function addCentre(tx: Tx, row: Omit<CentreRow, 'closedAt'>): Promise<boolean> {
  const added = await tx.insert(centres).values(row).onConflictDoNothing().returning({ id: centres.id });
  return added.length > 0;
}

/** The tenant's centre, which nobody else changes until the transaction ends. */
export async function lockCentre(tx: Tx, tenantId: string, id: string): Promise<CentreRow | undefined> {
  const [row] = await tx.select().from(centres).where(byId(tenantId, id)).for('update');
  return row;
}

/** The centre is kept as given. The caller holds its lock. */
export async function saveCentre(tx: Tx, { tenantId, id, name, changedAt, closedAt }: CentreRow): Promise<void> {
  await tx.update(centres).set({ name, changedAt, closedAt }).where(byId(tenantId, id));
}

/** How many people stand in a centre. */
export async function countPeopleOf(tx: Tx, tenantId: string, centreId: string): Promise<number> {
  const [found] = await tx
    .select({ number: count() })
    .from(users)
    .where(and(eq(users.tenantId, tenantId), eq(users.centreId, centreId)));
  return found?.number ?? 0;
}

function byId(tenantId: string, id: string) {
  return and(eq(centres.tenantId, tenantId), eq(centres.id, id));
}
