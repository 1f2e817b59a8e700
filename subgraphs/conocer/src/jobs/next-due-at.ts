import { waitMs } from '../domain/submission-waits.ts';
import type { ConocerServices } from '../services.ts';
import type { SubmissionRow } from '../tables/submissions.ts';

/** When to turn to the authority again: after this submission's next wait, and not before the authority allows it. */
export function nextDueAt(
  { waits }: Pick<SubmissionRow, 'waits'>,
  answer: { readonly retryAfterMs?: number },
  services: Pick<ConocerServices, 'waits' | 'random'>,
  now: Date,
): Date {
  return new Date(now.getTime() + Math.max(answer.retryAfterMs ?? 0, waitMs(waits, services.waits, services.random())));
}
