import { newestFirstConnection, newestFirstPage } from '../../newest-first.ts';
import type { UserResolvers } from '../../types.generated.ts';

export const User: Pick<UserResolvers, 'notifications' | '__resolveReference'> = {
  notifications: async (user, args, ctx) => {
    const page = newestFirstPage('notifications', args);
    const rows = await ctx.loaders.notifications.load({ userId: user.id, page });
    return newestFirstConnection('notifications', page, rows, (row) => row.sentAt);
  },
};
