import type { WebhookResolvers } from '../../types.generated.ts';

export const Webhook: WebhookResolvers = {
  lastDelivery: async ({ tenantId }, _args, ctx) => (await ctx.loaders.lastDelivery.load(tenantId)) ?? null,
};
