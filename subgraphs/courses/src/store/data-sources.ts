import type { DataSource } from '@academy/platform/data-subject';
import { and, asc, eq, gt, isNotNull, sql } from 'drizzle-orm';
import { assessmentAttempts, courses, enrollments, lessonCompletions, lessons } from '../tables.ts';

/** All that this island keeps of a person: her ways through courses, what she did in them, the courses that she teaches, and the learners whom she accompanies. */
export const dataSources: readonly DataSource[] = [
  {
    kind: 'enrollment',
    read: async (tx, { tenantId, subjectId }, { after, limit }) => {
      const rows = await tx
        .select({
          id: enrollments.id,
          courseId: enrollments.courseId,
          courseTitle: courses.title,
          standardCode: courses.standardCode,
          status: enrollments.status,
          progressPercent: enrollments.progressPercent,
          hasMentor: isNotNull(enrollments.mentorId),
          enrolledAt: enrollments.enrolledAt,
          completedAt: enrollments.completedAt,
        })
        .from(enrollments)
        .innerJoin(courses, and(eq(courses.tenantId, enrollments.tenantId), eq(courses.id, enrollments.courseId)))
        .where(
          and(
            eq(enrollments.tenantId, tenantId),
            eq(enrollments.learnerId, subjectId),
            after === undefined ? undefined : gt(enrollments.id, after),
          ),
        )
        .orderBy(asc(enrollments.id))
        .limit(limit);
      return rows.map((data) => ({ key: data.id, data }));
    },
  },
  {
    kind: 'lesson-completion',
    read: async (tx, { tenantId, subjectId }, { after, limit }) => {
      const key = sql<string>`${lessonCompletions.enrollmentId} || '/' || ${lessonCompletions.lessonId}`;
      const rows = await tx
        .select({
          key: key.as('key'),
          enrollmentId: lessonCompletions.enrollmentId,
          lessonTitle: lessons.title,
          completedAt: lessonCompletions.completedAt,
        })
        .from(lessonCompletions)
        .innerJoin(
          enrollments,
          and(eq(enrollments.tenantId, lessonCompletions.tenantId), eq(enrollments.id, lessonCompletions.enrollmentId)),
        )
        .innerJoin(lessons, and(eq(lessons.tenantId, lessonCompletions.tenantId), eq(lessons.id, lessonCompletions.lessonId)))
        .where(
          and(
            eq(enrollments.tenantId, tenantId),
            eq(enrollments.learnerId, subjectId),
            after === undefined ? undefined : sql`${key} > ${after}`,
          ),
        )
        .orderBy(asc(key))
        .limit(limit);
      return rows.map(({ key: place, ...data }) => ({ key: place, data }));
    },
  },
  {
    kind: 'assessment-attempt',
    read: async (tx, { tenantId, subjectId }, { after, limit }) => {
      const { id, enrollmentId, scorePercent, isPassed, reactivos, submittedAt } = assessmentAttempts;
      const rows = await tx
        .select({ id, enrollmentId, scorePercent, isPassed, reactivos, submittedAt })
        .from(assessmentAttempts)
        .innerJoin(enrollments, and(eq(enrollments.tenantId, assessmentAttempts.tenantId), eq(enrollments.id, enrollmentId)))
        .where(
          and(
            eq(enrollments.tenantId, tenantId),
            eq(enrollments.learnerId, subjectId),
            after === undefined ? undefined : gt(id, after),
          ),
        )
        .orderBy(asc(id))
        .limit(limit);
      return rows.map((data) => ({ key: data.id, data }));
    },
  },
  {
    kind: 'mentoring',
    read: async (tx, { tenantId, subjectId }, { after, limit }) => {
      const { id, courseId, status } = enrollments;
      const rows = await tx
        .select({ id, courseId, status })
        .from(enrollments)
        .where(
          and(
            eq(enrollments.tenantId, tenantId),
            eq(enrollments.mentorId, subjectId),
            after === undefined ? undefined : gt(id, after),
          ),
        )
        .orderBy(asc(id))
        .limit(limit);
      // The enrolment itself is the learner's.
      return rows.map(({ id: key, ...data }) => ({ key, data }));
    },
  },
  {
    kind: 'course-taught',
    read: async (tx, { tenantId, subjectId }, { after, limit }) => {
      const { id, slug, title, publishedAt } = courses;
      const rows = await tx
        .select({ id, slug, title, publishedAt })
        .from(courses)
        .where(
          and(
            eq(courses.tenantId, tenantId),
            eq(courses.instructorId, subjectId),
            after === undefined ? undefined : gt(id, after),
          ),
        )
        .orderBy(asc(id))
        .limit(limit);
      return rows.map((data) => ({ key: data.id, data }));
    },
  },
];
