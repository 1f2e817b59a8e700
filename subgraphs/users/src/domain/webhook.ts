/** Events that a tenant can be told of. */
export const WEBHOOK_TOPICS = [
  'CERTIFICATION_STATUS_CHANGED',
  'CERTIFICATE_ISSUED',
  'CERTIFICATE_REVOKED',
  'NOTIFICATION_SENT',
] as const;

export type WebhookTopic = (typeof WEBHOOK_TOPICS)[number];

/** Life of a delivery: to be brought, brought, or given up. */
export type DeliveryStatus = 'PENDING' | 'DELIVERED' | 'FAILED';

/** How often it was tried, and how the last attempt went. */
export type DeliveryState = {
  readonly status: DeliveryStatus;
  readonly attempts: number;
  readonly statusCode: number | null;
  readonly failure: string | null;
  readonly attemptedAt: Date | null;
};

/** An attempt as the island that brings it tells it. */
export type Attempt =
  | { readonly kind: 'delivered'; readonly statusCode: number }
  | { readonly kind: 'failed'; readonly statusCode?: number; readonly failure: string; readonly isFinal: boolean };

/**
 * The delivery after one more attempt, and when it is due again: undefined when it is over. `retryMs` says how long to wait after so many attempts, or that
 * it was tried often enough.
 */
export function afterAttempt(
  before: Pick<DeliveryState, 'attempts'>,
  attempt: Attempt,
  now: Date,
  retryMs: (attempts: number) => number | undefined,
): { readonly state: DeliveryState; readonly dueAt: Date | undefined } {
  const attempts = before.attempts + 1;
  const tried = { attempts, statusCode: attempt.statusCode ?? null, attemptedAt: now };
  if (attempt.kind === 'delivered') return { state: { ...tried, status: 'DELIVERED', failure: null }, dueAt: undefined };
  const waitMs = attempt.isFinal ? undefined : retryMs(attempts);
  const status = waitMs === undefined ? 'FAILED' : 'PENDING';
  const dueAt = waitMs === undefined ? undefined : new Date(now.getTime() + waitMs);
  return { state: { ...tried, status, failure: attempt.failure }, dueAt };
}
