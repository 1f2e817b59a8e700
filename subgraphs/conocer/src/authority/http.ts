import { Pool } from 'undici';
import type { z } from 'zod';
import { createAccessTokens } from './access-token.ts';
import { readAnswer, receiptAnswer, refusalAnswer, standardsAnswer, submissionAnswer, submissionsAnswer } from './answers.ts';
import { type Exchange, exchange, type HttpRequest } from './http-exchange.ts';
import type { AuthorityReport, JobAuthority, Reading, SubmissionRequest, SubmitOutcome } from './port.ts';
import { retryAfterOf } from './retry-after.ts';

const PROTOCOL_VERSION = '1';

/** Time for the connection itself; part of a call's total. */
const CONNECT_TIMEOUT_MS = 3_000;

const STANDARDS_PAGE_SIZE = 100;

export type HttpAuthorityOptions = {
  readonly name: JobAuthority['name'];
  /** May have a path: the protocol's paths come after it. */
  readonly url: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** Total of one call, token and body included. */
  readonly timeoutMs: number;
  /** Most connections at once. */
  readonly connections: number;
  /** Monotonic; default performance.now. */
  readonly nowMs?: () => number;
};

type Answered = Extract<Exchange, { kind: 'answered' }>;

/**
 * An authority behind HTTP with OAuth 2.0 client credentials. A submission is `unavailable` only where it is certain that the authority did
 * not act on it: not one byte was written, or it answered 401, 403, 404, 405 or 429. Whatever else goes wrong after the first byte is
 * `unknown`, a 5xx included. A refused token is renewed once per call: a 401 is answered before the request is acted on.
 */
export function createHttpAuthority(options: HttpAuthorityOptions): JobAuthority {
  const { origin, pathname } = new URL(options.url);
  const base = pathname.replace(/\/$/, '');
  const nowMs = options.nowMs ?? (() => performance.now());
  const pool = new Pool(origin, {
    connections: options.connections,
    // Several requests in flight on one connection would share its fate.
    pipelining: 1,
    allowH2: false,
    connect: { timeout: CONNECT_TIMEOUT_MS },
    // The total deadline is ours.
    headersTimeout: 0,
    bodyTimeout: 0,
  });
  const { clientId, clientSecret, timeoutMs } = options;
  const tokens = createAccessTokens({ dispatcher: pool, path: `${base}/oauth2/token`, clientId, clientSecret, timeoutMs, nowMs });

  /** The answer of an endpoint; `unavailable` when the request was certainly not sent for want of a token. */
  async function call(
    request: HttpRequest,
    signal: AbortSignal,
    withinMs = timeoutMs,
  ): Promise<Exchange | Extract<SubmitOutcome, { kind: 'unavailable' }>> {
    const deadlineMs = nowMs() + Math.min(withinMs, timeoutMs);
    for (let isRenewed = false; ; isRenewed = true) {
      const token = await tokens.get({ signal, deadlineMs, nowMs });
      if (token.kind === 'unavailable') return token;
      const headers = { accept: 'application/json', ...request.headers, authorization: `Bearer ${token.token}` };
      const answer = await exchange(pool, { ...request, path: `${base}${request.path}`, headers }, { signal, deadlineMs, nowMs });
      if (answer.kind !== 'answered' || answer.status !== 401) return answer;
      tokens.drop(token.token);
      if (isRenewed) return { kind: 'unavailable', cause: 'HTTP_401' };
    }
  }

  async function read<Schema extends z.ZodType>(
    path: string,
    schema: Schema,
    signal: AbortSignal,
  ): Promise<Reading<z.output<Schema>> | { kind: 'absent' }> {
    const answer = await call({ method: 'GET', path, headers: {} }, signal);
    if (answer.kind === 'unavailable') return answer;
    if (answer.kind === 'failed') return { kind: 'unavailable', cause: answer.cause };
    if (answer.status === 404) return { kind: 'absent' };
    if (answer.status !== 200) return { kind: 'unavailable', cause: `HTTP_${answer.status}`, ...retryAfterOf(answer.headers) };
    const value = readAnswer(schema, answer.body);
    return value === undefined ? { kind: 'unavailable', cause: 'UNREADABLE' } : { kind: 'answered', value };
  }

  return {
    name: options.name,
    version: PROTOCOL_VERSION,
    servedBy: 'JOB',
    async initialize({ signal }) {
      const token = await tokens.get({ signal, deadlineMs: nowMs() + timeoutMs, nowMs });
      return token.kind === 'token' ? { kind: 'answered', value: 'ready' } : token;
    },
    process: {
      async submit(request, { signal, withinMs }) {
        const answer = await call(toSubmitRequest(request), signal, withinMs);
        if (answer.kind === 'unavailable') return answer;
        if (answer.kind === 'failed') return { kind: answer.isWritten ? 'unknown' : 'unavailable', cause: answer.cause };
        return toSubmitOutcome(request.externalRef, answer);
      },
      async find(externalRef, { signal }) {
        const reading = await read(`/v1/submissions?externalRef=${encodeURIComponent(externalRef)}`, submissionsAnswer, signal);
        if (reading.kind === 'absent') return { kind: 'unavailable', cause: 'HTTP_404' };
        if (reading.kind === 'unavailable') return reading;
        const { items } = reading.value;
        return items.every((item) => item.externalRef === externalRef) ? { kind: 'answered', value: items } : ABOUT_ANOTHER;
      },
      async status(authorityId, { signal }): Promise<Reading<AuthorityReport | null>> {
        const reading = await read(`/v1/submissions/${encodeURIComponent(authorityId)}`, submissionAnswer, signal);
        if (reading.kind === 'absent') return { kind: 'answered', value: null };
        if (reading.kind === 'unavailable') return reading;
        return reading.value.authorityId === authorityId ? reading : ABOUT_ANOTHER;
      },
      async standards(page, { signal }) {
        const reading = await read(`/v1/standards?page=${page}&pageSize=${STANDARDS_PAGE_SIZE}`, standardsAnswer, signal);
        return reading.kind === 'absent' ? { kind: 'unavailable', cause: 'HTTP_404' } : reading;
      },
    },
    cleanup: () => pool.destroy(),
  };
}

