import type { DataSubject } from '@academy/platform/data-subject';
import type { Tx } from '@academy/platform/db';
import { and, asc, eq, isNotNull, sql } from 'drizzle-orm';
import { accreditations } from '../tables/accreditations.ts';
import { erasedCandidates } from '../tables/candidates.ts';
import { type SubmissionRow, submissions } from '../tables/submissions.ts';

/** Whether the candidate was erased; nobody erases her, or adds a submission for her, until the transaction ends. */
export async function lockCandidate(tx: Tx, { tenantId, subjectId }: DataSubject): Promise<boolean> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`candidate ${tenantId} ${subjectId}`}, 0))`);
  const rows = await tx
    .select({ id: erasedCandidates.candidateId })
    .from(erasedCandidates)
    .where(and(eq(erasedCandidates.tenantId, tenantId), eq(erasedCandidates.candidateId, subjectId)));
  return rows.length > 0;
}

/** The candidate's submissions, locked; nothing will be sent for her from now on. The caller holds her lock. */
export async function eraseCandidate(tx: Tx, { tenantId, subjectId }: DataSubject, now: Date): Promise<SubmissionRow[]> {
  await tx.insert(erasedCandidates).values({ tenantId, candidateId: subjectId, erasedAt: now }).onConflictDoNothing();
  return tx
    .select()
    .from(submissions)
    .where(and(eq(submissions.tenantId, tenantId), eq(submissions.candidateId, subjectId)))
    .orderBy(asc(submissions.id))
    .for('update');
}

/** Free text about the person is gone from her submissions and accreditations; folio, standard, dates and states stay. */
export async function eraseReasons(tx: Tx, { tenantId, subjectId }: DataSubject): Promise<void> {
  await tx
    .update(submissions)
    .set({ rejectionReason: 'Suprimido.' })
    .where(and(eq(submissions.tenantId, tenantId), eq(submissions.candidateId, subjectId), eq(submissions.status, 'REJECTED')));
  await tx
    .update(accreditations)
    .set({ endReason: 'Suprimido.' })
    .where(
      and(eq(accreditations.tenantId, tenantId), eq(accreditations.personId, subjectId), isNotNull(accreditations.endReason)),
    );
}
