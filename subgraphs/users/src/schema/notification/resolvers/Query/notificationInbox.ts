import { readInbox } from '../../../../store/notification-inbox.ts';
import type { QueryResolvers } from '../../../types.generated.ts';

export const notificationInbox: NonNullable<QueryResolvers['notificationInbox']> = (_parent, _args, { principal, db }) =>
  principal.kind === 'user' ? db.read((tx) => readInbox(tx, principal)) : null;
