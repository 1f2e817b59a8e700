import { toConnection } from '@academy/kernel';
import { pageOrFault } from '@academy/platform/graphql';
import { searchWords } from '../../../../domain/search-text.ts';
import { rankKeyOf, searchStandards } from '../../../../store/standard-search.ts';
import { listStandards } from '../../../../store/standards.ts';
import type { QueryResolvers } from '../../../types.generated.ts';

/** Two lists: each has its own order, and so its own cursors. */
const BY_CODE = 'standards';
const BY_RANK = 'standards-found';

export const standards: NonNullable<QueryResolvers['standards']> = async (_parent, args, { db }) => {
  const criteria = { ...args.filter, alignedOnly: args.alignedOnly };
  if (searchWords(criteria.text ?? '').length === 0) {
    const page = pageOrFault(BY_CODE, 1, args);
    const rows = await db.read((tx) => listStandards(tx, criteria, page));
    const { edges, pageInfo } = toConnection(BY_CODE, page, rows, ({ code }) => [code]);
    return { edges: [...edges], pageInfo };
  }
  const page = pageOrFault(BY_RANK, 2, args);
  const rows = await db.read((tx) => searchStandards(tx, criteria, page));
  const { edges, pageInfo } = toConnection(BY_RANK, page, rows, rankKeyOf);
  return { edges: [...edges], pageInfo };
};
