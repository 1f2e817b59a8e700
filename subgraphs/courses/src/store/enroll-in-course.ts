import { enrollmentStarted } from '@academy/contracts';
import { fail, ok, type Result } from '@academy/kernel';
import type { Tx } from '@academy/platform/db';
import { emit } from '@academy/platform/events';
import { newId } from '@academy/platform/ids';
import { coursesByIds } from './courses.ts';
import { currentEnrollment, insertEnrollment } from './enrollments.ts';

export type EnrollRefusal =
  | { readonly kind: 'CourseNotFound' }
  | { readonly kind: 'AlreadyEnrolled'; readonly enrollmentId: string; readonly since: string };

/**
 * The learner is enrolled in a published course afterwards, and `enrollmentStarted` is told; gives the enrolment's id. Of two calls at
 * the same time one enrols, and the other is refused with the enrolment of the first.
 */
export async function enrollInCourse(
  tx: Tx,
  call: { tenantId: string; learnerId: string; courseId: string; now: Date },
): Promise<Result<{ readonly enrollmentId: string }, EnrollRefusal>> {
  const { tenantId, learnerId, courseId, now } = call;
  const [course] = await coursesByIds(tx, [courseId]);
  if (course === undefined || course.publishedAt === null) return fail({ kind: 'CourseNotFound' });
  const enrollmentId = newId();
  if (!(await insertEnrollment(tx, { tenantId, id: enrollmentId, courseId, learnerId, enrolledAt: now }))) {
    const current = await currentEnrollment(tx, courseId, learnerId);
    if (current === undefined) throw new Error('An enrolment was refused as the second one, yet there is no first.');
    return fail({ kind: 'AlreadyEnrolled', enrollmentId: current.id, since: current.enrolledAt.toISOString() });
  }
  await emit(tx, enrollmentStarted, {
    tenantId,
    subject: enrollmentId,
    occurredAt: now,
    data: { enrollmentId, courseId, learnerId, instructorId: course.instructorId, standardCode: course.standardCode },
  });
  return ok({ enrollmentId });
}
