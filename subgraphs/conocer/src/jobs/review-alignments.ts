import { alignmentAffected } from '@academy/contracts';
import { emit } from '@academy/platform/events';
import { derivedId } from '@academy/platform/ids';
import { finishJob, job, scheduleJob } from '@academy/platform/jobs';
import type { Worker } from '../services.ts';
import { findAlignedCourses } from '../store/alignments.ts';
import { findStandardByCode } from '../store/standards.ts';
import { type ReviewWork, reviewAlignments } from './sync-work.ts';

/** Courses looked at in one transaction. */
const BATCH = 100;

/**
 * Of each of the tenant's courses that is aligned to the standard it is told that the standard is no longer in force: once for each change of the register.
 * Nothing is told when the standard is in force again by now.
 */
export const reviewAlignmentsJob = job<Worker, ReviewWork>(reviewAlignments, async (work, { database, clock }) => {
  const { tenantId, key } = work;
  const { code, number, afterCourseId } = work.payload;
  const occurredAt = clock.now();
  await database.inTenant(tenantId, 'write', async (tx) => {
    const standard = await findStandardByCode(tx, code);
    if (standard === undefined || standard.status === 'ACTIVE') return finishJob(tx, reviewAlignments, tenantId, key);
    const { status, supersededBy } = standard;
    const courseIds = await findAlignedCourses(tx, { tenantId, code, afterCourseId, limit: BATCH });
    for (const courseId of courseIds) {
      const id = derivedId(courseId, `alignment-affected:${number}`);
      const data = { courseId, standardCode: code, status, supersededBy };
      await emit(tx, alignmentAffected, { id, tenantId, subject: courseId, occurredAt, data });
    }
    const last = courseIds.at(-1);
    if (last === undefined || courseIds.length < BATCH) return finishJob(tx, reviewAlignments, tenantId, key);
    const payload = { code, number, afterCourseId: last };
    await scheduleJob(tx, reviewAlignments, { tenantId, key, payload, dueAt: occurredAt });
  });
});
