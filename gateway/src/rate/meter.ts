/** Whom a meter counts for. */
export type MeterName = 'installation' | 'tenant' | 'principal';

/** Counts what one payer spent within the last minute, and what that payer may spend. */
export type Meter = {
  readonly name: MeterName;
  /** The same for the same payer in every process, and no personal data. */
  readonly key: string;
  /** Requests a minute; UNLIMITED: only their cost counts. */
  readonly maxRequests: number;
  /** Cost a minute, as demand control estimates it. */
  readonly maxCost: number;
};

/** No bound that anybody reaches. */
export const UNLIMITED = Number.MAX_SAFE_INTEGER;

/** One request, to be counted on every one of these meters or on none. */
export type Spending = {
  readonly meters: readonly [installation: Meter, tenant: Meter, principal: Meter];
  /** A whole number of at least 1. */
  readonly cost: number;
};

/** What a meter shows once a spending was decided. */
export type Reading = {
  readonly requests: number;
  readonly cost: number;
  /** Until the oldest of it counts no more; 0 when nothing was spent. */
  readonly resetMs: number;
};

/** What became of a spending. */
export type Verdict = {
  readonly isAllowed: boolean;
  /** Until the same spending would be allowed if nobody else spent meanwhile, or a minute when it never is; 0 when it is allowed. */
  readonly retryAfterMs: number;
  /** In the order of the spending's meters. */
  readonly readings: readonly [Reading, Reading, Reading];
};

/**
 * What was spent is counted in steps of 5 s. A step counts until it is 60 s since its end, so that no 60 s, wherever they begin, hold more
 * than a limit; what is spent counts for 60 to 65 s.
 */
export const STEP_MS = 5_000;
/** The step that is running, and the 12 before it: 12 × 5 s are the minute. */
export const STEPS = 13;
