import { HOUR_MS, MINUTE_MS, SECOND_MS } from '@academy/kernel';

/** Life of a sending: to be brought, brought, given up, or never tried because nobody is there to receive it. */
export type SendingStatus = 'PENDING' | 'SENT' | 'FAILED' | 'DROPPED';

/** How an attempt went, as the mailer tells it. `failure` is a code of ours. */
export type SendingOutcome =
  | { readonly kind: 'accepted' }
  /** Nothing comes of trying again. ADDRESS: nobody receives mail there; MESSAGE: this one is not wanted. */
  | { readonly kind: 'refused'; readonly of: 'ADDRESS' | 'MESSAGE'; readonly failure: string }
  /** `afterMs`: the other side asked for so much time. */
  | { readonly kind: 'later'; readonly failure: string; readonly afterMs?: number };

/**
 * Waits between the attempts: 6 attempts in all, over about 10 h 36 min, each up to a fifth longer. The second comes soon for a connection that broke, the third
 * after the few minutes that greylisting asks for.
 */
const WAITS_MS: readonly number[] = [30 * SECOND_MS, 6 * MINUTE_MS, 30 * MINUTE_MS, 2 * HOUR_MS, 8 * HOUR_MS];
const JITTER = 0.2;
/** Asked for more time than this, we come back after this. */
const LONGEST_ASKED_MS = 8 * HOUR_MS;

/** What becomes of the sending after so many attempts, from 1; `dueInMs` only while it is PENDING. `random` is in [0, 1). */
export function afterSending(
  attempts: number,
  outcome: SendingOutcome,
  random: () => number,
): { readonly status: SendingStatus; readonly failure: string | null; readonly dueInMs?: number } {
  switch (outcome.kind) {
    case 'accepted':
      return { status: 'SENT', failure: null };
    case 'refused':
      return { status: 'FAILED', failure: outcome.failure };
    case 'later': {
      const waitMs = WAITS_MS[attempts - 1];
      if (waitMs === undefined) return { status: 'FAILED', failure: outcome.failure };
      const leastMs = Math.max(waitMs, Math.min(outcome.afterMs ?? 0, LONGEST_ASKED_MS));
      return { status: 'PENDING', failure: outcome.failure, dueInMs: Math.round(leastMs * (1 + JITTER * random())) };
    }
  }
}
