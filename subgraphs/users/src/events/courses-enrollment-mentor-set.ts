import { enrollmentMentorSet } from '@academy/contracts';
import { type Reaction, reaction } from '@academy/platform/events';
import { keepAssignment } from '../store/assignments.ts';
import type { UsersWorker } from '../worker-context.ts';

/** Whoever accompanies a learner sees her, as long as she does. */
export const onEnrollmentMentorSet: Reaction<UsersWorker> = reaction(
  'enrollment-mentor-set',
  enrollmentMentorSet,
  async (tx, { tenantId, data }) => {
    const { enrollmentId: sourceId, mentorId: personId, learnerId: subjectId, version } = data;
    await keepAssignment(tx, { tenantId, sourceId, personId, persona: 'mentor', subjectId, version });
  },
);
