import { isUuid } from '@academy/kernel';
import { markRead, type Read, readInbox } from '../../../../store/notification-inbox.ts';
import { actorOf } from '../../../actor.ts';
import { invalidInput, notFound } from '../../../refusals.ts';
import type { MutationResolvers } from '../../../types.generated.ts';

/** Of one call: as many as a page has. */
const MAX_IDS = 100;

export const notificationsMarkRead: NonNullable<MutationResolvers['notificationsMarkRead']> = async (_parent, { input }, ctx) => {
  const actor = actorOf(ctx.principal);
  const { ids, upToNumber } = input;
  if ((ids == null) === (upToNumber == null)) {
    return invalid('ids', 'One of ids and upToNumber was expected, and not both.');
  }
  if (ids != null && (ids.length === 0 || ids.length > MAX_IDS)) {
    return invalid('ids', `1 to ${MAX_IDS} ids were expected, got ${ids.length}.`);
  }
  if (upToNumber != null && upToNumber < 1) return invalid('upToNumber', `A number from 1 was expected, got ${upToNumber}.`);
  const malformed = 'One of these is no notification of yours; none was marked.';
  if (ids?.some((id) => !isUuid(id)) === true) return notFound({ kind: 'NotFound', message: malformed });
  const read: Read = ids == null ? { upToNumber: upToNumber ?? 0 } : { ids: ids.map((id) => id.toLowerCase()) };
  const marked = await ctx.db.write((tx) => markRead(tx, actor, read, ctx.clock.now()));
  if (!marked.ok) return notFound(marked.error);
  const inbox = await ctx.db.read((tx) => readInbox(tx, actor));
  return { __typename: 'NotificationsMarkReadSuccess', markedCount: marked.value, inbox };
};

function invalid(field: string, message: string) {
  return invalidInput({ kind: 'InvalidInput', field, message });
}
