import { alignmentAffected, courseStandardOutdated } from '@academy/contracts';
import { emit, type Reaction, reaction } from '@academy/platform/events';
import { derivedId } from '@academy/platform/ids';
import { coursesByIds } from '../store/courses.ts';

/**
 * Whoever teaches the course is to hear that its standard is no longer in force. Nothing is told when its author has named another standard since, or
 * there is no such course.
 */
export const onAlignmentAffected: Reaction<unknown> = reaction('alignment-affected', alignmentAffected, async (tx, event) => {
  const { tenantId, id, occurredAt, data } = event;
  const { courseId, standardCode, status, supersededBy } = data;
  const [course] = await coursesByIds(tx, [courseId]);
  if (course === undefined || course.standardCode !== standardCode) return;
  await emit(tx, courseStandardOutdated, {
    id: derivedId(id, 'course-standard-outdated'),
    tenantId,
    subject: courseId,
    occurredAt: new Date(occurredAt),
    data: { courseId, courseTitle: course.title, instructorId: course.instructorId, standardCode, status, supersededBy },
  });
});
