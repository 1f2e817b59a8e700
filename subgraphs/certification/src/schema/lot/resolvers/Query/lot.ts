import { Fault } from '@academy/kernel';
import type { QueryResolvers } from '../../../types.generated.ts';
import { visibleLot } from '../../visible-lot.ts';

export const lot: NonNullable<QueryResolvers['lot']> = async (_parent, { id }, context) => {
  const row = await visibleLot(id, context);
  if (row !== null) return row;
  throw new Fault('NOT_FOUND', 'There is no such lot, or none that you may see.');
};
