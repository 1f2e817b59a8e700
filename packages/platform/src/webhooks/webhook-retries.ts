import { MINUTE_MS, SECOND_MS } from '@academy/kernel';

/** Waits between the attempts: 6 attempts in all, over about 1 h 13 min. */
const WAITS_MS: readonly number[] = [5 * SECOND_MS, 30 * SECOND_MS, 2 * MINUTE_MS, 10 * MINUTE_MS, 60 * MINUTE_MS];

/** Each wait is up to so much longer, so that what failed together does not come back together. */
const JITTER = 0.2;

/**
 * How long to wait after so many attempts, from 1, have failed: 5 s, 30 s, 2 min, 10 min and 1 h, each up to a fifth longer. undefined: it was tried often
 * enough. `random` is in [0, 1).
 */
export function webhookRetryMs(attempts: number, random: () => number): number | undefined {
  const waitMs = WAITS_MS[attempts - 1];
  return waitMs === undefined ? undefined : Math.round(waitMs * (1 + JITTER * random()));
}
