import { Fault, MAX_PAGE_SIZE } from '@academy/kernel';
import { assigneeOf } from '../../../../domain/visibility.ts';
import { findChanges, newestPosition } from '../../../../store/tenant-log.ts';
import type { QueryResolvers } from '../../../types.generated.ts';

export const certificationChanges: NonNullable<QueryResolvers['certificationChanges']> = async (
  _parent,
  { afterPosition, first },
  { db, tenantId, principal },
) => {
  if (first < 1 || first > MAX_PAGE_SIZE) throw new Fault('BAD_USER_INPUT', `first must be 1 to ${MAX_PAGE_SIZE}, got ${first}.`);
  if (afterPosition < 0) throw new Fault('BAD_USER_INPUT', `afterPosition must be 0 or more, got ${afterPosition}.`);
  return db.read(async (tx) => {
    const changes = await findChanges(tx, tenantId, { after: afterPosition, count: first }, assigneeOf(principal));
    // Read after them, so that it is never behind them.
    return { position: await newestPosition(tx, tenantId), changes };
  });
};
