import { Fault } from '@academy/kernel';
import { pageOrFault } from '@academy/platform/graphql';
import { findNotificationLog } from '../../../../store/notifications.ts';
import { actorOf } from '../../../actor.ts';
import type { QueryResolvers } from '../../../types.generated.ts';

export const notificationLog: NonNullable<QueryResolvers['notificationLog']> = async (_parent, { afterNumber, first }, ctx) => {
  const { tenantId, userId } = actorOf(ctx.principal);
  const { size } = pageOrFault('notificationLog', 0, { first });
  if (afterNumber < 0) throw new Fault('BAD_USER_INPUT', `afterNumber must be 0 or more, got ${afterNumber}.`);
  const { number, rows } = await ctx.db.read((tx) => findNotificationLog(tx, { tenantId, userId, afterNumber, size }));
  return { number, entries: rows.map(({ id, ...entry }) => ({ ...entry, notificationId: id })) };
};
