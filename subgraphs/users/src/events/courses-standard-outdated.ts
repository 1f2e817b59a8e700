import { courseStandardOutdated } from '@academy/contracts';
import { type Reaction, reaction } from '@academy/platform/events';
import { notifyPerson } from '../store/notify-person.ts';
import { lockPerson } from '../store/users.ts';
import type { UsersWorker } from '../worker-context.ts';

/** Who teaches a course finds among her notifications that its standard is no longer in force, and what follows it. Whoever was erased is told nothing. */
export const onCourseStandardOutdated: Reaction<UsersWorker> = reaction(
  'course-standard-outdated',
  courseStandardOutdated,
  async (tx, { tenantId, data }, { clock, services, logger }) => {
    const { courseId, courseTitle, instructorId: userId, standardCode: code, status, supersededBy } = data;
    const person = await lockPerson(tx, tenantId, userId);
    if (person === undefined) throw new Error(`Only a user of the tenant can be notified; course ${courseId} names ${userId}.`);
    if (person.erasedAt !== null) return;
    const told = await notifyPerson(tx, {
      tenantId,
      userId,
      certificationId: null,
      request: { ...NOT_OF_A_CASE, topic: 'standard.changed', courseTitle, standard: { code, status, supersededBy } },
      occasion: null,
      isMailAllowed: services.mailer !== undefined && person.blockedAt === null,
      now: clock.now(),
    });
    if (told === 'webhook full')
      logger.warn({ tenantId, courseId }, 'too many deliveries wait for the webhook of the tenant: this one is left out');
  },
);

const NOT_OF_A_CASE = { officialFolio: null, rejectionReason: null, missedCriteria: [], days: null, lastDay: null } as const;
