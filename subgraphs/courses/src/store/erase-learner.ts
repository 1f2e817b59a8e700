import type { DataSubject } from '@academy/platform/data-subject';
import type { Tx } from '@academy/platform/db';
import { and, eq, inArray } from 'drizzle-orm';
import { assessmentAttempts, enrollments, lessonCompletions } from '../tables.ts';

/**
 * Of the person's ways through courses only the fact, the state and the dates are left: which lessons and how well is gone, and what she had not finished is given
 * up. Courses that she teaches stay: they are the academy's.
 */
export async function eraseLearner(tx: Tx, { tenantId, subjectId }: DataSubject): Promise<void> {
  const hers = and(eq(enrollments.tenantId, tenantId), eq(enrollments.learnerId, subjectId));
  // Whoever was about to finish a lesson waits, and then finds the enrolment given up.
  const ids = (await tx.select({ id: enrollments.id }).from(enrollments).where(hers).for('update')).map(({ id }) => id);
  if (ids.length === 0) return;
  const ofThem = {
    completions: inArray(lessonCompletions.enrollmentId, ids),
    attempts: inArray(assessmentAttempts.enrollmentId, ids),
  };
  await tx.delete(lessonCompletions).where(and(eq(lessonCompletions.tenantId, tenantId), ofThem.completions));
  await tx.delete(assessmentAttempts).where(and(eq(assessmentAttempts.tenantId, tenantId), ofThem.attempts));
  await tx
    .update(enrollments)
    .set({ status: 'CANCELLED', progressPercent: 0 })
    .where(and(hers, eq(enrollments.status, 'ACTIVE')));
}
