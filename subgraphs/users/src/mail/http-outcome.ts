import { Fault, SECOND_MS } from '@academy/kernel';
import { type OutboundAnswer, OutboundFailure, type OutboundFetch, type OutboundRequest } from '@academy/platform/outbound';
import type { SendingOutcome } from '../domain/notification-sending.ts';

/** Of one call, connecting included: well below the lease of a job. */
const DEADLINE_MS = 15_000;
const MAX_ANSWER_BYTES = 64 * 1024;

/** How a mail service says that it is the address which is wrong. */
export type ReadsAsAddress = (answer: OutboundAnswer) => boolean;

/**
 * The e-mail was handed to a mail service by one call. 2xx: it took it. 408, 425, 429 and 5xx: again later, after the time that it asks for. 401, 403 and 404
 * are the operator's to mend: again later too. Any other status: it does not want this e-mail, ever.
 */
export async function callMailService(
  fetch: OutboundFetch,
  call: {
    readonly url: string;
    readonly request: OutboundRequest;
    readonly now: () => number;
    readonly deadlineMs?: number | undefined;
  },
  isAddressWrong: ReadsAsAddress,
): Promise<SendingOutcome> {
  const limits = { deadlineMs: call.deadlineMs ?? DEADLINE_MS, maxBytes: MAX_ANSWER_BYTES };
  try {
    const answer = await fetch(call.url, { ...call.request, method: 'POST', ...limits });
    const { status } = answer;
    if (status >= 200 && status < 300) return { kind: 'accepted' };
    const failure = `HTTP_${status}`;
    if (status >= 500 || LATER.has(status)) return { kind: 'later', failure, ...askedFor(answer, call.now()) };
    return { kind: 'refused', of: isAddressWrong(answer) ? 'ADDRESS' : 'MESSAGE', failure };
  } catch (thrown) {
    if (thrown instanceof OutboundFailure) return { kind: 'later', failure: thrown.reason };
    if (thrown instanceof Fault && thrown.isRetryable) return { kind: 'later', failure: 'UNRESOLVED' };
    throw thrown;
  }
}

const LATER: ReadonlySet<number> = new Set([401, 403, 404, 408, 425, 429]);

/** `Retry-After` in seconds or as a date; else `X-RateLimit-Reset`, in seconds since the epoch. */
function askedFor({ headers }: OutboundAnswer, nowMs: number): { readonly afterMs?: number } {
  const retryAfter = headers['retry-after'];
  const reset = headers['x-ratelimit-reset'];
  if (retryAfter !== undefined && /^\d{1,9}$/.test(retryAfter)) return { afterMs: Number(retryAfter) * SECOND_MS };
  const at =
    retryAfter !== undefined ? Date.parse(retryAfter) : /^\d{9,11}$/.test(reset ?? '') ? Number(reset) * SECOND_MS : Number.NaN;
  return Number.isNaN(at) ? {} : { afterMs: Math.max(0, at - nowMs) };
}

/** The answer's body as JSON; undefined when it is none. */
export function jsonOf({ body }: OutboundAnswer): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}
