import { type WaitBounds, waitMs } from './submission-waits.ts';

/** How a tenant stands with an authority. Away: nothing is sent before `heldUntil`, and then one submission finds out. */
export type AuthorityStanding =
  | { readonly kind: 'answering' }
  | { readonly kind: 'away'; readonly since: Date; readonly cause: string; readonly heldUntil: Date; readonly tries: number };

/** The longest wait between two tries while an authority is away: it is back for this long before that is noticed. */
const LONGEST_TRY_MS = 60_000;

/**
 * What holds after a call that certainly did not reach the authority. Calls that were under way together count once. `retryAfterMs`: the authority does not
 * want to be asked before.
 */
export function holdAuthority(
  before: AuthorityStanding,
  failure: { readonly cause: string; readonly retryAfterMs?: number },
  bounds: WaitBounds,
  random: number,
  now: Date,
): AuthorityStanding {
  if (before.kind === 'away' && before.heldUntil > now) return before;
  const tries = before.kind === 'away' ? before.tries : 0;
  const wait = waitMs(tries, { ...bounds, maxMs: Math.min(bounds.maxMs, LONGEST_TRY_MS) }, random);
  return {
    kind: 'away',
    since: before.kind === 'away' ? before.since : now,
    cause: failure.cause,
    heldUntil: new Date(now.getTime() + Math.max(failure.retryAfterMs ?? 0, wait)),
    tries: tries + 1,
  };
}
