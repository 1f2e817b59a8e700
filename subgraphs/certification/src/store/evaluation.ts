import type { PageRequest } from '@academy/kernel';
import type { Tx } from '@academy/platform/db';
import { and, asc, desc, eq, getTableColumns, gt, inArray, sql } from 'drizzle-orm';
import { evidence, judgements, reactivoAnswers } from '../tables/evaluation.ts';
import { isAfterInstant } from './newest-first.ts';

export type EvidenceRow = typeof evidence.$inferSelect;
export type AnswerRow = typeof reactivoAnswers.$inferSelect;
export type JudgementRow = typeof judgements.$inferSelect;

type OfCase = { readonly tenantId: string; readonly certificationId: string };

/** The evidence is of the case; false when the case has it already: the same content is added once. */
export async function addEvidence(tx: Tx, row: EvidenceRow): Promise<boolean> {
  const added = await tx.insert(evidence).values(row).onConflictDoNothing().returning({ id: evidence.id });
  return added.length > 0;
}

/** All evidence of a case, in no order: at most as much as one may hold. */
export function findEvidence(tx: Tx, { tenantId, certificationId }: OfCase): Promise<EvidenceRow[]> {
  return tx
    .select()
    .from(evidence)
    .where(and(eq(evidence.tenantId, tenantId), eq(evidence.certificationId, certificationId)));
}

/** The evidence with these ids, in no order. */
export function findEvidenceByIds(tx: Tx, ids: readonly string[]): Promise<EvidenceRow[]> {
  return tx.select().from(evidence).where(inArray(evidence.id, ids));
}

/** The answers are the last recorded ones; those to other reactivos stay as they are. */
export async function keepAnswers(tx: Tx, rows: readonly AnswerRow[]): Promise<void> {
  for (const row of rows) {
    const { isFulfilled, evidenceIds, note, answeredBy, answeredAt } = row;
    await tx
      .insert(reactivoAnswers)
      .values(row)
      .onConflictDoUpdate({
        target: [reactivoAnswers.tenantId, reactivoAnswers.certificationId, reactivoAnswers.reactivoId],
        set: { isFulfilled, evidenceIds, note, answeredBy, answeredAt },
      });
  }
}

/** All answers of a case, by reactivo: at most as many as its instrument has. */
export function findAnswers(tx: Tx, { tenantId, certificationId }: OfCase): Promise<AnswerRow[]> {
  return tx
    .select()
    .from(reactivoAnswers)
    .where(and(eq(reactivoAnswers.tenantId, tenantId), eq(reactivoAnswers.certificationId, certificationId)))
    .orderBy(asc(reactivoAnswers.reactivoId));
}

/** How the evaluator judged is on record. Throws when she has already: the case lets nobody judge twice. */
export async function addJudgement(tx: Tx, row: JudgementRow): Promise<void> {
  await tx.insert(judgements).values(row);
}

/** How the case was judged by its evaluator; undefined before. */
export async function findJudgement(tx: Tx, { tenantId, certificationId }: OfCase): Promise<JudgementRow | undefined> {
  const [row] = await tx
    .select()
    .from(judgements)
    .where(and(eq(judgements.tenantId, tenantId), eq(judgements.certificationId, certificationId)));
  return row;
}

/** The judgements of these cases, in no order. */
export function findJudgementsOf(tx: Tx, certificationIds: readonly string[]): Promise<JudgementRow[]> {
  return tx.select().from(judgements).where(inArray(judgements.certificationId, certificationIds));
}

/** Of each case at most `page.size + 1` pieces of evidence after the page's cursor (added at, id), newest first. */
export async function findEvidencePages(tx: Tx, certificationIds: readonly string[], page: PageRequest): Promise<EvidenceRow[]> {
  const { certificationId, addedAt, id } = evidence;
  const ranked = tx
    .select({
      ...getTableColumns(evidence),
      rank: sql<number>`row_number() over (partition by ${certificationId} order by ${addedAt} desc, ${id} desc)`.as('rank'),
    })
    .from(evidence)
    .where(and(inArray(certificationId, certificationIds), isAfterInstant(page, addedAt, id)))
    .as('ranked');
  const rows = await tx
    .select()
    .from(ranked)
    .where(sql`${ranked.rank} <= ${page.size + 1}`)
    .orderBy(desc(ranked.addedAt), desc(ranked.id));
  return rows.map(({ rank: _rank, ...row }) => row);
}

/** Of each case at most `page.size + 1` answers after the page's cursor (reactivo), by reactivo. */
export async function findAnswerPages(tx: Tx, certificationIds: readonly string[], page: PageRequest): Promise<AnswerRow[]> {
  const { certificationId, reactivoId } = reactivoAnswers;
  const [after] = page.after ?? [];
  const ranked = tx
    .select({
      ...getTableColumns(reactivoAnswers),
      rank: sql<number>`row_number() over (partition by ${certificationId} order by ${reactivoId})`.as('rank'),
    })
    .from(reactivoAnswers)
    .where(and(inArray(certificationId, certificationIds), after === undefined ? undefined : gt(reactivoId, after)))
    .as('ranked');
  const rows = await tx
    .select()
    .from(ranked)
    .where(sql`${ranked.rank} <= ${page.size + 1}`)
    .orderBy(asc(ranked.reactivoId));
  return rows.map(({ rank: _rank, ...row }) => row);
}
