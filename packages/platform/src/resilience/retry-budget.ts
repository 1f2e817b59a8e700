/** Says whether there may be another try, so that retries stay a share of the calls however much fails. */
export type RetryBudget = {
  /** To be told of each call; earns its share of a retry. */
  deposit(): void;
  /** True when one retry may be made; it is then spent. */
  take(): boolean;
};

/**
 * A bucket of retries: each call puts in `share` of one (0.2: at most every fifth call is retried in the long run), and it never holds more
 * than `reserve`, with which it starts: so many retries are there after a quiet time.
 */
export function createRetryBudget({ share, reserve }: { readonly share: number; readonly reserve: number }): RetryBudget {
  let held = reserve;
  return {
    deposit() {
      held = Math.min(reserve, held + share);
    },
    take() {
      // Five fifths do not add up to one in binary.
      if (held < 1 - 1e-9) return false;
      held -= 1;
      return true;
    },
  };
}

/**
 * How long to wait before the nth retry (from 1): anywhere between 0 and `baseMs` doubled with each retry, `maxMs` at most. Full jitter:
 * what failed together does not come back together.
 */
export function retryDelayMs(
  retry: number,
  { baseMs, maxMs }: { readonly baseMs: number; readonly maxMs: number },
  random: () => number,
): number {
  return random() * Math.min(maxMs, baseMs * 2 ** (retry - 1));
}
