import { openCase } from '@academy/certification/case-changes';
import { addCompletion } from '@academy/certification/completions';
import { seededCourses } from '@academy/courses/seed';
import { systemClock } from '@academy/kernel';
import type { Database } from '@academy/platform/db';
import { newId } from '@academy/platform/ids';
import { type TenantSlug, tenantIdOf, userIdOf } from '@academy/testing/people';
import type { MovableCase } from './move-case.ts';

/**
 * A case in REGISTERED of a learner of the seed for a course that she completed, as the island opens it; no saga works for it, so that triggers alone
 * move it. The course is aligned to a standard that the authority knows. Throws when she has an open case for it.
 */
export async function openMovableCase(
  database: Database,
  of: { tenant: TenantSlug; learner: string; course: string },
): Promise<MovableCase> {
  const tenantId = tenantIdOf(of.tenant);
  const course = seededCourses(of.tenant).find(({ slug }) => slug === of.course);
  if (course === undefined) throw new Error(`${of.tenant} has no course ${of.course}.`);
  const completion = {
    tenantId,
    enrollmentId: newId(),
    courseId: course.id,
    courseTitle: course.title,
    learnerId: userIdOf(of.tenant, of.learner),
    instructorId: userIdOf(of.tenant, of.tenant === 'raices' ? 'ines' : 'irene'),
    standardCode: course.standardCode,
    scorePercent: 90,
    minimumScorePercent: 80,
    reactivos: [],
    completedAt: systemClock.now(),
  };
  const row = await database.inTenant(tenantId, 'write', async (tx) => {
    await addCompletion(tx, completion);
    return openCase(tx, completion, systemClock.now());
  });
  if (row === undefined) throw new Error(`${of.learner} has an open case for ${course.standardCode ?? of.course}.`);
  return { tenantId, id: row.id };
}
