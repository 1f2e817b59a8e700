import type { DataSubject } from '@academy/platform/data-subject';
import { parkedSteps, sagaSteps, sagas, type Tx } from '@academy/platform/db';
import { and, asc, eq, inArray, isNotNull, sql } from 'drizzle-orm';
import { completions, erasedHolders } from '../tables/candidates.ts';
import { certificationEvents, certifications } from '../tables/cases.ts';
import { certificates, revocations } from '../tables/certificates.ts';
import { credentials } from '../tables/credentials.ts';
import { dictamenOpinions } from '../tables/lots.ts';
import { type CertificationRow, SAGA_NAME } from './certification.ts';

import { eraseEvaluations } from './evaluation-erasure.ts';

/** What stands in place of a free text; no text of anybody's is it by chance. */
const SUPPRESSED = 'Suprimido.';

/** Whether the person was erased; nobody erases her, or opens a case for her by an event, until the transaction ends. */
export async function lockHolder(tx: Tx, { tenantId, subjectId }: DataSubject): Promise<boolean> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`holder ${tenantId} ${subjectId}`}, 0))`);
  const rows = await tx
    .select({ id: erasedHolders.holderId })
    .from(erasedHolders)
    .where(and(eq(erasedHolders.tenantId, tenantId), eq(erasedHolders.holderId, subjectId)));
  return rows.length > 0;
}

/** No case is opened for the person any more. Answers those that she has, oldest first, not locked. The caller holds her lock. */
export async function refuseHolder(tx: Tx, { tenantId, subjectId }: DataSubject, now: Date): Promise<CertificationRow[]> {
  await tx.insert(erasedHolders).values({ tenantId, holderId: subjectId, erasedAt: now }).onConflictDoNothing();
  return tx
    .select()
    .from(certifications)
    .where(and(eq(certifications.tenantId, tenantId), eq(certifications.candidateId, subjectId)))
    .orderBy(asc(certifications.id));
}

/** Phases of the sagas that work for these cases, in no order; a case without one has none. */
export async function sagaPhases(
  tx: Tx,
  tenantId: string,
  caseIds: readonly string[],
): Promise<(typeof sagas.$inferSelect)['phase'][]> {
  if (caseIds.length === 0) return [];
  const rows = await tx
    .select({ phase: sagas.phase })
    .from(sagas)
    .where(and(eq(sagas.tenantId, tenantId), eq(sagas.name, SAGA_NAME), inArray(sagas.subject, [...caseIds])));
  return rows.map(({ phase }) => phase);
}

/**
 * Of the person's cases and certificates only folio, standard, dates, states and the documents' hashes are left. What sagas remembered, what judgements rested on
 * and what was written about her is gone. No saga of hers may be running.
 */
export async function eraseHolder(tx: Tx, { tenantId, subjectId }: DataSubject, now: Date): Promise<void> {
  const cases = await tx
    .select({ id: certifications.id })
    .from(certifications)
    .where(and(eq(certifications.tenantId, tenantId), eq(certifications.candidateId, subjectId)));
  const caseIds = cases.map(({ id }) => id);
  const isHers = and(eq(certificates.tenantId, tenantId), eq(certificates.holderId, subjectId));
  const held = await tx.select({ id: certificates.id }).from(certificates).where(isHers);
  await tx.update(certificates).set({ holderInitials: null, holderErasedAt: now }).where(isHers);
  await tx
    .update(credentials)
    .set({ sealed: null })
    .where(and(eq(credentials.tenantId, tenantId), eq(credentials.holderId, subjectId)));
  await tx
    .update(certificates)
    .set({ revocationReason: SUPPRESSED })
    .where(and(isHers, isNotNull(certificates.revocationReason)));
  await tx
    .update(completions)
    .set({ scorePercent: 0, minimumScorePercent: 0, reactivos: [] })
    .where(and(eq(completions.tenantId, tenantId), eq(completions.learnerId, subjectId)));
  if (held.length > 0) {
    const ids = held.map(({ id }) => id);
    await tx
      .update(revocations)
      .set({ reason: SUPPRESSED })
      .where(and(eq(revocations.tenantId, tenantId), inArray(revocations.certificateId, ids)));
  }
  if (caseIds.length === 0) return;
  await eraseEvaluations(tx, tenantId, caseIds);
  await tx
    .update(certifications)
    .set({ rejectionReason: null, outcomeReason: null, missedCriteria: [], readiness: null, plan: null, planSignedBy: [] })
    .where(and(eq(certifications.tenantId, tenantId), inArray(certifications.id, caseIds)));
  await tx
    .update(certifications)
    .set({ reversal: sql`jsonb_set(${certifications.reversal}, '{reason}', to_jsonb(${SUPPRESSED}::text), false)` })
    .where(and(eq(certifications.tenantId, tenantId), inArray(certifications.id, caseIds), isNotNull(certifications.reversal)));
  await tx
    .update(certificationEvents)
    .set({ detail: {} })
    .where(and(eq(certificationEvents.tenantId, tenantId), inArray(certificationEvents.certificationId, caseIds)));
  await tx
    .update(dictamenOpinions)
    .set({ reason: SUPPRESSED })
    .where(
      and(
        eq(dictamenOpinions.tenantId, tenantId),
        inArray(dictamenOpinions.certificationId, caseIds),
        isNotNull(dictamenOpinions.reason),
      ),
    );
  const theirs = and(eq(sagas.tenantId, tenantId), eq(sagas.name, SAGA_NAME), inArray(sagas.subject, caseIds));
  const ended = await tx.update(sagas).set({ state: {} }).where(theirs).returning({ id: sagas.id });
  if (ended.length === 0) return;
  const sagaIds = ended.map(({ id }) => id);
  await tx
    .update(sagaSteps)
    .set({ output: {}, error: null })
    .where(and(eq(sagaSteps.tenantId, tenantId), inArray(sagaSteps.sagaId, sagaIds)));
  await eraseParked(tx, tenantId, sagaIds);
}

async function eraseParked(tx: Tx, tenantId: string, sagaIds: readonly string[]): Promise<void> {
  const isTheirs = and(eq(parkedSteps.tenantId, tenantId), inArray(parkedSteps.sagaId, [...sagaIds]));
  await tx.update(parkedSteps).set({ error: SUPPRESSED }).where(isTheirs);
  await tx
    .update(parkedSteps)
    .set({ reason: SUPPRESSED })
    .where(and(isTheirs, isNotNull(parkedSteps.reason)));
}
