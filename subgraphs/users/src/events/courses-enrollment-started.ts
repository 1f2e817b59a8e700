import { enrollmentStarted } from '@academy/contracts';
import { type Reaction, reaction } from '@academy/platform/events';
import { addTeachings } from '../store/teachings.ts';
import { lockPerson } from '../store/users.ts';
import type { UsersWorker } from '../worker-context.ts';

/** The course's instructor sees the learner from now on. An event from before it named her changes nothing. */
export const onEnrollmentStarted: Reaction<UsersWorker> = reaction('enrollment-started', enrollmentStarted, async (tx, event) => {
  const { instructorId, learnerId } = event.data;
  if (instructorId === null || instructorId === learnerId) return;
  if ((await lockPerson(tx, event.tenantId, learnerId))?.erasedAt != null) return;
  await addTeachings(tx, [{ tenantId: event.tenantId, instructorId, learnerId, since: new Date(event.occurredAt) }]);
});
