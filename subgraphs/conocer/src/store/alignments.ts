import type { Tx } from '@academy/platform/db';
import { and, asc, eq, gt, inArray, ne } from 'drizzle-orm';
import { alignments } from '../tables/courses.ts';
import { type StandardRow, standards } from '../tables/standards.ts';

/** A course is aligned to this one standard afterwards, or to none (null). */
export async function alignCourse(
  tx: Tx,
  course: { tenantId: string; courseId: string; standardCode: string | null; alignedAt: Date },
): Promise<void> {
  const { tenantId, courseId, standardCode, alignedAt } = course;
  const isOfCourse = and(eq(alignments.tenantId, tenantId), eq(alignments.courseId, courseId));
  await tx
    .delete(alignments)
    .where(standardCode === null ? isOfCourse : and(isOfCourse, ne(alignments.standardCode, standardCode)));
  if (standardCode === null) return;
  await tx.insert(alignments).values({ tenantId, courseId, standardCode, alignedAt }).onConflictDoNothing();
}

/** The standards of each of these courses, by code. */
export function findCourseStandards(
  tx: Tx,
  tenantId: string,
  courseIds: readonly string[],
): Promise<{ courseId: string; standard: StandardRow }[]> {
  return tx
    .select({ courseId: alignments.courseId, standard: standards })
    .from(alignments)
    .innerJoin(standards, eq(standards.code, alignments.standardCode))
    .where(and(eq(alignments.tenantId, tenantId), inArray(alignments.courseId, [...courseIds])))
    .orderBy(asc(standards.code));
}

/** Ids of the tenant's courses that are aligned to this standard, in order, after `afterCourseId`. */
export async function findAlignedCourses(
  tx: Tx,
  page: { tenantId: string; code: string; afterCourseId: string | null; limit: number },
): Promise<string[]> {
  const { tenantId, code, afterCourseId, limit } = page;
  const rows = await tx
    .select({ courseId: alignments.courseId })
    .from(alignments)
    .where(
      and(
        eq(alignments.tenantId, tenantId),
        eq(alignments.standardCode, code),
        afterCourseId === null ? undefined : gt(alignments.courseId, afterCourseId),
      ),
    )
    .orderBy(asc(alignments.courseId))
    .limit(limit);
  return rows.map(({ courseId }) => courseId);
}
