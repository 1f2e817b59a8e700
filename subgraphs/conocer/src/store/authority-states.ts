import type { AuthorityName } from '@academy/contracts';
import type { Tx } from '@academy/platform/db';
import { inArray, sql } from 'drizzle-orm';
import type { BreakerSide, BreakerState } from '../authority/guarded.ts';
import { type AuthorityBreakerRow, type AuthorityTotalRow, authorityBreakers, authorityTotals } from '../tables/authority.ts';

export type { AuthorityBreakerRow } from '../tables/authority.ts';

/** The breaker is in this state; while it is not closed, since when it first was not. */
export async function keepBreaker(
  tx: Tx,
  told: { authority: AuthorityName; side: BreakerSide; state: BreakerState; at: Date },
): Promise<void> {
  const { authority, side, state, at } = told;
  const isStillOpen = sql`${authorityBreakers.state} <> 'CLOSED' and excluded.state <> 'CLOSED'`;
  await tx
    .insert(authorityBreakers)
    .values({ authority, side, state, since: at })
    .onConflictDoUpdate({
      target: [authorityBreakers.authority, authorityBreakers.side],
      set: { state, since: sql`case when ${isStillOpen} then ${authorityBreakers.since} else excluded.since end` },
    });
}

/** Those of these authorities that were told of, submitting first. */
export function findBreakers(tx: Tx, names: readonly AuthorityName[]): Promise<AuthorityBreakerRow[]> {
  return tx
    .select()
    .from(authorityBreakers)
    .where(inArray(authorityBreakers.authority, [...names]))
    .orderBy(authorityBreakers.authority, sql`${authorityBreakers.side} desc`);
}

/** The totals are these. */
export async function keepTotal(tx: Tx, total: AuthorityTotalRow): Promise<void> {
  await tx.insert(authorityTotals).values(total).onConflictDoUpdate({ target: authorityTotals.authority, set: total });
}

export function findTotals(tx: Tx, names: readonly AuthorityName[]): Promise<AuthorityTotalRow[]> {
  return tx
    .select()
    .from(authorityTotals)
    .where(inArray(authorityTotals.authority, [...names]));
}
