import { recordAudit } from '@academy/platform/audit';
import type { Tx } from '@academy/platform/db';
import { finishJob, type JobRun, job, scheduleJob } from '@academy/platform/jobs';
import { deliverWebhook as deliver, type WebhookMessage, type WebhookOutcome, webhookRetryMs } from '@academy/platform/webhooks';
import { afterAttempt } from '../domain/webhook.ts';
import { deliverWebhook, SECRET_FIELD } from '../store/webhook-work.ts';
import { lockPendingDelivery, lockWebhook, saveDelivery } from '../store/webhooks.ts';
import type { UsersWorker } from '../worker-context.ts';

type Run = JobRun<{ deliveryId: string }>;

/**
 * The delivery was tried once more, with an entry on the audit log before and after, and is over or due again. A worker that dies in between tries again
 * under the same id, by which its receiver tells the repetition.
 */
export const deliverWebhookJob = job<UsersWorker, { deliveryId: string }>(deliverWebhook, async (work, context) => {
  const { tenantId, key, payload, signal } = work;
  const { database, clock, services } = context;
  const message = await database.inTenant(tenantId, 'write', (tx) => readMessage(tx, work, context));
  if (message === undefined) return;
  const outcome = await deliver(message, { fetch: services.fetchOutbound, now: clock.now(), signal });
  await database.inTenant(tenantId, 'write', async (tx) => {
    const now = clock.now();
    const delivery = await lockPendingDelivery(tx, tenantId, payload.deliveryId);
    if (delivery === undefined) return finishJob(tx, deliverWebhook, tenantId, key);
    const after = afterAttempt(delivery, outcome, now, (attempts) => webhookRetryMs(attempts, services.random));
    await saveDelivery(tx, delivery, after.state);
    if (after.dueAt === undefined) await finishJob(tx, deliverWebhook, tenantId, key);
    else await scheduleJob(tx, deliverWebhook, { tenantId, key, payload, dueAt: after.dueAt });
    await note(tx, work, now, { phase: 'after', ...codesOf(outcome) });
  });
});

/** What is to be brought, once the attempt is on record; undefined when nothing is any more, and then the work is over. */
async function readMessage(tx: Tx, work: Run, { vault, clock }: UsersWorker): Promise<WebhookMessage | undefined> {
  const { tenantId, payload } = work;
  const webhook = await lockWebhook(tx, tenantId);
  const delivery = await lockPendingDelivery(tx, tenantId, payload.deliveryId);
  const secret =
    webhook === undefined ? undefined : await vault.open(tx, { tenantId, field: SECRET_FIELD, sealed: webhook.sealedSecret });
  if (webhook === undefined || delivery === undefined || secret === undefined) {
    await finishJob(tx, deliverWebhook, tenantId, work.key);
    return undefined;
  }
  await note(tx, work, clock.now(), { phase: 'before' });
  return { url: webhook.url, secret, id: delivery.id, body: JSON.stringify(delivery.body) };
}

async function note(tx: Tx, { tenantId, payload }: Run, at: Date, detail: Record<string, string | number>): Promise<void> {
  const principal = { kind: 'service', tenantId, service: 'users-worker', scopes: [] } as const;
  await recordAudit(tx, { principal, action: 'webhook.deliver', subject: payload.deliveryId, detail, at });
}

function codesOf(outcome: WebhookOutcome): Record<string, string | number> {
  const statusCode = outcome.statusCode === undefined ? {} : { statusCode: outcome.statusCode };
  return outcome.kind === 'failed'
    ? { outcome: outcome.kind, failure: outcome.failure, ...statusCode }
    : { outcome: outcome.kind, ...statusCode };
}
