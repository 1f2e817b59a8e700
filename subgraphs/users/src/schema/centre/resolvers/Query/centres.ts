import { toConnection } from '@academy/kernel';
import { pageOrFault } from '@academy/platform/graphql';
import { findCentrePage } from '../../../../store/centres.ts';
import type { QueryResolvers } from '../../../types.generated.ts';

const SCOPE = 'centres';

export const centres: NonNullable<QueryResolvers['centres']> = async (_parent, args, ctx) => {
  const page = pageOrFault(SCOPE, 1, args);
  const rows = await ctx.db.read((tx) => findCentrePage(tx, page));
  const { edges, pageInfo } = toConnection(SCOPE, page, rows, (row) => [row.code]);
  return { edges: [...edges], pageInfo };
};
