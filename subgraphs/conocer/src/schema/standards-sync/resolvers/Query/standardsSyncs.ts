import { toConnection } from '@academy/kernel';
import { pageOrFault } from '@academy/platform/graphql';
import { listSyncs, syncKeyOf } from '../../../../store/standard-syncs.ts';
import type { QueryResolvers } from '../../../types.generated.ts';

const SCOPE = 'standardsSyncs';

export const standardsSyncs: NonNullable<QueryResolvers['standardsSyncs']> = async (_parent, args, { db }) => {
  const page = pageOrFault(SCOPE, 2, args);
  const rows = await db.read((tx) => listSyncs(tx, page));
  const { edges, pageInfo } = toConnection(SCOPE, page, rows, syncKeyOf);
  return { edges: [...edges], pageInfo };
};
