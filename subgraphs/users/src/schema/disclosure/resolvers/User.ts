import { newestFirstConnection, newestFirstPage } from '../../newest-first.ts';
import type { UserResolvers } from '../../types.generated.ts';

export const User: Pick<UserResolvers, 'disclosures' | '__resolveReference'> = {
  disclosures: async (user, args, ctx) => {
    const page = newestFirstPage('disclosures', args);
    const rows = await ctx.loaders.disclosures.load({ userId: user.id, page });
    return newestFirstConnection('disclosures', page, rows, (row) => row.disclosedAt);
  },
};
