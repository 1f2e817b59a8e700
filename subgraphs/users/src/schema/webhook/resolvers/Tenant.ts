import type { TenantResolvers } from '../../types.generated.ts';

export const Tenant: Pick<TenantResolvers, 'webhook' | '__resolveReference'> = {
  webhook: async ({ id }, _args, ctx) => (await ctx.loaders.webhook.load(id)) ?? null,
};
