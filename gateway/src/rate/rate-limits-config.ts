/** What operators decide for the installation. */
export type RateLimitsConfig = {
  /** Cost a minute of all tenants together. */
  readonly globalCostPerMinute: number;
  /** What tenants' limits and that of the installation are multiplied by; not 1 only where load is tried out. */
  readonly scale: number;
  /** An operation waits no longer than this to be counted with those of other processes. */
  readonly answerWithinMs: number;
  /** Processes of this machine that serve: while Redis is away each allows its part. */
  readonly processes: number;
};
