import { isUuid } from '@academy/kernel';
import type { QueryResolvers } from '../../../types.generated.ts';
import { packagesConnection } from '../../package-pages.ts';

/** Nothing has it. */
const NO_LOT = '00000000-0000-0000-0000-000000000000';

export const lotPackages: NonNullable<QueryResolvers['lotPackages']> = (_parent, { lotId, ...args }, { db, tenantId }) => {
  const of = lotId === null || lotId === undefined ? undefined : isUuid(lotId) ? lotId : NO_LOT;
  return packagesConnection(db, tenantId, of, args);
};
