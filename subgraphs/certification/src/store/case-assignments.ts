import { caseAssigned, caseUnassigned } from '@academy/contracts';
import type { PageRequest } from '@academy/kernel';
import type { Tx } from '@academy/platform/db';
import { emit } from '@academy/platform/events';
import { newId } from '@academy/platform/ids';
import { and, desc, eq, getTableColumns, inArray, isNull, sql } from 'drizzle-orm';
import type { CaseDuty } from '../domain/case-assignment.ts';
import type { Assignee } from '../domain/visibility.ts';
import { caseAssignments } from '../tables/assignments.ts';
import { certifications } from '../tables/cases.ts';
import { casesOf } from './assigned.ts';
import { isAfterInstant } from './newest-first.ts';

export type AssignmentRow = typeof caseAssignments.$inferSelect;

/**
 * The person has the duty on the case from now on, and the other islands will hear of it. Answers the assignment's id. The caller holds the case's row lock and has
 * made sure that the duty is not taken: throws when it is.
 */
export async function addAssignment(
  tx: Tx,
  one: Pick<AssignmentRow, 'tenantId' | 'certificationId' | 'personId' | 'duty' | 'assignedBy' | 'assignedAt'> & {
    readonly candidateId: string;
  },
): Promise<string> {
  const { candidateId, ...columns } = one;
  const [row] = await tx
    .insert(caseAssignments)
    .values({ ...columns, id: newId() })
    .returning();
  if (row === undefined) throw new Error('An assignment was added and is not there.');
  await emit(tx, caseAssigned, told(row, candidateId, one.assignedAt));
  return row.id;
}

/** The assignment is over, and whoever watches by it is told so; nothing happens when it was over before. The caller holds the case's row lock. */
export async function endAssignment(
  tx: Tx,
  end: {
    readonly tenantId: string;
    readonly id: string;
    readonly candidateId: string;
    readonly endedBy: string | null;
    readonly now: Date;
  },
): Promise<void> {
  const { tenantId, id, endedBy, now } = end;
  const [row] = await tx
    .update(caseAssignments)
    .set({ endedBy, endedAt: now, version: sql`${caseAssignments.version} + 1` })
    .where(and(eq(caseAssignments.tenantId, tenantId), eq(caseAssignments.id, id), isNull(caseAssignments.endedAt)))
    .returning();
  if (row !== undefined) await emit(tx, caseUnassigned, told(row, end.candidateId, now));
}

/** Whether this person, or anybody when none is named, has the duty on the case now. */
export async function hasDuty(
  tx: Tx,
  asked: { tenantId: string; certificationId: string; duty: CaseDuty; personId: string | undefined },
): Promise<boolean> {
  const { tenantId, certificationId, duty, personId } = asked;
  const rows = await tx
    .select({ id: caseAssignments.id })
    .from(caseAssignments)
    .where(
      and(
        eq(caseAssignments.tenantId, tenantId),
        eq(caseAssignments.certificationId, certificationId),
        eq(caseAssignments.duty, duty),
        personId === undefined ? undefined : eq(caseAssignments.personId, personId),
        isNull(caseAssignments.endedAt),
      ),
    )
    .limit(1);
  return rows.length > 0;
}

/** The assignments with these ids, in no order. */
export function findAssignments(tx: Tx, ids: readonly string[]): Promise<AssignmentRow[]> {
  return tx.select().from(caseAssignments).where(inArray(caseAssignments.id, ids));
}

/** What a person is assigned to for a duty now. */
export function findLasting(tx: Tx, tenantId: string, personId: string, duty: CaseDuty): Promise<AssignmentRow[]> {
  return tx
    .select()
    .from(caseAssignments)
    .where(
      and(
        eq(caseAssignments.tenantId, tenantId),
        eq(caseAssignments.personId, personId),
        eq(caseAssignments.duty, duty),
        isNull(caseAssignments.endedAt),
      ),
    );
}

/** Of each case at most `page.size + 1` assignments after the page's cursor (assigned at, id), newest first, ended ones too. */
export async function findAssignmentPages(
  tx: Tx,
  certificationIds: readonly string[],
  page: PageRequest,
): Promise<AssignmentRow[]> {
  const { certificationId, assignedAt, id } = caseAssignments;
  const ranked = tx
    .select({
      ...getTableColumns(caseAssignments),
      rank: sql<number>`row_number() over (partition by ${certificationId} order by ${assignedAt} desc, ${id} desc)`.as('rank'),
    })
    .from(caseAssignments)
    .where(and(inArray(certificationId, certificationIds), isAfterInstant(page, assignedAt, id)))
    .as('ranked');
  const rows = await tx
    .select()
    .from(ranked)
    .where(sql`${ranked.rank} <= ${page.size + 1}`)
    .orderBy(desc(ranked.assignedAt), desc(ranked.id));
  return rows.map(({ rank: _rank, ...row }) => row);
}

/** Which of these people are candidates of a case that somebody is assigned to now. */
export function findAssignedCandidates(tx: Tx, personIds: readonly string[], assignee: Assignee): Promise<{ id: string }[]> {
  return tx
    .selectDistinct({ id: certifications.candidateId })
    .from(certifications)
    .where(and(inArray(certifications.candidateId, personIds), sql`${certifications.id} in ${casesOf(assignee)}`));
}

function told(row: AssignmentRow, candidateId: string, occurredAt: Date) {
  const { tenantId, id: assignmentId, certificationId, personId, duty, version } = row;
  const data = { assignmentId, certificationId, candidateId, personId, duty, version };
  return { tenantId, subject: certificationId, occurredAt, data };
}
