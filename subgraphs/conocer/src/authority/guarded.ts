import type { AuthorityName } from '@academy/contracts';
import type { Logger } from '@academy/platform/logger';
import type { Telemetry } from '@academy/platform/telemetry';
import { BrokenCircuitError, ConsecutiveBreaker, circuitBreaker, handleWhenResult } from 'cockatiel';
import type { JobAuthority, Unavailable } from './port.ts';

/** So many calls in a row without a usable answer open the breaker. */
const FAILURES_UNTIL_OPEN = 5;

/** Handing in, and all questions. */
export type BreakerSide = 'SUBMIT' | 'ASK';
/** OPEN: nothing is called; HALF_OPEN: one call finds out whether the authority is back. */
export type BreakerState = 'CLOSED' | 'OPEN' | 'HALF_OPEN';

export type GuardOptions = {
  /** While the breaker is open nothing is called; then one call tries. */
  readonly halfOpenAfterMs: number;
  readonly logger: Logger;
  readonly telemetry: Telemetry;
  /** Told when a side's calls are held back, tried, or made again; not waited for. */
  onState?(side: BreakerSide, state: BreakerState): void;
  /** Monotonic; default performance.now. */
  readonly nowMs?: () => number;
};

type Outcome = { readonly kind: string; readonly retryAfterMs?: number };

/**
 * The same authority, spared while it is down: submitting and asking have a breaker each, and a `Retry-After` silences its side until it
 * is over. What is not called is `unavailable`, with the time left. Every call is counted by its outcome.
 */
export function guardAuthority(authority: JobAuthority, options: GuardOptions): JobAuthority {
  const { submit, find, status, standards } = authority.process;
  const submitting = createSide({ side: 'submit', authority: authority.name }, options);
  const asking = createSide({ side: 'ask', authority: authority.name }, options);
  return {
    ...authority,
    process: {
      submit: (request, call) => submitting(() => submit(request, call)),
      find: (externalRef, call) => asking(() => find(externalRef, call)),
      status: (authorityId, call) => asking(() => status(authorityId, call)),
      standards: (page, call) => asking(() => standards(page, call)),
    },
  };
}

type Side = { readonly authority: AuthorityName; readonly side: 'submit' | 'ask' };

function createSide(side: Side, { halfOpenAfterMs, logger, telemetry, ...options }: GuardOptions) {
  const nowMs = options.nowMs ?? (() => performance.now());
  const calls = telemetry.counter('academy_authority_calls_total', 'Calls to the certification authority', [
    'side',
    'outcome',
    'authority',
  ]);
  const isOpen = telemetry.gauge('academy_authority_breaker_open', '1 while calls to the authority are held back', [
    'side',
    'authority',
  ]);
  const breaker = circuitBreaker(
    handleWhenResult((result) => isFailure(result as Outcome)),
    { halfOpenAfter: halfOpenAfterMs, breaker: new ConsecutiveBreaker(FAILURES_UNTIL_OPEN) },
  );
  const tell = (state: BreakerState) => options.onState?.(side.side === 'submit' ? 'SUBMIT' : 'ASK', state);
  isOpen.set(side, 0);
  breaker.onBreak(() => {
    isOpen.set(side, 1);
    logger.error({ ...side, halfOpenAfterMs }, 'the authority does not answer: its breaker opened');
    tell('OPEN');
  });
  breaker.onHalfOpen(() => tell('HALF_OPEN'));
  breaker.onReset(() => {
    isOpen.set(side, 0);
    logger.info(side, 'the authority answers again: its breaker closed');
    tell('CLOSED');
  });
  let quietUntilMs = Number.NEGATIVE_INFINITY;

  return async <Result extends Outcome>(call: () => Promise<Result>): Promise<Result | Unavailable> => {
    const quietMs = quietUntilMs - nowMs();
    if (quietMs > 0) return held('RETRY_AFTER', Math.ceil(quietMs));
    try {
      const result = await breaker.execute(call);
      calls.inc({ ...side, outcome: result.kind });
      if (result.retryAfterMs !== undefined) quietUntilMs = nowMs() + result.retryAfterMs;
      return result;
    } catch (thrown) {
      if (thrown instanceof BrokenCircuitError) return held('BREAKER_OPEN', halfOpenAfterMs);
      throw thrown;
    }
  };

  function held(cause: string, retryAfterMs: number): Unavailable {
    calls.inc({ ...side, outcome: 'held' });
    return { kind: 'unavailable', cause, retryAfterMs };
  }
}

function isFailure({ kind }: Outcome): boolean {
  return kind === 'unknown' || kind === 'unavailable';
}
