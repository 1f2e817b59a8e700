import { certificationStatusChanged } from '@academy/contracts';
import { ok, type Result } from '@academy/kernel';
import { sagas, type Tx } from '@academy/platform/db';
import { emit } from '@academy/platform/events';
import { derivedId, newId } from '@academy/platform/ids';
import { and, eq } from 'drizzle-orm';
import { attemptOf, type Case, type CaseCommand, type CaseRefusal, isOpen, transition } from '../domain/case.ts';
import { standardMajorOf } from '../domain/standard-major.ts';
import { certificationEvents, certifications } from '../tables.ts';
import { caseOf } from './case-row.ts';
import type { CompletionRow } from './completion.ts';

export type CertificationRow = typeof certifications.$inferSelect;

/** Name of the saga that works for a case; its subject is the case's id. */
export const SAGA_NAME = 'certification';

/**
 * A case is open for this completion, in REGISTERED, with its first history entry and its event. Undefined when the candidate has an open case
 * for the same standard already: nothing changes.
 */
export async function openCase(tx: Tx, completion: CompletionRow, now: Date): Promise<CertificationRow | undefined> {
  const { tenantId, standardCode } = completion;
  const [row] = await tx
    .insert(certifications)
    .values({
      tenantId,
      id: newId(),
      candidateId: completion.learnerId,
      courseId: completion.courseId,
      courseTitle: completion.courseTitle,
      enrollmentId: completion.enrollmentId,
      instructorId: completion.instructorId,
      standardCode,
      standardMajor: standardCode === null ? null : standardMajorOf(standardCode),
      status: 'REGISTERED',
      isOpen: true,
      seq: 1,
      openedAt: now,
      changedAt: now,
    })
    .onConflictDoNothing()
    .returning();
  if (row !== undefined) await recordEntry(tx, row, null, {});
  return row;
}

/**
 * The case has taken the step that the command leads to: state, version, history entry `seq + 1` and event in one. Or it stays as it is, and why.
 * The saga's row is locked before the case's, as the engine does it, so that the two never wait for each other.
 * `detail` is what the step rests on. Throws when the tenant has no such case.
 */
export async function applyTransition(
  tx: Tx,
  change: {
    tenantId: string;
    certificationId: string;
    command: CaseCommand;
    detail?: Readonly<Record<string, unknown>>;
    now: Date;
  },
): Promise<Result<CertificationRow, CaseRefusal>> {
  const row = await lockCase(tx, change.tenantId, change.certificationId);
  const decided = transition(caseOf(row), change.command);
  if (!decided.ok) return decided;
  const { next } = decided.value;
  const [changed] = await tx
    .update(certifications)
    .set({ ...columnsOf(next, row), seq: row.seq + 1, version: row.version + 1, changedAt: change.now })
    .where(and(eq(certifications.tenantId, row.tenantId), eq(certifications.id, row.id), eq(certifications.version, row.version)))
    .returning();
  if (changed === undefined) throw new Error('A case changed while its row was locked.');
  await recordEntry(tx, changed, row.status, change.detail ?? {});
  return ok(changed);
}

/** The case, locked until the transaction ends, after the saga that works for it. Throws when the tenant has no such case. */
export async function lockCase(tx: Tx, tenantId: string, certificationId: string): Promise<CertificationRow> {
  await tx
    .select({ id: sagas.id })
    .from(sagas)
    .where(and(eq(sagas.tenantId, tenantId), eq(sagas.name, SAGA_NAME), eq(sagas.subject, certificationId)))
    .for('update');
  const [row] = await tx
    .select()
    .from(certifications)
    .where(and(eq(certifications.tenantId, tenantId), eq(certifications.id, certificationId)))
    .for('update');
  if (row === undefined) throw new Error(`There is no certification ${certificationId} in this tenant.`);
  return row;
}

/** The columns that a phase decides. The reason of a rejection stays known when the case is closed for it. */
function columnsOf(next: Case, row: CertificationRow) {
  return {
    status: next.status,
    isOpen: isOpen(next),
    attempt: 'attempt' in next ? attemptOf(next) : row.attempt,
    hold: next.status === 'SUBMISSION_PREPARED' ? next.hold : null,
    missedCriteria: next.status === 'SUBMISSION_PREPARED' ? [...next.missedCriteria] : [],
    officialFolio: next.status === 'ISSUED' ? next.officialFolio : null,
    rejectionReason: next.status === 'REJECTED' || next.status === 'CLOSED' ? next.reason : null,
    isCorrectable: next.status === 'REJECTED' ? next.isCorrectable : null,
  };
}

/** History entry and event of the state that the row is in now. */
async function recordEntry(
  tx: Tx,
  row: CertificationRow,
  previousStatus: CertificationRow['status'] | null,
  detail: Readonly<Record<string, unknown>>,
): Promise<void> {
  const { tenantId, id: certificationId, seq, status, hold, changedAt } = row;
  const id = entryId(certificationId, seq);
  await tx
    .insert(certificationEvents)
    .values({ tenantId, certificationId, seq, id, previousStatus, status, hold, detail, occurredAt: changedAt });
  const { candidateId, courseId, enrollmentId, standardCode } = row;
  await emit(tx, certificationStatusChanged, {
    tenantId,
    id,
    subject: certificationId,
    occurredAt: changedAt,
    data: { certificationId, seq, previousStatus, status, hold, candidateId, courseId, enrollmentId, standardCode },
  });
}

/** Id of a history entry and of the event that tells of it: always the same for one case and number. */
export function entryId(certificationId: string, seq: number): string {
  return derivedId(certificationId, `seq:${seq}`);
}
