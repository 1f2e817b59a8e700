import { notificationRequested, notificationSent } from '@academy/contracts';
import { emit, type Reaction, reaction } from '@academy/platform/events';
import { notificationText } from '../domain/notification-text.ts';
import { addNotification } from '../store/notifications.ts';
import { lockPerson } from '../store/users.ts';
import type { UsersWorker } from '../worker-context.ts';

/** The person finds a text about her certification among her notifications, and certification is told that she was notified. */
export const onNotificationRequested: Reaction<UsersWorker> = reaction(
  'notification-requested',
  notificationRequested,
  async (tx, event, { clock }) => {
    const { tenantId, data } = event;
    const { userId, certificationId, topic } = data;
    const person = await lockPerson(tx, tenantId, userId);
    if (person === undefined) {
      throw new Error(`Only a user of the tenant can be notified; certification ${certificationId} names ${userId}.`);
    }
    // Nobody is left to tell.
    if (person.erasedAt !== null) return;
    const sentAt = clock.now();
    const { id: notificationId, number } = await addNotification(tx, {
      tenantId,
      userId,
      certificationId,
      topic,
      text: notificationText(data),
      sentAt,
    });
    await emit(tx, notificationSent, {
      tenantId,
      subject: userId,
      occurredAt: sentAt,
      data: { certificationId, userId, notificationId, number, topic },
    });
  },
);
