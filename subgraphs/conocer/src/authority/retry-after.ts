import type { IncomingHttpHeaders } from 'node:http';
import { HOUR_MS, SECOND_MS } from '@academy/kernel';

/** However long the authority asks us to wait, we ask again after this: a mistaken header must not silence a case. */
const LONGEST_MS = HOUR_MS;

/** The wait that an answer asks for, RFC 9110 §10.2.3: seconds, or a date against the answer's own; empty when it asks for none. */
export function retryAfterOf(headers: IncomingHttpHeaders): { retryAfterMs?: number } {
  const text = headers['retry-after']?.trim();
  if (text === undefined) return {};
  if (/^\d{1,9}$/.test(text)) return { retryAfterMs: Math.min(Number(text) * SECOND_MS, LONGEST_MS) };
  // By the authority's own clock, whatever ours says.
  const waitMs = Date.parse(text) - Date.parse(headers.date ?? '');
  return Number.isFinite(waitMs) && waitMs >= 0 ? { retryAfterMs: Math.min(waitMs, LONGEST_MS) } : {};
}
