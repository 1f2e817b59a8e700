import { Fault, isUuid, toConnection } from '@academy/kernel';
import { pageOrFault } from '@academy/platform/graphql';
import { findRevocationPage } from '../../../../store/access-revocations.ts';
import type { QueryResolvers } from '../../../types.generated.ts';

const SCOPE = 'accessRevocations';

export const accessRevocations: NonNullable<QueryResolvers['accessRevocations']> = async (_parent, args, ctx) => {
  const page = pageOrFault(SCOPE, 1, args);
  if (page.after !== undefined && !page.after.every(isUuid)) {
    throw new Fault('BAD_USER_INPUT', 'after must be a cursor that this list returned; start again without it.');
  }
  const rows = await ctx.db.read((tx) => findRevocationPage(tx, page, ctx.clock.now()));
  const { edges, pageInfo } = toConnection(SCOPE, page, rows, (row) => [row.id]);
  return { edges: [...edges], pageInfo };
};
