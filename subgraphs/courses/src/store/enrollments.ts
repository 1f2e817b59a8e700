import type { PageRequest } from '@academy/kernel';
import { personCentres } from '@academy/platform/centres';
import type { Tx } from '@academy/platform/db';
import { and, asc, desc, eq, inArray, lte, ne, or, type SQL, sql } from 'drizzle-orm';
import type { EnrollmentStatus } from '../domain/enrollment.ts';
import type { Listed } from '../domain/viewing.ts';
import { courses, enrollments } from '../tables.ts';

/** An enrolment with the instructor of its course and its mentor: all that decides who may see it. */
export type EnrollmentRow = {
  readonly id: string;
  readonly courseId: string;
  readonly learnerId: string;
  readonly instructorId: string;
  /** Who accompanies her through it; null: nobody. */
  readonly mentorId: string | null;
  readonly status: EnrollmentStatus;
  readonly progressPercent: number;
  readonly enrolledAt: Date;
  readonly completedAt: Date | null;
};

/** An enrolment as one viewer asks for it. */
export type SeenEnrollmentRow = EnrollmentRow & {
  /** Whether the viewer is an admin of the centre that the learner stands in. */
  readonly isOfViewersCentre: boolean;
};

const columns = {
  id: enrollments.id,
  courseId: enrollments.courseId,
  learnerId: enrollments.learnerId,
  instructorId: courses.instructorId,
  mentorId: enrollments.mentorId,
  status: enrollments.status,
  progressPercent: enrollments.progressPercent,
  enrolledAt: enrollments.enrolledAt,
  completedAt: enrollments.completedAt,
};

const ofItsCourse = and(eq(courses.tenantId, enrollments.tenantId), eq(courses.id, enrollments.courseId));

/** Enrolments by id, whoever may see them. */
export async function enrollmentsByIds(tx: Tx, ids: readonly string[]): Promise<EnrollmentRow[]> {
  return tx.select(columns).from(enrollments).innerJoin(courses, ofItsCourse).where(inArray(enrollments.id, ids));
}

/** The same page of each of these learners' enrolments, newest first: up to `page.size + 1` a learner after `page.after` (instant, id). */
export async function enrollmentsOfLearners(tx: Tx, learnerIds: readonly string[], page: PageRequest): Promise<EnrollmentRow[]> {
  const isAfter =
    page.after === undefined
      ? undefined
      : sql`(${enrollments.enrolledAt}, ${enrollments.id}) < (${page.after[0]}::timestamptz, ${page.after[1]}::uuid)`;
  const ranked = tx
    .select({
      ...columns,
      rank: sql<number>`row_number() over (partition by ${enrollments.learnerId} order by ${enrollments.enrolledAt} desc, ${enrollments.id} desc)`.as(
        'rank',
      ),
    })
    .from(enrollments)
    .innerJoin(courses, ofItsCourse)
    .where(and(inArray(enrollments.learnerId, learnerIds), isAfter))
    .as('ranked');
  return tx
    .select()
    .from(ranked)
    .where(lte(ranked.rank, page.size + 1))
    .orderBy(asc(ranked.learnerId), desc(ranked.enrolledAt), desc(ranked.id));
}

/** Up to `page.size + 1` enrolments of those that are listed, newest first, after `page.after` (instant, id). */
export async function enrollmentsListed(tx: Tx, listed: Listed, page: PageRequest): Promise<EnrollmentRow[]> {
  const isAfter =
    page.after === undefined
      ? undefined
      : sql`(${enrollments.enrolledAt}, ${enrollments.id}) < (${page.after[0]}::timestamptz, ${page.after[1]}::uuid)`;
  return tx
    .select(columns)
    .from(enrollments)
    .innerJoin(courses, ofItsCourse)
    .where(and(isListed(listed), isAfter))
    .orderBy(desc(enrollments.enrolledAt), desc(enrollments.id))
    .limit(page.size + 1);
}

