import type { Logger } from '@academy/platform/logger';
import type { Telemetry } from '@academy/platform/telemetry';
import { BrokenCircuitError, ConsecutiveBreaker, circuitBreaker, handleWhenResult } from 'cockatiel';
import type { CertificationAuthority } from './port.ts';

/** So many calls in a row without a usable answer open the breaker. */
const FAILURES_UNTIL_OPEN = 5;

export type GuardOptions = {
  /** While the breaker is open nothing is called; then one call tries. */
  readonly halfOpenAfterMs: number;
  readonly logger: Logger;
  readonly telemetry: Telemetry;
  /** Monotonic; default performance.now. */
  readonly nowMs?: () => number;
};

type Outcome = { readonly kind: string; readonly retryAfterMs?: number };
type Unavailable = { readonly kind: 'unavailable'; readonly cause: string; readonly retryAfterMs: number };

/**
 * The same authority, spared while it is down: submitting and asking have a breaker each, and a `Retry-After` silences its side until it
 * is over. What is not called is `unavailable`, with the time left. Every call is counted by its outcome.
 */
export function guardAuthority(authority: CertificationAuthority, options: GuardOptions): CertificationAuthority {
  const submitting = createSide('submit', options);
  const asking = createSide('ask', options);
  return {
    name: authority.name,
    version: authority.version,
    initialize: (call) => authority.initialize(call),
    submit: (request, call) => submitting(() => authority.submit(request, call)),
    find: (externalRef, call) => asking(() => authority.find(externalRef, call)),
    status: (authorityId, call) => asking(() => authority.status(authorityId, call)),
    standards: (page, call) => asking(() => authority.standards(page, call)),
    close: () => authority.close(),
  };
}

function createSide(name: 'submit' | 'ask', { halfOpenAfterMs, logger, telemetry, ...options }: GuardOptions) {
  const nowMs = options.nowMs ?? (() => performance.now());
  const calls = telemetry.counter('academy_authority_calls_total', 'Calls to the certification authority', ['side', 'outcome']);
  const isOpen = telemetry.gauge('academy_authority_breaker_open', '1 while calls to the authority are held back', ['side']);
  const breaker = circuitBreaker(
    handleWhenResult((result) => isFailure(result as Outcome)),
    { halfOpenAfter: halfOpenAfterMs, breaker: new ConsecutiveBreaker(FAILURES_UNTIL_OPEN) },
  );
  isOpen.set({ side: name }, 0);
  breaker.onBreak(() => {
    isOpen.set({ side: name }, 1);
    logger.error({ side: name, halfOpenAfterMs }, 'the authority does not answer: its breaker opened');
  });
  breaker.onReset(() => {
    isOpen.set({ side: name }, 0);
    logger.info({ side: name }, 'the authority answers again: its breaker closed');
  });
  let quietUntilMs = Number.NEGATIVE_INFINITY;

  return async <Result extends Outcome>(call: () => Promise<Result>): Promise<Result | Unavailable> => {
    const quietMs = quietUntilMs - nowMs();
    if (quietMs > 0) return held('RETRY_AFTER', Math.ceil(quietMs));
    try {
      const result = await breaker.execute(call);
      calls.inc({ side: name, outcome: result.kind });
      if (result.retryAfterMs !== undefined) quietUntilMs = nowMs() + result.retryAfterMs;
      return result;
    } catch (thrown) {
      if (thrown instanceof BrokenCircuitError) return held('BREAKER_OPEN', halfOpenAfterMs);
      throw thrown;
    }
  };

  function held(cause: string, retryAfterMs: number): Unavailable {
    calls.inc({ side: name, outcome: 'held' });
    return { kind: 'unavailable', cause, retryAfterMs };
  }
}

function isFailure({ kind }: Outcome): boolean {
  return kind === 'unknown' || kind === 'unavailable';
}
