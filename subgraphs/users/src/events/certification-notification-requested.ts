import { notificationRequested } from '@academy/contracts';
import { type Reaction, reaction } from '@academy/platform/events';
import { NOTIFICATION_TOPICS } from '../domain/notification-topics.ts';
import { notifyPerson } from '../store/notify-person.ts';
import { findHolders, lockPerson } from '../store/users.ts';
import type { UsersWorker } from '../worker-context.ts';

/** Of those who certify for a tenant so many are told, those who have done so longest. */
const MAX_CERTIFIERS = 50;

/**
 * Whoever the topic is for finds a text about the certification among her notifications, it is due by the channels that she chose, and certification is told
 * that she was notified. Whoever was erased is told nothing; whoever's data are blocked, nothing outside of the academy.
 */
export const onNotificationRequested: Reaction<UsersWorker> = reaction(
  'notification-requested',
  notificationRequested,
  async (tx, event, { clock, services, logger }) => {
    const { tenantId, data } = event;
    const { certificationId, userId: candidateId, occasion, ...request } = data;
    const isForCandidate = NOTIFICATION_TOPICS[request.topic].audience === 'CANDIDATE';
    const people = isForCandidate ? [candidateId] : await findHolders(tx, tenantId, 'certifier', MAX_CERTIFIERS);
    // In one order, so that two of these never wait for each other.
    for (const userId of people.toSorted()) {
      const person = await lockPerson(tx, tenantId, userId);
      if (person === undefined) {
        throw new Error(`Only a user of the tenant can be notified; certification ${certificationId} names ${userId}.`);
      }
      // Nobody is left to tell.
      if (person.erasedAt !== null) continue;
      const isMailAllowed = services.mailer !== undefined && person.blockedAt === null;
      const notice = { tenantId, userId, certificationId, request, occasion, isMailAllowed, now: clock.now() };
      if ((await notifyPerson(tx, notice)) === 'webhook full')
        logger.warn(
          { tenantId, certificationId },
          'too many deliveries wait for the webhook of the tenant: this one is left out',
        );
    }
  },
);
