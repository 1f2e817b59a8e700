import { lessonCompleted } from '@academy/contracts';
import { fail, ok, type Result } from '@academy/kernel';
import type { Tx } from '@academy/platform/db';
import { emit } from '@academy/platform/events';
import { admitLesson, type WrongState } from '../domain/enrollment.ts';
import { progressOf } from '../domain/progress.ts';
import { lessonsByIds } from './courses.ts';
import { lockEnrollment, setProgress } from './enrollments.ts';
import { insertLessonCompletion, isLessonDone, progressItemsOf } from './lesson-completions.ts';

export type LessonRefusal = { readonly kind: 'EnrollmentNotFound' } | { readonly kind: 'LessonNotFound' } | WrongState;

/**
 * The lesson is done in the learner's enrolment afterwards, progress counts it, and `lessonCompleted` is told, once. A lesson that was
 * done before changes nothing, whatever the state. The enrolment's row lock keeps two lessons at the same time from overwriting progress.
 */
export async function completeLesson(
  tx: Tx,
  call: { tenantId: string; learnerId: string; enrollmentId: string; lessonId: string; now: Date },
): Promise<Result<void, LessonRefusal>> {
  const { tenantId, learnerId, enrollmentId, lessonId, now } = call;
  const enrollment = await lockEnrollment(tx, enrollmentId, learnerId);
  if (enrollment === undefined) return fail({ kind: 'EnrollmentNotFound' });
  const { courseId } = enrollment;
  const [lesson] = await lessonsByIds(tx, [lessonId]);
  if (lesson === undefined || lesson.courseId !== courseId) return fail({ kind: 'LessonNotFound' });
  if (await isLessonDone(tx, enrollmentId, lessonId)) return ok(undefined);
  const admitted = admitLesson(enrollment.status);
  if (!admitted.ok) return admitted;
  await insertLessonCompletion(tx, { tenantId, enrollmentId, lessonId, completedAt: now });
  await setProgress(tx, enrollmentId, 100 * progressOf(await progressItemsOf(tx, enrollment)));
  await emit(tx, lessonCompleted, {
    tenantId,
    subject: enrollmentId,
    occurredAt: now,
    data: { enrollmentId, courseId, learnerId, lessonId },
  });
  return ok(undefined);
}
