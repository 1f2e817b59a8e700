import { removeWebhook } from '../../../../store/webhook-changes.ts';
import { actorOf } from '../../../actor.ts';
import { notFound } from '../../../refusals.ts';
import { tenantOrFault } from '../../../tenant/tenant-or-fault.ts';
import type { MutationResolvers } from '../../../types.generated.ts';

export const webhookRemove: NonNullable<MutationResolvers['webhookRemove']> = async (_parent, { input }, ctx) => {
  const result = await ctx.db.write((tx) => removeWebhook(tx, actorOf(ctx.principal), input.url, ctx.clock));
  if (!result.ok) return notFound(result.error);
  return { __typename: 'WebhookRemoveSuccess', tenant: await tenantOrFault(ctx.tenantId, ctx) };
};
