import { findBreakers, findTotals } from '../../../../store/authority-states.ts';
import type { QueryResolvers } from '../../../types.generated.ts';

export const authorityTotals: NonNullable<QueryResolvers['authorityTotals']> = async (_parent, _args, { db, loaders }) => {
  const { names } = loaders.authorities;
  return db.read(async (tx) => {
    const breakers = await findBreakers(tx, names);
    const totals = new Map((await findTotals(tx, names)).map((row) => [row.authority, row]));
    return names.map((authority) => {
      const total = totals.get(authority);
      return {
        authority,
        waiting: total?.waiting ?? 0,
        oldestWaitingAt: total?.oldestAt ?? null,
        tenantsAway: total?.tenantsAway ?? 0,
        answeredAt: total?.answeredAt ?? null,
        countedAt: total?.countedAt ?? null,
        breakers: breakers.filter((breaker) => breaker.authority === authority),
      };
    });
  });
};
