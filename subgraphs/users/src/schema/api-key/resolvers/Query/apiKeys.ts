import { findApiKeyPage } from '../../../../store/api-keys.ts';
import { newestFirstConnection, newestFirstPage } from '../../../newest-first.ts';
import type { QueryResolvers } from '../../../types.generated.ts';

const SCOPE = 'apiKeys';

export const apiKeys: NonNullable<QueryResolvers['apiKeys']> = async (_parent, args, ctx) => {
  const page = newestFirstPage(SCOPE, args);
  const rows = await ctx.db.read((tx) => findApiKeyPage(tx, page));
  return newestFirstConnection(SCOPE, page, rows, (row) => row.createdAt);
};
