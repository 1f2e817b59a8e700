import type { Principal } from '@academy/kernel';
import type { Tx } from '@academy/platform/db';
import { and, asc, desc, eq, getTableColumns, gt, inArray, isNull, ne } from 'drizzle-orm';
import type { GateDecision } from '../domain/compliance-gate.ts';
import type { Submission } from '../domain/submission.ts';
import { type SubmissionRow, submissions } from '../tables/submissions.ts';
import { isAssigned } from './case-assignments.ts';
import { columnsOf } from './submission-state.ts';

export type { SubmissionRow } from '../tables/submissions.ts';

/** A submission, and whether the viewer who asked for it is assigned to its case, or an admin of its centre, now. */
export type SeenSubmission = SubmissionRow & { readonly isAssigned: boolean };

/** What a case asks to have submitted. */
export type SubmissionOrder = Pick<
  SubmissionRow,
  | 'tenantId'
  | 'id'
  | 'certificationId'
  | 'caseAttempt'
  | 'candidateId'
  | 'centreId'
  | 'lotId'
  | 'courseId'
  | 'standardCode'
  | 'certificateFolio'
  | 'authority'
  | 'evaluatedOn'
>;

/** Business key under which the authority knows a submission: unique per case and attempt, and the same in every retry. */
export function externalRefOf(row: Pick<SubmissionRow, 'tenantId' | 'certificationId' | 'caseAttempt'>): string {
  return `${row.tenantId}:${row.certificationId}:${row.caseAttempt}`;
}

/** Adds a submission; undefined when the case has one for this attempt already. */
export async function insertSubmission(
  tx: Tx,
  order: SubmissionOrder,
  initial: { submission: Submission; gate: GateDecision; now: Date },
): Promise<SubmissionRow | undefined> {
  const { submission, gate, now } = initial;
  const [row] = await tx
    .insert(submissions)
    .values({ ...order, ...columnsOf(submission), gate, requestedAt: now, changedAt: now })
    .onConflictDoNothing({ target: [submissions.tenantId, submissions.certificationId, submissions.caseAttempt] })
    .returning();
  return row;
}

export async function findSubmission(tx: Tx, tenantId: string, id: string): Promise<SubmissionRow | undefined> {
  const [row] = await tx.select().from(submissions).where(byId(tenantId, id));
  return row;
}

/** The submission, locked until the transaction ends: every change of one begins here. */
export async function lockSubmission(tx: Tx, tenantId: string, id: string): Promise<SubmissionRow | undefined> {
  const [row] = await tx.select().from(submissions).where(byId(tenantId, id)).for('update');
  return row;
}

/** The submissions of a case, every attempt, locked until the transaction ends. */
export function lockSubmissionsOf(tx: Tx, tenantId: string, certificationId: string): Promise<SubmissionRow[]> {
  return tx
    .select()
    .from(submissions)
    .where(and(eq(submissions.tenantId, tenantId), eq(submissions.certificationId, certificationId)))
    .orderBy(asc(submissions.caseAttempt))
    .for('update');
}

export async function updateSubmission(
  tx: Tx,
  row: Pick<SubmissionRow, 'tenantId' | 'id'>,
  changes: Partial<Omit<SubmissionRow, 'tenantId' | 'id'>>,
): Promise<SubmissionRow> {
  const [updated] = await tx.update(submissions).set(changes).where(byId(row.tenantId, row.id)).returning();
  if (updated === undefined) throw new Error(`The submission ${row.id} was locked and is gone.`);
  return updated;
}

/** The newest submission of each of these cases. */
export function findLatestSubmissions(tx: Tx, viewer: Principal, certificationIds: readonly string[]): Promise<SeenSubmission[]> {
  const { tenantId } = viewer;
  return tx
    .selectDistinctOn([submissions.certificationId], { ...getTableColumns(submissions), isAssigned: isAssigned(viewer) })
    .from(submissions)
    .where(and(eq(submissions.tenantId, tenantId), inArray(submissions.certificationId, [...certificationIds])))
    .orderBy(asc(submissions.certificationId), desc(submissions.caseAttempt));
}

/** Ids of submissions that the gate holds back, in order, after `afterId`. */
export async function findHeldIds(tx: Tx, tenantId: string, afterId: string | null, limit: number): Promise<string[]> {
  const rows = await tx
    .select({ id: submissions.id })
    .from(submissions)
    .where(
      and(
        eq(submissions.tenantId, tenantId),
        eq(submissions.status, 'HELD'),
        afterId === null ? undefined : gt(submissions.id, afterId),
      ),
    )
    .orderBy(asc(submissions.id))
    .limit(limit);
  return rows.map(({ id }) => id);
}

/** Submissions with an official certificate that is not revoked, in order of their ids, after `afterId`. */
export function findApproved(tx: Tx, tenantId: string, afterId: string | null, limit: number): Promise<SubmissionRow[]> {
  return tx
    .select()
    .from(submissions)
    .where(
      and(
        eq(submissions.tenantId, tenantId),
        eq(submissions.status, 'APPROVED'),
        isNull(submissions.certificateRevokedAt),
        afterId === null ? undefined : gt(submissions.id, afterId),
      ),
    )
    .orderBy(asc(submissions.id))
    .limit(limit);
}

/** True when another submission of the tenant has this official folio: a folio belongs to one certificate. */
export async function isFolioOfAnother(tx: Tx, tenantId: string, id: string, officialFolio: string): Promise<boolean> {
  const [row] = await tx
    .select({ id: submissions.id })
    .from(submissions)
    .where(and(eq(submissions.tenantId, tenantId), eq(submissions.officialFolio, officialFolio), ne(submissions.id, id)))
    .limit(1);
  return row !== undefined;
}

function byId(tenantId: string, id: string) {
  return and(eq(submissions.tenantId, tenantId), eq(submissions.id, id));
}
