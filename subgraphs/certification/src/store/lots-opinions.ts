import type { PageRequest } from '@academy/kernel';
import type { Tx } from '@academy/platform/db';
import { newId } from '@academy/platform/ids';
import { and, asc, desc, eq, getTableColumns, inArray, isNotNull, sql } from 'drizzle-orm';
import { dictamenOpinions, lotMembers } from '../tables/lots.ts';
import type { LotRow } from './lots.ts';
import { isAfterInstant } from './newest-first.ts';

export type OpinionRow = typeof dictamenOpinions.$inferSelect;

/** What rulers say of members is on record. The caller has made sure that nobody says it twice: throws when somebody does. */
export async function addOpinions(tx: Tx, opinions: readonly Omit<OpinionRow, 'id'>[]): Promise<void> {
  if (opinions.length > 0) await tx.insert(dictamenOpinions).values(opinions.map((opinion) => ({ ...opinion, id: newId() })));
}

/** All that was said of the members of a lot, in the order in which it was said: at most a few for each. */
export function findOpinions(tx: Tx, { tenantId, id }: Pick<LotRow, 'tenantId' | 'id'>): Promise<OpinionRow[]> {
  return tx
    .select()
    .from(dictamenOpinions)
    .where(and(eq(dictamenOpinions.tenantId, tenantId), eq(dictamenOpinions.lotId, id)))
    .orderBy(asc(dictamenOpinions.ruledAt), asc(dictamenOpinions.id));
}

/** Of each case at most `page.size + 1` opinions after the page's cursor (ruled at, id), newest first, once its dictamen is decided: nobody rules by what another said. */
export async function findOpinionPages(tx: Tx, certificationIds: readonly string[], page: PageRequest): Promise<OpinionRow[]> {
  const { tenantId, lotId, certificationId, ruledAt, id } = dictamenOpinions;
  const ranked = tx
    .select({
      ...getTableColumns(dictamenOpinions),
      rank: sql<number>`row_number() over (partition by ${certificationId} order by ${ruledAt} desc, ${id} desc)`.as('rank'),
    })
    .from(dictamenOpinions)
    .innerJoin(
      lotMembers,
      and(
        eq(lotMembers.tenantId, tenantId),
        eq(lotMembers.lotId, lotId),
        eq(lotMembers.certificationId, certificationId),
        isNotNull(lotMembers.outcome),
      ),
    )
    .where(and(inArray(certificationId, certificationIds), isAfterInstant(page, ruledAt, id)))
    .as('ranked');
  const rows = await tx
    .select()
    .from(ranked)
    .where(sql`${ranked.rank} <= ${page.size + 1}`)
    .orderBy(desc(ranked.ruledAt), desc(ranked.id));
  return rows.map(({ rank: _rank, ...row }) => row);
}
