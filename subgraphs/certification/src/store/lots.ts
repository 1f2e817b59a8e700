import type { UserPrincipal } from '@academy/kernel';
import { findCentreOf } from '@academy/platform/centres';
import type { Tx } from '@academy/platform/db';
import { newId } from '@academy/platform/ids';
import { and, asc, eq, inArray, sql } from 'drizzle-orm';
import type { LotMember } from '../domain/lot-dictamen.ts';
import { certifications } from '../tables/cases.ts';
import { lotMembers, lots } from '../tables/lots.ts';

export type LotRow = typeof lots.$inferSelect;
export type LotMemberRow = typeof lotMembers.$inferSelect;

/** An open lot without members is there. Answers its id. */
export async function insertLot(
  tx: Tx,
  lot: Pick<LotRow, 'tenantId' | 'centreId' | 'standardMajor' | 'openedBy' | 'openedAt'>,
): Promise<string> {
  const id = newId();
  await tx.insert(lots).values({ ...lot, id, status: 'OPEN' });
  return id;
}

/**
 * The lot, locked until the transaction ends: whoever changes a lot or rules on it begins here, and locks cases after it. Undefined when the actor's power does not
 * reach it: that of a centre's admin reaches the lots of her centre alone.
 */
export async function lockLot(tx: Tx, actor: UserPrincipal, lotId: string): Promise<LotRow | undefined> {
  const [row] = await tx
    .select()
    .from(lots)
    .where(and(eq(lots.tenantId, actor.tenantId), eq(lots.id, lotId)))
    .for('update');
  if (row === undefined || actor.persona !== 'centre_admin') return row;
  return row.centreId === (await findCentreOf(tx, actor.tenantId, actor.userId)) ? row : undefined;
}

/** The lot bears these columns. The caller holds its row lock. */
export async function changeLot(tx: Tx, { tenantId, id }: LotRow, changes: Partial<LotRow>): Promise<void> {
  await tx
    .update(lots)
    .set(changes)
    .where(and(eq(lots.tenantId, tenantId), eq(lots.id, id)));
}

/** These cases are members of the lot. The caller holds its row lock and those of the cases. */
export async function addMembers(
  tx: Tx,
  { tenantId, id: lotId }: LotRow,
  certificationIds: readonly string[],
  by: { readonly addedBy: string; readonly addedAt: Date },
): Promise<void> {
  await tx.insert(lotMembers).values(certificationIds.map((certificationId) => ({ tenantId, lotId, certificationId, ...by })));
}

/** The case is no member of the lot any more. Answers whether it was. */
export async function removeMember(tx: Tx, lot: LotRow, certificationId: string): Promise<boolean> {
  const gone = await tx
    .delete(lotMembers)
    .where(isMember(lot, [certificationId]))
    .returning();
  return gone.length > 0;
}

/** These members are the lot's sample. */
export async function markSampled(tx: Tx, lot: LotRow, certificationIds: readonly string[]): Promise<void> {
  await tx.update(lotMembers).set({ isSampled: true }).where(isMember(lot, certificationIds));
}

/** What was decided of a member is on record. */
export async function decideMember(
  tx: Tx,
  lot: LotRow,
  certificationId: string,
  decided: { readonly outcome: NonNullable<LotMemberRow['outcome']>; readonly decidedAt: Date },
): Promise<void> {
  await tx
    .update(lotMembers)
    .set(decided)
    .where(isMember(lot, [certificationId]));
}

/** The members of a lot, by their ids: at most as many as a lot holds. */
export async function findMembers(tx: Tx, { tenantId, id }: Pick<LotRow, 'tenantId' | 'id'>): Promise<LotMember[]> {
  const { certificationId, isSampled, outcome } = lotMembers;
  const isWaiting = sql<boolean>`coalesce(${certifications.heldFrom}, ${certifications.status}) = 'IN_LOT'`;
  return tx
    .select({ certificationId, isSampled, outcome, isWaiting })
    .from(lotMembers)
    .innerJoin(certifications, and(eq(certifications.tenantId, lotMembers.tenantId), eq(certifications.id, certificationId)))
    .where(and(eq(lotMembers.tenantId, tenantId), eq(lotMembers.lotId, id)))
    .orderBy(asc(certificationId));
}

function isMember({ tenantId, id }: LotRow, certificationIds: readonly string[]) {
  return and(
    eq(lotMembers.tenantId, tenantId),
    eq(lotMembers.lotId, id),
    inArray(lotMembers.certificationId, [...certificationIds]),
  );
}
