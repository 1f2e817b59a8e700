import type { Tx } from '@academy/platform/db';
import { and, eq, inArray } from 'drizzle-orm';
import { evidence, judgements, reactivoAnswers } from '../tables/evaluation.ts';
import { portfolioLeaves, portfolios } from '../tables/portfolios.ts';

/**
 * What evaluations of these cases left of their candidate is gone: evidence, answers, judgements, and what was sealed of them. Roots and digests stay; without
 * the salt that is gone too they tell nothing. That she consented stays on record, as what was done rested on it.
 */
export async function eraseEvaluations(tx: Tx, tenantId: string, caseIds: readonly string[]): Promise<void> {
  const ids = [...caseIds];
  await tx.delete(evidence).where(and(eq(evidence.tenantId, tenantId), inArray(evidence.certificationId, ids)));
  await tx
    .delete(reactivoAnswers)
    .where(and(eq(reactivoAnswers.tenantId, tenantId), inArray(reactivoAnswers.certificationId, ids)));
  await tx.delete(judgements).where(and(eq(judgements.tenantId, tenantId), inArray(judgements.certificationId, ids)));
  await tx
    .update(portfolios)
    .set({ salt: null })
    .where(and(eq(portfolios.tenantId, tenantId), inArray(portfolios.certificationId, ids)));
  await tx
    .update(portfolioLeaves)
    .set({ content: null })
    .where(and(eq(portfolioLeaves.tenantId, tenantId), inArray(portfolioLeaves.certificationId, ids)));
}
