import { type Clock, fail, ok, type Result } from '@academy/kernel';
import type { Tx } from '@academy/platform/db';
import { scheduleJob } from '@academy/platform/jobs';
import type { Vault } from '@academy/platform/vault';
import type { InvalidState, NotFound } from '../domain/refusal.ts';
import { featuresOf } from '../domain/tenant-features.ts';
import type { WebhookTopic } from '../domain/webhook.ts';
import { type Actor, recordAct } from './audit.ts';
import { findTenants } from './tenants.ts';
import { deliverWebhook, SECRET_FIELD } from './webhook-work.ts';
import { addDelivery, dropWebhook, findLastDeliveries, lockWebhook, putWebhook } from './webhooks.ts';

/** The actor's tenant is told of events at this address, which was vetted before, signed with this secret. */
export async function setWebhook(
  tx: Tx,
  actor: Actor,
  webhook: { url: string; topics: readonly WebhookTopic[]; secret: string },
  { vault, clock }: { vault: Vault; clock: Clock },
): Promise<Result<true, InvalidState>> {
  const { tenantId } = actor;
  const { url, topics, secret } = webhook;
  const [tenant] = await findTenants(tx, [tenantId]);
  if (tenant !== undefined && !featuresOf(tenant.settings.features).includes('WEBHOOKS')) {
    return fail({ kind: 'InvalidState', message: 'Webhooks are switched off for this tenant; ask for the feature WEBHOOKS.' });
  }
  const createdAt = clock.now();
  const sealedSecret = await vault.seal(tx, { tenantId, field: SECRET_FIELD, text: secret });
  await putWebhook(tx, { tenantId, url, topics: [...new Set(topics)].sort(), sealedSecret, createdAt });
  await recordAct(tx, actor, { action: 'webhook.set', subjectId: tenantId, at: createdAt });
  return ok(true);
}

/** The actor's tenant is told nothing any more, if this is the address where it was. */
export async function removeWebhook(tx: Tx, actor: Actor, url: string, clock: Clock): Promise<Result<true, NotFound>> {
  if (!(await dropWebhook(tx, actor.tenantId, url))) {
    return fail({ kind: 'NotFound', message: 'The tenant has no webhook at this address.' });
  }
  await recordAct(tx, actor, { action: 'webhook.remove', subjectId: actor.tenantId, at: clock.now() });
  return ok(true);
}

/** A ping is to be brought to the tenant's webhook now. One at a time: what comes of the one before is waited for. */
export async function pingWebhook(tx: Tx, actor: Actor, clock: Clock): Promise<Result<true, InvalidState | NotFound>> {
  const { tenantId } = actor;
  const webhook = await lockWebhook(tx, tenantId);
  if (webhook === undefined) return fail({ kind: 'NotFound', message: 'The tenant has no webhook; set one first.' });
  const [last] = await findLastDeliveries(tx, [tenantId]);
  if (last?.status === 'PENDING') {
    return fail({
      kind: 'InvalidState',
      message: 'A delivery is PENDING; this can be done only once it is DELIVERED or FAILED.',
    });
  }
  const now = clock.now();
  const body = { type: 'webhook.ping', timestamp: now.toISOString(), data: { tenantId } };
  const deliveryId = await addDelivery(tx, { tenantId, topic: 'webhook.ping', body, createdAt: now });
  await scheduleJob(tx, deliverWebhook, { tenantId, key: deliveryId, payload: { deliveryId }, dueAt: now });
  await recordAct(tx, actor, { action: 'webhook.ping', subjectId: tenantId, at: now });
  return ok(true);
}
