import { Fault } from '@academy/kernel';
import { Webhook } from 'standardwebhooks';
import { OutboundFailure, type OutboundFailureReason, type OutboundFetch } from '../outbound/index.ts';

/** Something to be brought to an address, again under the same id when it is tried again. */
export type WebhookMessage = {
  readonly url: string;
  /** As `newWebhookSecret` makes them. */
  readonly secret: string;
  /** By this its receiver tells a repetition. */
  readonly id: string;
  /** JSON. */
  readonly body: string;
};

/** How an attempt went. */
export type WebhookOutcome =
  | { readonly kind: 'delivered'; readonly statusCode: number }
  | {
      readonly kind: 'failed';
      /** undefined when there was no answer. */
      readonly statusCode?: number;
      readonly failure: OutboundFailureReason | 'UNRESOLVED' | 'STATUS';
      /** Nothing comes of trying again: the receiver said that it is gone (410), or the address may not be called. */
      readonly isFinal: boolean;
    };

/** Time for one attempt: the receiver is to note it and answer, and to do its work afterwards. */
const DEADLINE_MS = 10_000;
/** The answer's status counts; of its body no more is read. */
const MAX_ANSWER_BYTES = 16 * 1024;

const GONE = 410;
const FINAL: ReadonlySet<OutboundFailureReason> = new Set(['NOT_A_URL', 'SCHEME', 'CREDENTIALS', 'PORT', 'HOST']);

/**
 * The message is brought once, signed as Standard Webhooks says (`webhook-id`, `webhook-timestamp`, `webhook-signature`: HMAC-SHA256 over id, time and
 * body), to an address that is checked again now. Never rejects for what the receiver does.
 */
export async function deliverWebhook(
  message: WebhookMessage,
  { fetch, now, signal }: { fetch: OutboundFetch; now: Date; signal?: AbortSignal },
): Promise<WebhookOutcome> {
  const { url, secret, id, body } = message;
  const headers = {
    'content-type': 'application/json',
    'webhook-id': id,
    'webhook-timestamp': String(Math.floor(now.getTime() / 1_000)),
    'webhook-signature': new Webhook(secret).sign(id, now, body),
  };
  try {
    const { status } = await fetch(url, {
      method: 'POST',
      headers,
      body,
      deadlineMs: DEADLINE_MS,
      maxBytes: MAX_ANSWER_BYTES,
      ...(signal === undefined ? {} : { signal }),
    });
    if (status >= 200 && status < 300) return { kind: 'delivered', statusCode: status };
    return { kind: 'failed', statusCode: status, failure: 'STATUS', isFinal: status === GONE };
  } catch (thrown) {
    if (thrown instanceof OutboundFailure) return { kind: 'failed', failure: thrown.reason, isFinal: FINAL.has(thrown.reason) };
    if (thrown instanceof Fault && thrown.isRetryable) return { kind: 'failed', failure: 'UNRESOLVED', isFinal: false };
    throw thrown;
  }
}
