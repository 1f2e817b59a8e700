import { Fault, isUuid } from '@academy/kernel';
import { maySeeCase } from '../../../../domain/visibility.ts';
import type { QueryResolvers } from '../../../types.generated.ts';

export const certification: NonNullable<QueryResolvers['certification']> = async (_parent, { id }, { loaders, principal }) => {
  const row = isUuid(id) ? await loaders.certification.load(id) : undefined;
  if (row !== undefined && maySeeCase(principal, row)) return row;
  throw new Fault('NOT_FOUND', 'There is no such certification, or none that you may see.');
};
