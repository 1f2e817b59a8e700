import { Fault } from '@academy/kernel';
import type { Context } from '../../context.ts';
import type { WebhookRow } from '../../store/webhooks.ts';

/** The webhook of the viewer's tenant as it is now. Throws Fault NOT_FOUND when somebody removed it a moment ago. */
export async function webhookOrFault(ctx: Context): Promise<WebhookRow> {
  const { webhook, lastDelivery } = ctx.loaders;
  webhook.clear(ctx.tenantId);
  lastDelivery.clear(ctx.tenantId);
  const row = await webhook.load(ctx.tenantId);
  if (row === undefined) throw new Fault('NOT_FOUND', 'The webhook was removed meanwhile.');
  return row;
}
