import type { PageRequest, Principal } from '@academy/kernel';
import { personCentres } from '@academy/platform/centres';
import type { Tx } from '@academy/platform/db';
import { and, asc, desc, eq, getTableColumns, gt, inArray, type SQL, sql } from 'drizzle-orm';
import { type Assignee, assigneeOf } from '../domain/visibility.ts';
import { lotMembers, lots } from '../tables/lots.ts';
import { casesOf, type Seen } from './assigned.ts';
import type { LotMemberRow, LotRow } from './lots.ts';
import { isAfterInstant } from './newest-first.ts';

/** `isAssigned`: it is of the centre that the viewer is an admin of, or holds a case that she is assigned to. */
export type SeenLot = Seen<LotRow>;

/** Narrows a list of lots; what is undefined narrows nothing. */
export type LotFilter = {
  readonly status?: LotRow['status'] | undefined;
  readonly standardMajor?: string | undefined;
  readonly certificationId?: string | undefined;
};

/** The lots with these ids, in no order. */
export function findLots(tx: Tx, ids: readonly string[], assignee: Assignee | undefined): Promise<SeenLot[]> {
  return tx.select(seenLot(assignee)).from(lots).where(inArray(lots.id, ids));
}

/** At most `page.size + 1` lots after the page's cursor (opened at, id), newest first: those that the viewer may see. */
export function findLotPage(tx: Tx, viewer: Principal, filter: LotFilter, page: PageRequest): Promise<SeenLot[]> {
  const assignee = assigneeOf(viewer);
  const conditions = [
    assignee === undefined ? undefined : isOf(assignee),
    filter.status === undefined ? undefined : eq(lots.status, filter.status),
    filter.standardMajor === undefined ? undefined : eq(lots.standardMajor, filter.standardMajor),
    filter.certificationId === undefined
      ? undefined
      : sql`exists (select 1 from ${lotMembers} its where its.lot_id = ${lots.id} and its.certification_id = ${filter.certificationId})`,
    isAfterInstant(page, lots.openedAt, lots.id),
  ];
  return tx
    .select(seenLot(assignee))
    .from(lots)
    .where(and(...conditions))
    .orderBy(desc(lots.openedAt), desc(lots.id))
    .limit(page.size + 1);
}

/** Of each lot at most `size + 1` members after a case's id, by their ids. */
export async function findMemberPages(
  tx: Tx,
  lotIds: readonly string[],
  { after, size }: { after: string | undefined; size: number },
): Promise<LotMemberRow[]> {
  const { lotId, certificationId } = lotMembers;
  const ranked = tx
    .select({
      ...getTableColumns(lotMembers),
      rank: sql<number>`row_number() over (partition by ${lotId} order by ${certificationId})`.as('rank'),
    })
    .from(lotMembers)
    .where(and(inArray(lotId, lotIds), after === undefined ? undefined : gt(certificationId, after)))
    .as('ranked');
  const rows = await tx
    .select()
    .from(ranked)
    .where(sql`${ranked.rank} <= ${size + 1}`)
    .orderBy(asc(ranked.certificationId));
  return rows.map(({ rank: _rank, ...row }) => row);
}

function seenLot(assignee: Assignee | undefined) {
  return { ...getTableColumns(lots), isAssigned: assignee === undefined ? sql<boolean>`false` : isOf(assignee) };
}

function isOf(assignee: Assignee): SQL<boolean> {
  if (assignee.duty === 'CENTRE')
    return sql<boolean>`${lots.centreId} is not distinct from (select stands.centre_id from ${personCentres} stands where stands.user_id = ${assignee.personId})`;
  return sql<boolean>`exists (select 1 from ${lotMembers} its where its.lot_id = ${lots.id} and its.certification_id in ${casesOf(assignee)})`;
}
