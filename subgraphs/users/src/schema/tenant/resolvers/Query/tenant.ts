import type { QueryResolvers } from '../../../types.generated.ts';

export const tenant: NonNullable<QueryResolvers['tenant']> = (_parent, _args, ctx) => ctx.loaders.tenant.load(ctx.tenantId);
