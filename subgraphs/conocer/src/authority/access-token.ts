import type { Dispatcher } from 'undici';
import { readAnswer, tokenAnswer } from './answers.ts';
import { type Exchange, exchange, type Limits, overAt } from './http-exchange.ts';
import { retryAfterOf } from './retry-after.ts';

/** A token is not used in the last tenth of its life, 30 s at most: it must outlive the call that carries it. */
const RESERVE_SHARE = 0.1;
const MOST_RESERVE_MS = 30_000;

export type TokenReading =
  | { readonly kind: 'token'; readonly token: string }
  | { readonly kind: 'unavailable'; readonly cause: string; readonly retryAfterMs?: number };

export type AccessTokens = {
  /** A live token; asks for one when there is none, once for all who wait, each within its own limits. */
  get(limits: Limits): Promise<TokenReading>;
  /** The authority refused this token; the next `get` asks for another. */
  drop(token: string): void;
};

/** Access tokens by OAuth 2.0 client credentials, RFC 6749 §4.4. `timeoutMs` bounds one request for a token. */
export function createAccessTokens(options: {
  dispatcher: Dispatcher;
  path: string;
  clientId: string;
  clientSecret: string;
  timeoutMs: number;
  nowMs: () => number;
}): AccessTokens {
  const { dispatcher, path, clientId, clientSecret, nowMs } = options;
  // Each half form-encoded first: RFC 6749 §2.3.1.
  const credentials = `${formEncode(clientId)}:${formEncode(clientSecret)}`;
  const request = {
    method: 'POST' as const,
    path,
    headers: {
      accept: 'application/json',
      'content-type': 'application/x-www-form-urlencoded',
      authorization: `Basic ${Buffer.from(credentials).toString('base64')}`,
    },
    body: 'grant_type=client_credentials',
  };
  let current: { token: string; usableUntilMs: number } | undefined;
  let asking: Promise<TokenReading> | undefined;

  async function ask(): Promise<TokenReading> {
    const askedAtMs = nowMs();
    const deadlineMs = askedAtMs + options.timeoutMs;
    const answer = await exchange(dispatcher, request, { signal: new AbortController().signal, deadlineMs, nowMs });
    if (answer.kind === 'failed') return { kind: 'unavailable', cause: `TOKEN_${answer.cause}` };
    const read = answer.status === 200 ? readAnswer(tokenAnswer, answer.body) : undefined;
    if (read === undefined) return { kind: 'unavailable', cause: `TOKEN_${describe(answer)}`, ...retryAfterOf(answer.headers) };
    const lifeMs = read.expires_in * 1_000;
    current = {
      token: read.access_token,
      usableUntilMs: askedAtMs + lifeMs - Math.min(lifeMs * RESERVE_SHARE, MOST_RESERVE_MS),
    };
    return { kind: 'token', token: read.access_token };
  }

  return {
    async get(limits) {
      if (current !== undefined && nowMs() < current.usableUntilMs) return { kind: 'token', token: current.token };
      asking ??= ask().finally(() => {
        asking = undefined;
      });
      const over = overAt(limits);
      const { promise, resolve } = Promise.withResolvers<TokenReading>();
      const onOver = () => resolve({ kind: 'unavailable', cause: 'TOKEN_DEADLINE' });
      if (over.aborted) onOver();
      else over.addEventListener('abort', onOver, { once: true });
      return Promise.race([asking, promise]).finally(() => over.removeEventListener('abort', onOver));
    },
    drop(token) {
      if (current?.token === token) current = undefined;
    },
  };
}

function describe(answer: Extract<Exchange, { kind: 'answered' }>): string {
  return answer.status === 200 ? 'UNREADABLE' : `HTTP_${answer.status}`;
}

function formEncode(text: string): string {
  return new URLSearchParams({ '': text }).toString().slice(1);
}
