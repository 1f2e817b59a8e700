import { notificationSent } from '@academy/contracts';
import type { Tx } from '@academy/platform/db';
import { emit } from '@academy/platform/events';
import { scheduleJob } from '@academy/platform/jobs';
import { channelsOf } from '../domain/notification-preferences.ts';
import { type NotificationRequest, notificationText } from '../domain/notification-text.ts';
import { findPreferences } from './notification-preferences.ts';
import { addSending } from './notification-sendings.ts';
import { sendEmail } from './notification-work.ts';
import { addNotification } from './notifications.ts';
import { tellWebhook } from './tell-webhook.ts';

/** Somebody is to be told something, mostly about a case. */
export type Notice = {
  readonly tenantId: string;
  readonly userId: string;
  /** Null: it is about no case. */
  readonly certificationId: string | null;
  readonly request: NotificationRequest;
  readonly occasion: string | null;
  /** Whether she may be written to outside of the academy: her data are not blocked, and the academy has e-mail. */
  readonly isMailAllowed: boolean;
  readonly now: Date;
};

/**
 * The person finds it among her notifications, in her language, and it is due by e-mail and at the tenant's webhook, as she and her tenant want it. Where she
 * wants no ringing in the academy it is kept all the same, as read: what she was told stays on record. The caller holds the person's row lock.
 */
export async function notifyPerson(tx: Tx, notice: Notice): Promise<'told' | 'webhook full'> {
  const { tenantId, userId, certificationId, request, occasion, now } = notice;
  const { topic } = request;
  const preferences = await findPreferences(tx, { tenantId, userId });
  const channels = channelsOf(topic, preferences);
  const { id: notificationId, number } = await addNotification(tx, {
    tenantId,
    userId,
    certificationId,
    topic,
    text: notificationText(request, preferences.language),
    language: preferences.language,
    sentAt: now,
    readAt: channels.includes('IN_APP') ? null : now,
  });
  const data = { certificationId, userId, notificationId, number, topic, occasion };
  await emit(tx, notificationSent, { tenantId, subject: userId, occurredAt: now, data });
  if (notice.isMailAllowed && channels.includes('EMAIL')) {
    await addSending(tx, { tenantId, notificationId, createdAt: now });
    await scheduleJob(tx, sendEmail, { tenantId, key: notificationId, payload: { notificationId }, dueAt: now });
  }
  const told = await tellWebhook(tx, {
    tenantId,
    topic: 'NOTIFICATION_SENT',
    type: 'notification.sent',
    data: { notificationId, userId, certificationId, topic },
    at: now,
    now,
  });
  return told === 'full' ? 'webhook full' : 'told';
}
