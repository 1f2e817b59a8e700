import { courseCompleted } from '@academy/contracts';
import { type Reaction, reaction } from '@academy/platform/events';
import { countFact } from '../count-facts.ts';
import { moveWatermark } from '../store/watermarks.ts';
import type { AnalyticsWorker } from '../worker-context.ts';

/** A completed course is a fact; its score stays where it was earned. */
export const onCourseCompleted: Reaction<AnalyticsWorker> = reaction(
  'course-completed',
  courseCompleted,
  async (tx, event, { clock }) => {
    await moveWatermark(tx, 'courses', event);
    const { courseId, learnerId, enrollmentId } = event.data;
    await countFact(tx, event, { kind: 'COURSE_COMPLETED', courseId, learnerId, objectId: enrollmentId }, clock.now());
  },
);
