import type { LookupFunction } from 'node:net';
import { Client, errors } from 'undici';
import type { OutboundPolicy } from './outbound-policy.ts';
import type { OutboundRefusal } from './outbound-url.ts';
import { type HostAddress, type ResolveHost, resolveOutbound, systemResolver } from './resolve-outbound.ts';

/** Why there is no answer. */
export type OutboundFailureReason = OutboundRefusal['reason'] | 'REDIRECT' | 'TOO_LARGE' | 'DEADLINE' | 'UNREACHABLE';

/** Thrown by an outbound fetch. `message` holds no internals and may be shown to whoever gave the address; they are in `cause`. */
export class OutboundFailure extends Error {
  readonly reason: OutboundFailureReason;

  constructor(reason: OutboundFailureReason, message: string, options?: { cause?: unknown }) {
    super(message, options);
    this.name = 'OutboundFailure';
    this.reason = reason;
  }
}

export type OutboundRequest = {
  readonly method?: 'GET' | 'POST';
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  /** Resolving, connecting, and the whole answer together. Default 10 s. */
  readonly deadlineMs?: number;
  /** Of the answer's body. Default 256 KiB. */
  readonly maxBytes?: number;
  readonly signal?: AbortSignal;
};

export type OutboundAnswer = {
  readonly status: number;
  /** Names in lower case; one that came more than once is joined with commas. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
};

/**
 * One request to an address that somebody gave us, and its answer, whatever its status but a redirect. Rejects with OutboundFailure: for an address
 * that may not be called, for a redirect (it would lead where nothing was checked), for an answer that is too large or late, and when nobody answers.
 */
export type OutboundFetch = (address: string, request?: OutboundRequest) => Promise<OutboundAnswer>;

const DEADLINE_MS = 10_000;
const MAX_BYTES = 256 * 1024;
const CONNECT_TIMEOUT_MS = 5_000;

/**
 * A fetch that holds to this policy. Each call resolves the name once and connects to the very addresses that were checked, on a connection of
 * its own: a name that leads elsewhere a moment later (DNS rebinding) gains nothing. Proxies of the environment are not used.
 */
export function createOutboundFetch(policy: OutboundPolicy, resolve: ResolveHost = systemResolver): OutboundFetch {
  return async (address, request = {}) => {
    const { deadlineMs = DEADLINE_MS, maxBytes = MAX_BYTES } = request;
    const deadline = AbortSignal.timeout(deadlineMs);
    const signal = request.signal === undefined ? deadline : AbortSignal.any([deadline, request.signal]);
    const target = await orAborted(resolveOutbound(address, policy, resolve), signal, deadlineMs);
    if (!target.ok) throw new OutboundFailure(target.error.reason, target.error.message);
    const { url, addresses } = target.value;
    const client = new Client(url.origin, {
      allowH2: false,
      maxResponseSize: maxBytes,
      headersTimeout: deadlineMs,
      bodyTimeout: deadlineMs,
      connect: { lookup: pinnedTo(addresses), timeout: Math.min(CONNECT_TIMEOUT_MS, deadlineMs) },
    });
    try {
      const answer = await client.request({
        path: `${url.pathname}${url.search}`,
        method: request.method ?? 'GET',
        headers: { 'user-agent': 'madfam-academy', ...request.headers },
        body: request.body ?? null,
        signal,
      });
      const { statusCode: status } = answer;
      if (status >= 300 && status < 400) {
        throw new OutboundFailure(
          'REDIRECT',
          `The address answered with a redirect (${status}), which is not followed; give the final address.`,
        );
      }
      return { status, headers: flatten(answer.headers), body: await answer.body.text() };
    } catch (thrown) {
      throw failureOf(thrown, signal, deadlineMs, maxBytes);
    } finally {
      // Also ends what is still under way, such as the body of a redirect.
      await client.destroy();
    }
  };
}

/** A lookup that knows these addresses alone. */
function pinnedTo(addresses: readonly HostAddress[]): LookupFunction {
  return (_host, options, callback) => {
    if (options.all === true) return callback(null, [...addresses]);
    const [first] = addresses;
    if (first === undefined) return callback(new Error('No address was checked.'), '', 4);
    callback(null, first.address, first.family);
  };
}

async function orAborted<T>(work: Promise<T>, signal: AbortSignal, deadlineMs: number): Promise<T> {
  const { promise, reject } = Promise.withResolvers<never>();
  const abort = () => reject(tooLate(signal, deadlineMs));
  signal.addEventListener('abort', abort);
  if (signal.aborted) abort();
  try {
    return await Promise.race([work, promise]);
  } finally {
    signal.removeEventListener('abort', abort);
  }
}

function failureOf(thrown: unknown, signal: AbortSignal, deadlineMs: number, maxBytes: number): OutboundFailure {
  if (thrown instanceof OutboundFailure) return thrown;
  if (thrown instanceof errors.ResponseExceededMaxSizeError) {
    return new OutboundFailure('TOO_LARGE', `The answer is larger than ${maxBytes} bytes.`, { cause: thrown });
  }
  const isLate = thrown instanceof errors.HeadersTimeoutError || thrown instanceof errors.BodyTimeoutError;
  if (signal.aborted || isLate) return tooLate(signal, deadlineMs);
  return new OutboundFailure('UNREACHABLE', 'The address does not answer as a web server over TLS should.', { cause: thrown });
}

function tooLate(signal: AbortSignal, deadlineMs: number): OutboundFailure {
  return new OutboundFailure('DEADLINE', `The address did not answer within ${deadlineMs} ms.`, { cause: signal.reason });
}

function flatten(headers: Readonly<Record<string, string | string[] | undefined>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) => (value === undefined ? [] : [[name.toLowerCase(), String(value)]])),
  );
}
