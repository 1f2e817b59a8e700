import { enrollmentMentorSet } from '@academy/contracts';
import { type Reaction, reaction } from '@academy/platform/events';
import { addMentoring } from '../store/mentorings.ts';
import type { CertificationWorker } from '../worker-context.ts';

/** Whoever accompanied a learner trained her, and is kept from judging her; that she does so no longer changes nothing. */
export const onEnrollmentMentorSet: Reaction<CertificationWorker> = reaction(
  'enrollment-mentor-set',
  enrollmentMentorSet,
  async (tx, { tenantId, data, occurredAt }) => {
    const { enrollmentId, learnerId, mentorId, standardCode } = data;
    if (mentorId === null) return;
    await addMentoring(tx, { tenantId, enrollmentId, mentorId, learnerId, standardCode, since: new Date(occurredAt) });
  },
);
