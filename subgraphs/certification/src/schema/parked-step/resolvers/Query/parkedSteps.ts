import { toConnection } from '@academy/kernel';
import { pageOrFault } from '@academy/platform/graphql';
import { findParkedSteps } from '@academy/platform/saga';
import { mutable } from '../../../newest-first.ts';
import type { QueryResolvers } from '../../../types.generated.ts';

const SCOPE = 'parked-steps';

export const parkedSteps: NonNullable<QueryResolvers['parkedSteps']> = async (_parent, args, { db, tenantId }) => {
  const page = pageOrFault(SCOPE, 1, args);
  const rows = await db.read((tx) => findParkedSteps(tx, tenantId, { afterId: page.after?.[0], limit: page.size + 1 }));
  return mutable(toConnection(SCOPE, page, rows, ({ id }) => [id]));
};
