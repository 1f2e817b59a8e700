import type { Persona, Principal } from '@academy/kernel';
import type { Tx } from '@academy/platform/db';
import { lt, type SQL, type SQLWrapper, sql } from 'drizzle-orm';
import { assignments, teachings } from '../tables/people.ts';

/** The persona under which somebody with a duty on a case works with its candidate. */
export const PERSONA_OF_DUTY = { EVALUATOR: 'evaluator', VERIFIER: 'verifier', AUDITOR: 'auditor' } as const;

export type Assignment = typeof assignments.$inferInsert;

/** What is known of who is assigned is this, unless something newer of the same source is known. */
export async function keepAssignment(tx: Tx, assignment: Assignment): Promise<void> {
  const { personId, persona, subjectId, version } = assignment;
  await tx
    .insert(assignments)
    .values(assignment)
    .onConflictDoUpdate({
      target: [assignments.tenantId, assignments.sourceId],
      set: { personId, persona, subjectId, version },
      setWhere: lt(assignments.version, version),
    });
}

/** Personas that see the people whom they are assigned to, by cases or by enrolments. */
const BY_ASSIGNMENT: ReadonlySet<Persona> = new Set<Persona>(['evaluator', 'verifier', 'auditor', 'mentor']);

/**
 * Whether the viewer, under her persona, works with the person whom a column names: an instructor teaches or taught her; a mentor accompanies her; an evaluator,
 * verifier or auditor is assigned to a case of hers now.
 */
export function isAssignedTo(viewer: Principal, subjectId: SQLWrapper): SQL<boolean> {
  if (viewer.kind !== 'user') return sql<boolean>`false`;
  const { persona, userId } = viewer;
  if (persona === 'instructor') {
    return sql<boolean>`exists (select from ${teachings} where ${teachings.instructorId} = ${userId} and ${teachings.learnerId} = ${subjectId})`;
  }
  if (!BY_ASSIGNMENT.has(persona)) return sql<boolean>`false`;
  return sql<boolean>`exists (select from ${assignments} where ${assignments.personId} = ${userId} and ${assignments.persona} = ${persona}
    and ${assignments.subjectId} = ${subjectId})`;
}
