import { toConnection } from '@academy/kernel';
import { pageOrFault } from '@academy/platform/graphql';
import { listStandards } from '../../../../store/standards.ts';
import type { QueryResolvers } from '../../../types.generated.ts';

const SCOPE = 'standards';

export const standards: NonNullable<QueryResolvers['standards']> = async (_parent, args, { db }) => {
  const page = pageOrFault(SCOPE, 1, args);
  const rows = await db.read((tx) => listStandards(tx, args.filter ?? {}, page));
  const { edges, pageInfo } = toConnection(SCOPE, page, rows, (row) => [row.code]);
  return { edges: [...edges], pageInfo };
};
