import { fail, ok, type Result } from '@academy/kernel';
import type { CleanFeed } from './clean-feed.ts';

/** Why a feed is not believed. The catalogue then stays as it is. */
export type FeedDoubt =
  | { readonly kind: 'EMPTY' }
  /** More rows could not be read than a dirty register explains. */
  | { readonly kind: 'TOO_DIRTY'; readonly unreadable: number; readonly received: number }
  /** It lists far fewer standards than the last good one. */
  | { readonly kind: 'SHRUNK'; readonly listed: number; readonly before: number };

/** Share of rows that may be unreadable: the public register of 2025 has none with a code that is none, and 40 of 1,477 doubtful committees. */
const MOST_UNREADABLE = 0.05;

/** Share of the standards that a register may lose between two good readings. */
const MOST_SHRINKAGE = 0.1;

/** Whether a feed can be the register: not empty, hardly dirty, and not much smaller than `before`, the number that the last good one listed. */
export function judgeFeed({ received, standards, problems }: CleanFeed, before: number): Result<void, FeedDoubt> {
  const listed = standards.length;
  if (listed === 0) return fail({ kind: 'EMPTY' });
  const unreadable = problems.filter(({ flaw }) => flaw !== 'REPEATED').length;
  if (unreadable > received * MOST_UNREADABLE) return fail({ kind: 'TOO_DIRTY', unreadable, received });
  if (listed < before * (1 - MOST_SHRINKAGE)) return fail({ kind: 'SHRUNK', listed, before });
  return ok(undefined);
}
