import { enrollmentStarted } from '@academy/contracts';
import { type Reaction, reaction } from '@academy/platform/events';
import { countFact } from '../count-facts.ts';
import { moveWatermark } from '../store/watermarks.ts';
import type { AnalyticsWorker } from '../worker-context.ts';

/** A learner who enrolled is a fact: from then on the course is known to reports. */
export const onEnrollmentStarted: Reaction<AnalyticsWorker> = reaction(
  'enrollment-started',
  enrollmentStarted,
  async (tx, event, { clock }) => {
    await moveWatermark(tx, 'courses', event);
    const { courseId, learnerId, enrollmentId } = event.data;
    await countFact(tx, event, { kind: 'ENROLLMENT_STARTED', courseId, learnerId, objectId: enrollmentId }, clock.now());
  },
);
