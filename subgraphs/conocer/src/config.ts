import { SECOND_MS } from '@academy/kernel';
import { wholeNumber } from '@academy/platform/config';
import { islandConfig } from '@academy/platform/subgraph';
import { z } from 'zod';
import { SANDBOX_URL } from './authority/sandbox.ts';
import { DEFAULT_WAITS } from './domain/submission-waits.ts';

const settings = z.object({
  /** `sandbox`: the sandbox that we ship; `http`: another authority with the same protocol. */
  AUTHORITY: z.enum(['sandbox', 'http']).default('sandbox'),
  AUTHORITY_URL: z.url({ protocol: /^https?$/ }).default(SANDBOX_URL),
  AUTHORITY_CLIENT_ID: z.string().min(1),
  AUTHORITY_CLIENT_SECRET: z.string().min(16),
  /** First wait between two questions about a submission; each is twice the one before. */
  POLL_FIRST_MS: wholeNumber(1).default(DEFAULT_WAITS.firstMs),
  /** Longest wait between two questions. */
  POLL_MAX_MS: wholeNumber(1).default(DEFAULT_WAITS.maxMs),
  /** Total of one call to the authority. A job must end within 25 s, and asks for the candidate's data (5 s) before it calls. */
  SUBMIT_TIMEOUT_MS: wholeNumber(1)
    .pipe(z.number().max(15 * SECOND_MS))
    .default(10 * SECOND_MS),
  /** How long the authority may take to show what it received: twice this long absent is what allows a second sending. */
  LOOKUP_SETTLE_MS: wholeNumber(1).default(30 * SECOND_MS),
  /** How long the authority is left alone after five calls in a row without an answer. */
  BREAKER_PAUSE_MS: wholeNumber(1).default(10 * SECOND_MS),
});

/** What this island's processes read besides what every island's do. Milliseconds throughout. */
export const conocerSettings = settings.superRefine(mustSettle);
export type ConocerSettings = z.infer<typeof conocerSettings>;

export const conocerConfig = islandConfig.extend(settings.shape).superRefine(mustSettle);
export type ConocerConfig = z.infer<typeof conocerConfig>;

/**
 * An authority may work on a call for as long as the call lasts: a look-up that is believed sooner could miss what it is about to record. The sandbox
 * records before it answers, and shows it at once.
 */
function mustSettle(
  given: Pick<z.infer<typeof settings>, 'AUTHORITY' | 'LOOKUP_SETTLE_MS' | 'SUBMIT_TIMEOUT_MS'>,
  context: z.core.$RefinementCtx,
): void {
  const { AUTHORITY, LOOKUP_SETTLE_MS, SUBMIT_TIMEOUT_MS } = given;
  if (AUTHORITY === 'sandbox' || LOOKUP_SETTLE_MS > SUBMIT_TIMEOUT_MS) return;
  const message = `must be above SUBMIT_TIMEOUT_MS (${SUBMIT_TIMEOUT_MS}), got ${LOOKUP_SETTLE_MS}; raise it, or shorten the call`;
  context.addIssue({ code: 'custom', path: ['LOOKUP_SETTLE_MS'], message });
}
