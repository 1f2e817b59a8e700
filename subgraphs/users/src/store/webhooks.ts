import type { Tx } from '@academy/platform/db';
import { newId } from '@academy/platform/ids';
import { and, desc, eq, inArray, ne } from 'drizzle-orm';
import type { DeliveryState, WebhookTopic } from '../domain/webhook.ts';
import { webhookDeliveries, webhooks } from '../tables/tenants.ts';

export type WebhookRow = typeof webhooks.$inferSelect;
export type DeliveryRow = typeof webhookDeliveries.$inferSelect;

/** Deliveries that are over are kept for people to look at: so many. */
const KEPT_DELIVERIES = 20;

/** The webhook of the open transaction's tenant; of several tenants only that one's can be there. */
export async function findWebhooks(tx: Tx, tenantIds: readonly string[]): Promise<WebhookRow[]> {
  return tx.select().from(webhooks).where(inArray(webhooks.tenantId, tenantIds));
}

/** The tenant's webhook is this one, in place of the one before. */
export async function putWebhook(
  tx: Tx,
  webhook: { tenantId: string; url: string; topics: WebhookTopic[]; sealedSecret: string; createdAt: Date },
): Promise<void> {
  const { tenantId: _, ...changed } = webhook;
  await tx.insert(webhooks).values(webhook).onConflictDoUpdate({ target: webhooks.tenantId, set: changed });
}

/** The tenant has no webhook, and nothing is to be brought there; false when it was not this address. */
export async function dropWebhook(tx: Tx, tenantId: string, url: string): Promise<boolean> {
  const gone = await tx
    .delete(webhooks)
    .where(and(eq(webhooks.tenantId, tenantId), eq(webhooks.url, url)))
    .returning({ tenantId: webhooks.tenantId });
  return gone.length > 0;
}

/** The tenant's webhook, which nobody else changes until the transaction ends. */
export async function lockWebhook(tx: Tx, tenantId: string): Promise<WebhookRow | undefined> {
  const [row] = await tx.select().from(webhooks).where(eq(webhooks.tenantId, tenantId)).for('update');
  return row;
}

/** The newest delivery to each of these tenants' webhooks. */
export async function findLastDeliveries(tx: Tx, tenantIds: readonly string[]): Promise<DeliveryRow[]> {
  return tx
    .selectDistinctOn([webhookDeliveries.tenantId])
    .from(webhookDeliveries)
    .where(inArray(webhookDeliveries.tenantId, tenantIds))
    .orderBy(webhookDeliveries.tenantId, desc(webhookDeliveries.createdAt), desc(webhookDeliveries.id));
}

/** A delivery is to be brought; old ones that are over make room. Returns its id. */
export async function addDelivery(
  tx: Tx,
  delivery: { tenantId: string; topic: string; body: object; createdAt: Date },
): Promise<string> {
  const { tenantId } = delivery;
  const id = newId();
  await tx.insert(webhookDeliveries).values({ ...delivery, id, status: 'PENDING' });
  const over = await tx
    .select({ id: webhookDeliveries.id })
    .from(webhookDeliveries)
    .where(and(eq(webhookDeliveries.tenantId, tenantId), ne(webhookDeliveries.status, 'PENDING')))
    .orderBy(desc(webhookDeliveries.createdAt), desc(webhookDeliveries.id))
    .offset(KEPT_DELIVERIES);
  const ids = over.map((row) => row.id);
  if (ids.length > 0) {
    await tx.delete(webhookDeliveries).where(and(eq(webhookDeliveries.tenantId, tenantId), inArray(webhookDeliveries.id, ids)));
  }
  return id;
}

/** The delivery, if it is still to be brought; nobody else changes it until the transaction ends. */
export async function lockPendingDelivery(tx: Tx, tenantId: string, id: string): Promise<DeliveryRow | undefined> {
  const [row] = await tx
    .select()
    .from(webhookDeliveries)
    .where(and(eq(webhookDeliveries.tenantId, tenantId), eq(webhookDeliveries.id, id), eq(webhookDeliveries.status, 'PENDING')))
    .for('update');
  return row;
}

/** The delivery is as told. The caller holds its lock. */
export async function saveDelivery(tx: Tx, { tenantId, id }: DeliveryRow, state: DeliveryState): Promise<void> {
  await tx
    .update(webhookDeliveries)
    .set(state)
    .where(and(eq(webhookDeliveries.tenantId, tenantId), eq(webhookDeliveries.id, id)));
}
