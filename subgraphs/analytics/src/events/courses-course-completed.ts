import { courseCompleted } from '@academy/contracts';
import { reaction } from '@academy/platform/events';
import { recordFact } from '../store/facts.ts';
import { moveWatermark } from '../store/watermarks.ts';

/** A completed course is a fact; its score stays where it was earned. */
export const onCourseCompleted = reaction('course-completed', courseCompleted, async (tx, event) => {
  const { courseId, learnerId, enrollmentId } = event.data;
  await recordFact(tx, event, { kind: 'COURSE_COMPLETED', courseId, learnerId, objectId: enrollmentId });
  await moveWatermark(tx, 'courses', event);
});
