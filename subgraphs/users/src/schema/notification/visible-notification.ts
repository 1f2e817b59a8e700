import { isUuid } from '@academy/kernel';
import type { Context } from '../../context.ts';
import type { NotificationRow } from '../../store/notifications.ts';

/** The notification, if it is the viewer's own; undefined for unknown, foreign, malformed and other people's ids alike. */
export async function visibleNotification(id: string, ctx: Context): Promise<NotificationRow | undefined> {
  const { principal } = ctx;
  if (principal.kind !== 'user') return undefined;
  const notification = isUuid(id) ? await ctx.loaders.notification.load(id) : undefined;
  return notification?.userId === principal.userId ? notification : undefined;
}