const ABOUT_ANOTHER = { kind: 'unavailable', cause: 'ABOUT_ANOTHER_SUBMISSION' } as const;

function toSubmitRequest(request: SubmissionRequest): HttpRequest {
  return {
    method: 'POST',
    path: '/v1/submissions',
    // An authority that knows the header replays its first answer; one that does not ignores it.
    headers: { 'content-type': 'application/json', 'idempotency-key': request.externalRef },
    body: JSON.stringify(request),
  };
}

function toSubmitOutcome(externalRef: string, answer: Answered): SubmitOutcome {
  const { status } = answer;
  if (status === 200 || status === 201 || status === 202) {
    const receipt = readAnswer(receiptAnswer, answer.body);
    if (receipt === undefined) return { kind: 'unknown', cause: 'UNREADABLE' };
    if (receipt.externalRef !== externalRef) return { kind: 'unknown', cause: 'ABOUT_ANOTHER_SUBMISSION' };
    return { kind: 'accepted', authorityId: receipt.id };
  }
  const cause = `HTTP_${status}`;
  switch (status) {
    case 403:
    case 404:
    case 405:
    case 429:
      return { kind: 'unavailable', cause, ...retryAfterOf(answer.headers) };
    case 400:
    case 413:
    case 415:
    case 422:
      return { kind: 'refused', reason: refusalReason(answer), isCorrectable: true };
    default:
      return { kind: 'unknown', cause, ...retryAfterOf(answer.headers) };
  }
}

function refusalReason(answer: Answered): string {
  const fields = readAnswer(refusalAnswer, answer.body)?.errors.map(({ field }) => field) ?? [];
  if (fields.length === 0) return `La autoridad no aceptó la solicitud (HTTP ${answer.status}).`;
  return `La autoridad no aceptó estos datos: ${fields.join(', ')}.`;
}
