import type { PageRequest } from '@academy/kernel';
import type { Tx } from '@academy/platform/db';
import { newId } from '@academy/platform/ids';
import { and, desc, eq, getTableColumns, inArray, isNull, lte, sql } from 'drizzle-orm';
import type { ConsentPurpose } from '../domain/consents.ts';
import { consents } from '../tables/consents.ts';
import { isAfterInstant } from './newest-first.ts';

export type ConsentRow = typeof consents.$inferSelect;

type OfCase = { readonly tenantId: string; readonly certificationId: string };

/** The receipt is there, or was. Answers its id. The caller holds the case's row lock. */
export async function giveConsent(
  tx: Tx,
  given: OfCase & { readonly purpose: ConsentPurpose; readonly textVersion: string; readonly now: Date },
): Promise<string> {
  const { now, ...row } = given;
  const standing = (await findStanding(tx, given)).find(
    (one) => one.purpose === given.purpose && one.textVersion === given.textVersion,
  );
  if (standing !== undefined) return standing.id;
  const id = newId();
  await tx.insert(consents).values({ ...row, id, givenAt: now });
  return id;
}

/** What was consented to for the purpose, in whatever words, is withdrawn. Answers how many receipts stood. */
export async function withdrawConsent(
  tx: Tx,
  of: OfCase & { readonly purpose: ConsentPurpose; readonly now: Date },
): Promise<number> {
  const rows = await tx
    .update(consents)
    .set({ withdrawnAt: of.now })
    .where(and(isOf(of), eq(consents.purpose, of.purpose), isNull(consents.withdrawnAt)))
    .returning({ id: consents.id });
  return rows.length;
}

/** The receipts of a case that stand, in no order. */
export function findStanding(tx: Tx, of: OfCase): Promise<ConsentRow[]> {
  return tx
    .select()
    .from(consents)
    .where(and(isOf(of), isNull(consents.withdrawnAt)));
}

/** The receipts that were given up to an instant, withdrawn since or not, in no order. */
export function findGivenUntil(tx: Tx, of: OfCase, until: Date): Promise<ConsentRow[]> {
  return tx
    .select()
    .from(consents)
    .where(and(isOf(of), lte(consents.givenAt, until)));
}

/** Of each case at most `page.size + 1` receipts after the page's cursor (given at, id), newest first, withdrawn ones too. */
export async function findConsentPages(tx: Tx, certificationIds: readonly string[], page: PageRequest): Promise<ConsentRow[]> {
  const { certificationId, givenAt, id } = consents;
  const ranked = tx
    .select({
      ...getTableColumns(consents),
      rank: sql<number>`row_number() over (partition by ${certificationId} order by ${givenAt} desc, ${id} desc)`.as('rank'),
    })
    .from(consents)
    .where(and(inArray(certificationId, certificationIds), isAfterInstant(page, givenAt, id)))
    .as('ranked');
  const rows = await tx
    .select()
    .from(ranked)
    .where(sql`${ranked.rank} <= ${page.size + 1}`)
    .orderBy(desc(ranked.givenAt), desc(ranked.id));
  return rows.map(({ rank: _rank, ...row }) => row);
}

function isOf({ tenantId, certificationId }: OfCase) {
  return and(eq(consents.tenantId, tenantId), eq(consents.certificationId, certificationId));
}
