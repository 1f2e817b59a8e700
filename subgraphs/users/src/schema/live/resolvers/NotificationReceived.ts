import { visibleNotification } from '../../notification/visible-notification.ts';
import type { NotificationReceivedResolvers } from '../../types.generated.ts';

export const NotificationReceived: NotificationReceivedResolvers = {
  notification: async ({ notification }, _args, ctx) =>
    notification === null ? null : ((await visibleNotification(notification.id, ctx)) ?? null),
  snapshot: async ({ snapshot }, _args, ctx) => {
    if (snapshot === null) return null;
    const found = await Promise.all(snapshot.map(({ id }) => visibleNotification(id, ctx)));
    return found.filter((notification) => notification !== undefined);
  },
};
