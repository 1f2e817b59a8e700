import type { LotPackageResolvers } from '../../types.generated.ts';
import { outcomesConnection } from '../package-pages.ts';

export const LotPackage: LotPackageResolvers = {
  lot: ({ lotId }) => (lotId === null ? null : { id: lotId }),
  files: ({ files }) => [...files],
  requestedBy: ({ requestedBy }) => ({ id: requestedBy }),
  handedOverBy: ({ handedOverBy }) => (handedOverBy === null ? null : { id: handedOverBy }),
  outcomes: (row, args, { db }) => outcomesConnection(db, row, args),
};