function isListed(listed: Listed): SQL | undefined {
  if (listed.kind === 'all') return undefined;
  if (listed.kind === 'centre') {
    const centre = sql`(select stands.centre_id from ${personCentres} stands where stands.user_id = ${enrollments.learnerId})`;
    return or(eq(enrollments.learnerId, listed.userId), sql`${centre} is not distinct from ${listed.centreId}::uuid`);
  }
  const own = eq(enrollments.learnerId, listed.userId);
  if (listed.as === 'instructor') return or(own, eq(courses.instructorId, listed.userId));
  if (listed.as === null) return own;
  // By the ids of a union, so that a mentor's few are not looked for among all of the tenant's.
  return sql`${enrollments.id} in (select one.id from ${enrollments} one where one.learner_id = ${listed.userId}
    union select one.id from ${enrollments} one where one.mentor_id = ${listed.userId})`;
}

/** Courses' instructors, and whether this viewer has an enrolment in them that was not given up. */
export async function viewerStandings(
  tx: Tx,
  courseIds: readonly string[],
  viewerId: string,
): Promise<{ courseId: string; instructorId: string; isEnrolled: boolean }[]> {
  const ofViewer = and(
    eq(enrollments.tenantId, courses.tenantId),
    eq(enrollments.courseId, courses.id),
    eq(enrollments.learnerId, viewerId),
    ne(enrollments.status, 'CANCELLED'),
  );
  return tx
    .select({ courseId: courses.id, instructorId: courses.instructorId, isEnrolled: sql<boolean>`${enrollments.id} is not null` })
    .from(courses)
    .leftJoin(enrollments, ofViewer)
    .where(inArray(courses.id, courseIds));
}

/** What a learner's mutation needs to know of her enrolment. */
export type LockedEnrollment = { readonly id: string; readonly courseId: string; readonly status: EnrollmentStatus };

/** The learner's enrolment, locked until the transaction ends; undefined when she has none of this id. */
export async function lockEnrollment(tx: Tx, id: string, learnerId: string): Promise<LockedEnrollment | undefined> {
  const [row] = await tx
    .select({ id: enrollments.id, courseId: enrollments.courseId, status: enrollments.status })
    .from(enrollments)
    .where(and(eq(enrollments.id, id), eq(enrollments.learnerId, learnerId)))
    .for('update');
  return row;
}

/** Adds an ACTIVE enrolment; false when the learner has one in this course that was not given up. Waits for another that is under way. */
export async function insertEnrollment(
  tx: Tx,
  row: { tenantId: string; id: string; courseId: string; learnerId: string; enrolledAt: Date },
): Promise<boolean> {
  const inserted = await tx.insert(enrollments).values(row).onConflictDoNothing().returning({ id: enrollments.id });
  return inserted.length > 0;
}

/** The learner's enrolment in a course that was not given up. */
export async function currentEnrollment(
  tx: Tx,
  courseId: string,
  learnerId: string,
): Promise<{ id: string; enrolledAt: Date } | undefined> {
  const [row] = await tx
    .select({ id: enrollments.id, enrolledAt: enrollments.enrolledAt })
    .from(enrollments)
    .where(and(eq(enrollments.courseId, courseId), eq(enrollments.learnerId, learnerId), ne(enrollments.status, 'CANCELLED')));
  return row;
}

/** Records how far a learner is, 0 to 100. The caller holds the row's lock. */
export async function setProgress(tx: Tx, id: string, progressPercent: number): Promise<void> {
  await tx.update(enrollments).set({ progressPercent }).where(eq(enrollments.id, id));
}

/** Records that the course is completed. The caller holds the row's lock. */
export async function setCompleted(tx: Tx, id: string, completedAt: Date): Promise<void> {
  await tx.update(enrollments).set({ status: 'COMPLETED', completedAt, progressPercent: 100 }).where(eq(enrollments.id, id));
}
