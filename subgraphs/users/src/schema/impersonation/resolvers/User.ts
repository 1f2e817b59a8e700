import { newestFirstConnection, newestFirstPage } from '../../newest-first.ts';
import type { UserResolvers } from '../../types.generated.ts';

export const User: Pick<UserResolvers, 'impersonations' | '__resolveReference'> = {
  impersonations: async (user, args, ctx) => {
    const page = newestFirstPage('impersonations', args);
    const rows = await ctx.loaders.impersonations.load({ userId: user.id, page });
    return newestFirstConnection('impersonations', page, rows, (row) => row.startedAt);
  },
};
