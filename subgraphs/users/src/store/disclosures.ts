import type { PageRequest } from '@academy/kernel';
import type { Tx } from '@academy/platform/db';
import { newId } from '@academy/platform/ids';
import { and, desc, eq, gt, inArray, sql } from 'drizzle-orm';
import { disclosures, users } from '../tables/people.ts';

export type DisclosureRow = typeof disclosures.$inferSelect;

/** Of each person at most `page.size + 1` disclosures after the page's cursor (shown at, id), newest first. */
export async function findDisclosurePage(tx: Tx, userIds: readonly string[], page: PageRequest): Promise<DisclosureRow[]> {
  const { tenantId, userId, disclosedAt, id } = disclosures;
  const [afterInstant, afterId] = page.after ?? [];
  const isAfter =
    page.after === undefined ? undefined : sql`(${disclosedAt}, ${id}) < (${afterInstant}::timestamptz, ${afterId}::uuid)`;
  const shown = tx
    .select()
    .from(disclosures)
    .where(and(eq(tenantId, users.tenantId), eq(userId, users.id), isAfter))
    .orderBy(desc(disclosedAt), desc(id))
    .limit(page.size + 1)
    .as('shown');
  const rows = await tx
    .select()
    .from(users)
    .crossJoinLateral(shown)
    .where(inArray(users.id, userIds))
    .orderBy(desc(shown.disclosedAt), desc(shown.id));
  return rows.map((row) => row.shown);
}

/** The disclosure with this id; undefined when there is none. */
export async function findDisclosure(tx: Tx, tenantId: string, id: string): Promise<DisclosureRow | undefined> {
  const [row] = await tx
    .select()
    .from(disclosures)
    .where(and(eq(disclosures.tenantId, tenantId), eq(disclosures.id, id)));
  return row;
}

/** When the viewer's disclosures after `since` happened, oldest first, at most `limit`. Whoever asks next for the same viewer waits until this transaction ends. */
export async function lockDisclosuresTo(
  tx: Tx,
  viewer: { readonly tenantId: string; readonly actorId: string },
  since: Date,
  limit: number,
): Promise<Date[]> {
  await tx.execute(
    sql`select pg_advisory_xact_lock(hashtextextended(${`disclosures to ${viewer.tenantId} ${viewer.actorId}`}, 0))`,
  );
  const rows = await tx
    .select({ at: disclosures.disclosedAt })
    .from(disclosures)
    .where(
      and(eq(disclosures.tenantId, viewer.tenantId), eq(disclosures.actorId, viewer.actorId), gt(disclosures.disclosedAt, since)),
    )
    .orderBy(disclosures.disclosedAt)
    .limit(limit);
  return rows.map((row) => row.at);
}

/** The disclosure is on record. */
export async function addDisclosure(tx: Tx, disclosure: Omit<DisclosureRow, 'id'>): Promise<string> {
  const id = newId();
  await tx.insert(disclosures).values({ ...disclosure, id });
  return id;
}
