import type { Tx } from '@academy/platform/db';
import { and, asc, eq, inArray } from 'drizzle-orm';
import type { ProgressItem } from '../domain/progress.ts';
import { lessonCompletions, lessons, modules } from '../tables.ts';
import type { LessonRow } from './courses.ts';

/** Records that a lesson is done; false when it was before. */
export async function insertLessonCompletion(
  tx: Tx,
  row: { tenantId: string; enrollmentId: string; lessonId: string; completedAt: Date },
): Promise<boolean> {
  const inserted = await tx
    .insert(lessonCompletions)
    .values(row)
    .onConflictDoNothing()
    .returning({ lessonId: lessonCompletions.lessonId });
  return inserted.length > 0;
}

/** Whether a lesson is done. */
export async function isLessonDone(tx: Tx, enrollmentId: string, lessonId: string): Promise<boolean> {
  const rows = await tx
    .select({ lessonId: lessonCompletions.lessonId })
    .from(lessonCompletions)
    .where(and(eq(lessonCompletions.enrollmentId, enrollmentId), eq(lessonCompletions.lessonId, lessonId)));
  return rows.length > 0;
}

/** The lessons that are done in these enrolments, in teaching order. */
export async function completedLessonsOf(
  tx: Tx,
  enrollmentIds: readonly string[],
): Promise<(LessonRow & { enrollmentId: string })[]> {
  return tx
    .select({
      enrollmentId: lessonCompletions.enrollmentId,
      id: lessons.id,
      courseId: lessons.courseId,
      moduleId: lessons.moduleId,
      title: lessons.title,
      minutes: lessons.minutes,
      isRequired: lessons.isRequired,
    })
    .from(lessonCompletions)
    .innerJoin(lessons, and(eq(lessons.tenantId, lessonCompletions.tenantId), eq(lessons.id, lessonCompletions.lessonId)))
    .innerJoin(modules, and(eq(modules.tenantId, lessons.tenantId), eq(modules.id, lessons.moduleId)))
    .where(inArray(lessonCompletions.enrollmentId, enrollmentIds))
    .orderBy(asc(modules.position), asc(lessons.position));
}

/** All lessons of a course, in teaching order, and which of them are done in an enrolment. A lesson weighs its minutes. */
export async function progressItemsOf(tx: Tx, enrollment: { id: string; courseId: string }): Promise<ProgressItem[]> {
  const ofEnrollment = and(
    eq(lessonCompletions.tenantId, lessons.tenantId),
    eq(lessonCompletions.lessonId, lessons.id),
    eq(lessonCompletions.enrollmentId, enrollment.id),
  );
  const rows = await tx
    .select({
      id: lessons.id,
      isRequired: lessons.isRequired,
      minutes: lessons.minutes,
      completedAt: lessonCompletions.completedAt,
    })
    .from(lessons)
    .innerJoin(modules, and(eq(modules.tenantId, lessons.tenantId), eq(modules.id, lessons.moduleId)))
    .leftJoin(lessonCompletions, ofEnrollment)
    .where(eq(lessons.courseId, enrollment.courseId))
    .orderBy(asc(modules.position), asc(lessons.position));
  return rows.map(({ id, isRequired, minutes, completedAt }) => ({
    id,
    isRequired,
    weight: minutes,
    completion: completedAt === null ? 0 : 1,
    isWaived: false,
  }));
}
