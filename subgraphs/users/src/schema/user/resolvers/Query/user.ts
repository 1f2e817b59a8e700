import { Fault } from '@academy/kernel';
import type { QueryResolvers } from '../../../types.generated.ts';
import { visibleUser } from '../../visible-user.ts';

export const user: NonNullable<QueryResolvers['user']> = async (_parent, { id }, ctx) => {
  const found = await visibleUser(id, ctx);
  if (found === undefined) throw new Fault('NOT_FOUND', 'There is no such user, or none that you may see.');
  return found;
};
