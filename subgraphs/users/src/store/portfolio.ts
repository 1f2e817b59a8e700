import type { PageRequest } from '@academy/kernel';
import type { Tx } from '@academy/platform/db';
import { newId } from '@academy/platform/ids';
import { and, desc, eq, inArray, sql } from 'drizzle-orm';
import type { PortfolioItem } from '../domain/portfolio.ts';
import { users } from '../tables/people.ts';
import { portfolioEntries } from '../tables/portfolio.ts';

export type PortfolioEntryRow = typeof portfolioEntries.$inferSelect;

/** Of each person at most `page.size + 1` entries after the page's cursor (earned at, id), newest first. */
export async function findPortfolioPage(tx: Tx, userIds: readonly string[], page: PageRequest): Promise<PortfolioEntryRow[]> {
  const { tenantId, userId, earnedAt, id } = portfolioEntries;
  const [afterInstant, afterId] = page.after ?? [];
  const isAfter =
    page.after === undefined ? undefined : sql`(${earnedAt}, ${id}) < (${afterInstant}::timestamptz, ${afterId}::uuid)`;
  const entries = tx
    .select()
    .from(portfolioEntries)
    .where(and(eq(tenantId, users.tenantId), eq(userId, users.id), isAfter))
    .orderBy(desc(earnedAt), desc(id))
    .limit(page.size + 1)
    .as('entries');
  const rows = await tx
    .select()
    .from(users)
    .crossJoinLateral(entries)
    .where(inArray(users.id, userIds))
    .orderBy(desc(entries.earnedAt), desc(entries.id));
  return rows.map((row) => row.entries);
}

/**
 * The person's portfolio shows the item under its certification: one entry for each certification and kind, however often this is called;
 * a later call corrects title, folio, credential and date. Answers the entry's id.
 */
export async function putPortfolioEntry(
  tx: Tx,
  entry: PortfolioItem & { tenantId: string; userId: string; certificationId: string; earnedAt: Date },
): Promise<string> {
  const { kind, title, folio, credentialUrl, tenantId, userId, certificationId, earnedAt } = entry;
  const [row] = await tx
    .insert(portfolioEntries)
    .values({ id: newId(), kind, title, folio, credentialUrl, tenantId, userId, certificationId, earnedAt })
    .onConflictDoUpdate({
      target: [portfolioEntries.tenantId, portfolioEntries.certificationId, portfolioEntries.kind],
      set: { title, folio, credentialUrl, earnedAt },
    })
    .returning({ id: portfolioEntries.id });
  if (row === undefined) throw new Error('An upsert always answers its row.');
  return row.id;
}
