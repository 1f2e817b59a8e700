import { policiesOf } from '@academy/platform/events';
import { findQuota, standingOf } from '../../../../store/authority-quotas.ts';
import { findBreakers } from '../../../../store/authority-states.ts';
import { countWaiting } from '../../../../store/waiting-submissions.ts';
import type { QueryResolvers } from '../../../types.generated.ts';

export const authorityStatus: NonNullable<QueryResolvers['authorityStatus']> = async (_parent, _args, context) => {
  const { db, tenantId, loaders } = context;
  return db.read(async (tx) => {
    const authority = (await policiesOf(tx, tenantId)).authority ?? loaders.authorities.defaultName;
    const quota = await findQuota(tx, tenantId, authority);
    const standing = quota === undefined ? ({ kind: 'answering' } as const) : standingOf(quota);
    const { waiting, oldestAt } = await countWaiting(tx, { tenantId, authority });
    return {
      authority,
      state: authority === 'MANUAL_LOT' ? 'SERVED_BY_PEOPLE' : standing.kind === 'away' ? 'AWAY' : 'ANSWERING',
      since: standing.kind === 'away' ? standing.since : null,
      cause: standing.kind === 'away' ? standing.cause : null,
      triesAt: standing.kind === 'away' ? standing.heldUntil : null,
      waiting,
      oldestWaitingAt: oldestAt,
      answeredAt: quota?.answeredAt ?? null,
      breakers: await findBreakers(tx, [authority]),
    };
  });
};
