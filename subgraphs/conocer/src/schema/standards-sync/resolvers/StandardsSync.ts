import { toConnection } from '@academy/kernel';
import { pageOrFault } from '@academy/platform/graphql';
import { changesOfSync } from '../../../store/standard-syncs.ts';
import type { StandardsSyncResolvers } from '../../types.generated.ts';

const SCOPE = 'standardChanges';

export const StandardsSync: StandardsSyncResolvers = {
  problems: ({ problems }) => [...problems],
  async changes({ id }, args, { db }) {
    const page = pageOrFault(SCOPE, 1, args);
    const rows = await db.read((tx) => changesOfSync(tx, id, page));
    const { edges, pageInfo } = toConnection(SCOPE, page, rows, ({ code }) => [code]);
    return { edges: [...edges], pageInfo };
  },
};
