import { SECOND_MS } from '@academy/kernel';
import { type Meter, UNLIMITED } from './meter.ts';
import type { Standing } from './standing.ts';

const WINDOW_SECONDS = 60;

/**
 * Headers that tell how a limit stands: the three that clients know, of the tightest limit, and the two of the current draft, which names them
 * all. https://datatracker.ietf.org/doc/draft-ietf-httpapi-ratelimit-headers/
 */
export function rateHeadersOf({ meter, unit, limit, remaining, resetMs }: Standing, policy: string): Record<string, string> {
  const left = Math.max(0, remaining);
  const resetSeconds = Math.ceil(resetMs / SECOND_MS);
  return {
    'ratelimit-limit': String(limit),
    'ratelimit-remaining': String(left),
    'ratelimit-reset': String(resetSeconds),
    'ratelimit-policy': policy,
    ratelimit: `"${meter.name}-${unit}";r=${left};t=${resetSeconds}`,
  };
}

/** The limits of these meters, as `RateLimit-Policy` names them. */
export function policyOf(meters: readonly Meter[]): string {
  const policies: string[] = [];
  for (const { name, maxRequests, maxCost } of meters) {
    if (maxRequests < UNLIMITED) policies.push(`"${name}-requests";q=${maxRequests};w=${WINDOW_SECONDS}`);
    if (maxCost < UNLIMITED) policies.push(`"${name}-cost";q=${maxCost};w=${WINDOW_SECONDS};qu="cost"`);
  }
  return policies.join(', ');
}
