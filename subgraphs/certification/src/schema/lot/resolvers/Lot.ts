import { personOf } from '../../person.ts';
import type { LotResolvers } from '../../types.generated.ts';
import { membersConnection } from '../lot-pages.ts';
import { visibleLot } from '../visible-lot.ts';

export const Lot: LotResolvers = {
  __resolveReference: ({ id }, context) => visibleLot(id, context),
  centre: ({ centreId }) => (centreId === null ? null : { id: centreId }),
  standardCode: ({ standardMajor }) => standardMajor,
  members: ({ id }, args, { loaders }) => membersConnection(id, args, loaders),
  openedBy: ({ openedBy }, _args, { loaders }) => personOf(openedBy, loaders),
  closedBy: ({ closedBy }, _args, { loaders }) => (closedBy === null ? null : personOf(closedBy, loaders)),
};
