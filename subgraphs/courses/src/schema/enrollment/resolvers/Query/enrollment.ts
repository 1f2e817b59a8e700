import { Fault } from '@academy/kernel';
import type { QueryResolvers } from '../../../types.generated.ts';
import { loadVisibleEnrollment } from '../../visible-enrollment.ts';

export const enrollment: NonNullable<QueryResolvers['enrollment']> = async (_parent, { id }, ctx) => {
  const found = await loadVisibleEnrollment(ctx, id);
  if (found === undefined) throw new Fault('NOT_FOUND', 'There is no enrolment with this id that you may see.');
  return found;
};
