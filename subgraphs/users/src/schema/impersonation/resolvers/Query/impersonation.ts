import { isUuid } from '@academy/kernel';
import type { QueryResolvers } from '../../../types.generated.ts';

export const impersonation: NonNullable<QueryResolvers['impersonation']> = async (_parent, { id }, ctx) => {
  const row = isUuid(id) ? await ctx.loaders.impersonation.load(id) : undefined;
  return row === undefined || row.endedAt !== null || row.expiresAt <= ctx.clock.now() ? null : row;
};
