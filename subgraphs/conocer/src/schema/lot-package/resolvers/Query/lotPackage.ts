import { Fault, isUuid } from '@academy/kernel';
import { findPackage } from '../../../../store/lot-packages.ts';
import type { QueryResolvers } from '../../../types.generated.ts';

export const lotPackage: NonNullable<QueryResolvers['lotPackage']> = async (_parent, { id }, { db, tenantId }) => {
  const row = isUuid(id) ? await db.read((tx) => findPackage(tx, tenantId, id)) : undefined;
  if (row !== undefined) return row;
  throw new Fault('NOT_FOUND', 'There is no such package, or none that you may see.');
};
