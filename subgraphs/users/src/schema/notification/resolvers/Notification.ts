import type { NotificationResolvers } from '../../types.generated.ts';
import { visibleNotification } from '../visible-notification.ts';

export const Notification: NotificationResolvers = {
  __resolveReference: async ({ id }, ctx) => (await visibleNotification(id, ctx)) ?? null,
};
