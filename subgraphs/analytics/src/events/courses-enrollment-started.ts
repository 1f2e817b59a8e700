import { enrollmentStarted } from '@academy/contracts';
import { reaction } from '@academy/platform/events';
import { recordFact } from '../store/facts.ts';
import { moveWatermark } from '../store/watermarks.ts';

/** A learner who enrolled is a fact: from then on the course is known to reports. */
export const onEnrollmentStarted = reaction('enrollment-started', enrollmentStarted, async (tx, event) => {
  const { courseId, learnerId, enrollmentId } = event.data;
  await recordFact(tx, event, { kind: 'ENROLLMENT_STARTED', courseId, learnerId, objectId: enrollmentId });
  await moveWatermark(tx, 'courses', event);
});
