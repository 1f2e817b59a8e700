import {
  certificateIssued,
  certificateRevoked,
  certificationStatusChanged,
  type DomainEvent,
  type EventContract,
} from '@academy/contracts';
import { type Reaction, reaction } from '@academy/platform/events';
import type { WebhookTopic } from '../domain/webhook.ts';
import { tellWebhook, type WebhookNews } from '../store/tell-webhook.ts';
import type { UsersWorker } from '../worker-context.ts';

/** What deliveries call each topic. */
const TYPES: Readonly<Record<WebhookTopic, string>> = {
  CERTIFICATION_STATUS_CHANGED: 'certification.status-changed',
  CERTIFICATE_ISSUED: 'certificate.issued',
  CERTIFICATE_REVOKED: 'certificate.revoked',
  NOTIFICATION_SENT: 'notification.sent',
};

/** What certification tells of cases and certificates is due at the tenant's webhook, if it wants it. */
export const webhookNewsReactions: readonly Reaction<UsersWorker>[] = [
  news(
    'CERTIFICATION_STATUS_CHANGED',
    certificationStatusChanged,
    ({ certificationId, seq, previousStatus, status, hold, candidateId, courseId, enrollmentId, standardCode }) => ({
      ...{ certificationId, seq, previousStatus, status, hold, candidateId, courseId, enrollmentId, standardCode },
    }),
  ),
  news('CERTIFICATE_ISSUED', certificateIssued, ({ certificateId, certificationId, folio, holderId, courseId }) => ({
    ...{ certificateId, certificationId, folio, holderId, courseId },
  })),
  news('CERTIFICATE_REVOKED', certificateRevoked, ({ certificateId, certificationId, folio, holderId }) => ({
    ...{ certificateId, certificationId, folio, holderId },
  })),
];

/** `told`: what of the event leaves the academy, field by field, so that a new field of a contract does not leave by itself. */
function news<Data>(
  topic: WebhookTopic,
  contract: EventContract<Data>,
  told: (data: Data) => WebhookNews['data'],
): Reaction<UsersWorker> {
  const type = TYPES[topic];
  return reaction(`webhook-${type}`, contract, async (tx, event: DomainEvent<Data>, { clock, logger }) => {
    const { tenantId, occurredAt } = event;
    const outcome = await tellWebhook(tx, {
      tenantId,
      topic,
      type,
      data: told(event.data),
      at: new Date(occurredAt),
      now: clock.now(),
    });
    if (outcome === 'full')
      logger.warn(
        { tenantId, eventId: event.id },
        'too many deliveries wait for the webhook of the tenant: this one is left out',
      );
  });
}
