import { type AuthorityName, authorityName } from '@academy/contracts';
import { SECOND_MS } from '@academy/kernel';
import { listOf, wholeNumber } from '@academy/platform/config';
import { outboundVariables } from '@academy/platform/outbound';
import { islandConfig } from '@academy/platform/subgraph';
import { z } from 'zod';
import { SANDBOX_URL } from './authority/sandbox.ts';
import { DEFAULT_WAITS } from './domain/submission-waits.ts';

const settings = z.object({
  /** Of a tenant that chose none. `sandbox`: the sandbox that we ship; `http`: another authority with the same protocol. */
  AUTHORITY: z.enum(['sandbox', 'http']).default('sandbox'),
  /** Authorities that a tenant may choose besides; a lot by hand where nothing is said. */
  AUTHORITIES: listOf(authorityName).default(['MANUAL_LOT']),
  AUTHORITY_URL: z.url({ protocol: /^https?$/ }).default(SANDBOX_URL),
  AUTHORITY_CLIENT_ID: z.string().min(1),
  AUTHORITY_CLIENT_SECRET: z.string().min(16),
  /** Of the sandbox where it is offered beside another authority. */
  SANDBOX_URL: z.url({ protocol: /^https?$/ }).optional(),
  SANDBOX_CLIENT_ID: z.string().min(1).optional(),
  SANDBOX_CLIENT_SECRET: z.string().min(16).optional(),
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
  /** Most submissions of one tenant in a minute, where it decided nothing. */
  SUBMISSIONS_PER_MINUTE: wholeNumber(1).default(600),
  /** Submissions of one tenant under way at once, over all processes. */
  SUBMISSION_LANES: wholeNumber(1).pipe(z.number().max(16)).default(4),
  /** How long the authority is left alone after five calls in a row without an answer. */
  BREAKER_PAUSE_MS: wholeNumber(1).default(10 * SECOND_MS),
  /** Where CONOCER's public list of standards is read; left out: the authority's own list is. */
  STANDARDS_FEED_URL: z.url({ protocol: /^https?$/ }).optional(),
  /** Hour of the daily reading, UTC: 11 is 5 in the morning in Mexico City. */
  STANDARDS_SYNC_HOUR_UTC: wholeNumber(0).pipe(z.number().max(23)).default(11),
  ...outboundVariables,
});

/** What this island's processes read besides what every island's do. Milliseconds throughout. */
export const conocerSettings = settings.superRefine(mustSettle).superRefine(mustReach);
export type ConocerSettings = z.infer<typeof conocerSettings>;

export const conocerConfig = islandConfig.extend(settings.shape).superRefine(mustSettle).superRefine(mustReach);
export type ConocerConfig = z.infer<typeof conocerConfig>;

/** The authority of a tenant that chose none. */
export function defaultAuthority({ AUTHORITY }: Pick<ConocerSettings, 'AUTHORITY'>): AuthorityName {
  return AUTHORITY === 'sandbox' ? 'SANDBOX' : 'HTTP';
}

/** Every authority that a tenant may have: the installation's first. */
export function authorityNames(settings: Pick<ConocerSettings, 'AUTHORITY' | 'AUTHORITIES'>): readonly AuthorityName[] {
  return [...new Set([defaultAuthority(settings), ...settings.AUTHORITIES])];
}

/** Whoever is offered can be reached: the sandbox beside another authority needs an address of its own, another beside the sandbox has none. */
function mustReach(
  given: Pick<z.infer<typeof settings>, 'AUTHORITY' | 'AUTHORITIES' | 'SANDBOX_CLIENT_ID' | 'SANDBOX_CLIENT_SECRET'>,
  context: z.core.$RefinementCtx,
): void {
  const { AUTHORITY, AUTHORITIES, SANDBOX_CLIENT_ID, SANDBOX_CLIENT_SECRET } = given;
  const isComplete = SANDBOX_CLIENT_ID !== undefined && SANDBOX_CLIENT_SECRET !== undefined;
  const message =
    AUTHORITY === 'sandbox'
      ? AUTHORITIES.includes('HTTP') && 'HTTP needs AUTHORITY=http; the sandbox can be offered beside it'
      : AUTHORITIES.includes('SANDBOX') && !isComplete && 'SANDBOX beside it needs SANDBOX_CLIENT_ID and SANDBOX_CLIENT_SECRET';
  if (message !== false) context.addIssue({ code: 'custom', path: ['AUTHORITIES'], message });
}

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
