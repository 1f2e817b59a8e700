import type { PageRequest } from '@academy/kernel';
import type { Tx } from '@academy/platform/db';
import { and, asc, eq, getTableColumns, gt, inArray, sql } from 'drizzle-orm';
import { portfolioLeaves, portfolios } from '../tables/portfolios.ts';

export type PortfolioRow = typeof portfolios.$inferSelect;
export type PortfolioLeafRow = typeof portfolioLeaves.$inferSelect;

type OfCase = { readonly tenantId: string; readonly certificationId: string };

/** The portfolio is sealed with these leaves. Throws when it was already. */
export async function addPortfolio(tx: Tx, row: PortfolioRow, leaves: readonly PortfolioLeafRow[]): Promise<void> {
  await tx.insert(portfolios).values(row);
  await tx.insert(portfolioLeaves).values([...leaves]);
}

/** The sealed portfolio of a case; undefined before. */
export async function findPortfolio(tx: Tx, { tenantId, certificationId }: OfCase): Promise<PortfolioRow | undefined> {
  const [row] = await tx
    .select()
    .from(portfolios)
    .where(and(eq(portfolios.tenantId, tenantId), eq(portfolios.certificationId, certificationId)));
  return row;
}

/** The sealed portfolios of these cases, in no order. */
export function findPortfoliosOf(tx: Tx, certificationIds: readonly string[]): Promise<PortfolioRow[]> {
  return tx.select().from(portfolios).where(inArray(portfolios.certificationId, certificationIds));
}

/** Digests of all leaves of these portfolios, by case and place. */
export function findLeafDigests(
  tx: Tx,
  certificationIds: readonly string[],
): Promise<Pick<PortfolioLeafRow, 'certificationId' | 'position' | 'digest'>[]> {
  const { certificationId, position, digest } = portfolioLeaves;
  return tx
    .select({ certificationId, position, digest })
    .from(portfolioLeaves)
    .where(inArray(certificationId, certificationIds))
    .orderBy(asc(certificationId), asc(position));
}

/** Of each portfolio at most `page.size + 1` leaves after the page's cursor (place), in their order. */
export async function findLeafPages(tx: Tx, certificationIds: readonly string[], page: PageRequest): Promise<PortfolioLeafRow[]> {
  const { certificationId, position } = portfolioLeaves;
  const after = page.after === undefined ? -1 : Number(page.after[0]);
  const ranked = tx
    .select({
      ...getTableColumns(portfolioLeaves),
      rank: sql<number>`row_number() over (partition by ${certificationId} order by ${position})`.as('rank'),
    })
    .from(portfolioLeaves)
    .where(and(inArray(certificationId, certificationIds), gt(position, after)))
    .as('ranked');
  const rows = await tx
    .select()
    .from(ranked)
    .where(sql`${ranked.rank} <= ${page.size + 1}`)
    .orderBy(asc(ranked.position));
  return rows.map(({ rank: _rank, ...row }) => row);
}
