import { wholeNumber } from '@academy/platform/config';
import { z } from 'zod';

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

export const rateLimitsDefaults: RateLimitsConfig = {
  globalCostPerMinute: 60_000_000,
  scale: 1,
  answerWithinMs: 50,
  processes: 1,
};

export const rateLimitsVariables = {
  GLOBAL_COST_PER_MINUTE: wholeNumber(1).default(rateLimitsDefaults.globalCostPerMinute),
  /** Every rate limit times this: for load tests. */
  RATE_LIMIT_SCALE: z.coerce.number('expected a number').positive('expected a number above 0').default(rateLimitsDefaults.scale),
};

type Given = z.infer<z.ZodObject<typeof rateLimitsVariables>>;

/** The configuration that the variables give to one of so many processes of a machine. */
export function rateLimitsConfig(given: Given, processes: number): RateLimitsConfig {
  return {
    ...rateLimitsDefaults,
    globalCostPerMinute: given.GLOBAL_COST_PER_MINUTE,
    scale: given.RATE_LIMIT_SCALE,
    processes,
  };
}
