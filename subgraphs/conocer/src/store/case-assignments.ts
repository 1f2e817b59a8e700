import type { Persona, Principal } from '@academy/kernel';
import { personCentres } from '@academy/platform/centres';
import type { Tx } from '@academy/platform/db';
import { lt, type SQL, sql } from 'drizzle-orm';
import { caseAssignments } from '../tables/candidates.ts';
import { submissions } from '../tables/submissions.ts';

export type CaseAssignment = typeof caseAssignments.$inferInsert;

const DUTIES: Partial<Record<Persona, string>> = { evaluator: 'EVALUATOR', verifier: 'VERIFIER', auditor: 'AUDITOR' };

/** What is known of the assignment is this, unless something newer is known. */
export async function keepCaseAssignment(tx: Tx, assignment: CaseAssignment): Promise<void> {
  const { isEnded, version } = assignment;
  await tx
    .insert(caseAssignments)
    .values(assignment)
    .onConflictDoUpdate({
      target: [caseAssignments.tenantId, caseAssignments.id],
      set: { isEnded, version },
      setWhere: lt(caseAssignments.version, version),
    });
}

/** Whether the viewer, under her persona, is assigned now to the case of a submission, or an admin of the centre that it was opened in. */
export function isAssigned(viewer: Principal): SQL<boolean> {
  if (viewer.kind === 'user' && viewer.persona === 'centre_admin') {
    const centre = sql`(select stands.centre_id from ${personCentres} stands where stands.user_id = ${viewer.userId})`;
    return sql<boolean>`${submissions}.centre_id is not distinct from ${centre}`;
  }
  const duty = viewer.kind === 'user' ? DUTIES[viewer.persona] : undefined;
  if (viewer.kind !== 'user' || duty === undefined) return sql<boolean>`false`;
  return sql<boolean>`exists (select from ${caseAssignments} assigned where assigned.person_id = ${viewer.userId} and assigned.duty = ${duty}
    and not assigned.is_ended and assigned.certification_id = ${submissions}.certification_id)`;
}
