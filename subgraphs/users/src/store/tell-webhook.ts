import type { Tx } from '@academy/platform/db';
import { scheduleJob } from '@academy/platform/jobs';
import { and, count, eq } from 'drizzle-orm';
import { featuresOf } from '../domain/tenant-features.ts';
import type { WebhookTopic } from '../domain/webhook.ts';
import { webhookDeliveries } from '../tables/tenants.ts';
import { findTenants } from './tenants.ts';
import { deliverWebhook } from './webhook-work.ts';
import { addDelivery, findWebhooks } from './webhooks.ts';

/** Deliveries of a tenant that may wait at once. What comes while so many do is not brought: its receiver has been away for long, and can ask the graph. */
const MAX_PENDING = 1_000;

/** Something that a tenant's own systems may want to know. `data` holds ids and codes, never what identifies a person outside of the academy. */
export type WebhookNews = {
  readonly tenantId: string;
  readonly topic: WebhookTopic;
  /** What it is called in the delivery, e.g. `notification.sent`. */
  readonly type: string;
  readonly data: Readonly<Record<string, string | number | null>>;
  readonly at: Date;
  readonly now: Date;
};

/**
 * The news is to be brought to the tenant's webhook, if it has one that wants it: signed, again when it fails, by a job of its own. `full`: too many wait
 * already, and this one is not brought.
 */
export async function tellWebhook(tx: Tx, news: WebhookNews): Promise<'told' | 'not wanted' | 'full'> {
  const { tenantId, topic, type, data, at, now } = news;
  const [webhook] = await findWebhooks(tx, [tenantId]);
  if (webhook === undefined || (webhook.topics.length > 0 && !webhook.topics.includes(topic))) return 'not wanted';
  const [tenant] = await findTenants(tx, [tenantId]);
  if (tenant === undefined || !featuresOf(tenant.settings.features).includes('WEBHOOKS')) return 'not wanted';
  const [waiting] = await tx
    .select({ deliveries: count() })
    .from(webhookDeliveries)
    .where(and(eq(webhookDeliveries.tenantId, tenantId), eq(webhookDeliveries.status, 'PENDING')));
  if ((waiting?.deliveries ?? 0) >= MAX_PENDING) return 'full';
  const body = { type, timestamp: at.toISOString(), data: { tenantId, ...data } };
  const deliveryId = await addDelivery(tx, { tenantId, topic: type, body, createdAt: now });
  await scheduleJob(tx, deliverWebhook, { tenantId, key: deliveryId, payload: { deliveryId }, dueAt: now });
  return 'told';
}
