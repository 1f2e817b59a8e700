import {
  BulkheadRejectedError,
  bulkhead,
  CircuitState,
  ConsecutiveBreaker,
  circuitBreaker,
  handleWhenResult,
  TaskCancelledError,
} from 'cockatiel';

/** `passing`: calls are made; `broken`: none is; `trying`: one finds out whether they may be again. */
export type BreakerState = 'passing' | 'trying' | 'broken';

/** Why a call was not made. `broken`: its dependency failed too often of late. `full`: too many wait already. `gone`: the caller left. */
export type Held = 'broken' | 'full' | 'gone';

export type DependencyGuardOptions<Outcome> = {
  /** Calls under way at once; more wait their turn. */
  readonly maxConcurrent: number;
  /** Calls that wait; one more is refused at once. */
  readonly maxQueued: number;
  /** So many failures in a row stop the calls. */
  readonly failuresUntilBroken: number;
  /** After this time one call tries; all others are still refused until it is answered. */
  readonly tryAfterMs: number;
  /** Whether an outcome says that the dependency is not well. `isTrying`: it is that of the one call that tries. */
  readonly isFailure: (outcome: Outcome, isTrying: boolean) => boolean;
  readonly onState: (state: BreakerState) => void;
  /** Monotonic; default performance.now. */
  readonly nowMs?: () => number;
};

/** Spares a dependency that is down, and the caller the wait for it. */
export type DependencyGuard<Outcome> = {
  /**
   * Does the work, or says why not. Rejects as the work does; a rejection is neither a failure nor a success. While it waits for its turn
   * an abort of `signal` is seen only when that comes: the caller has to stop waiting by itself.
   */
  run(work: () => Promise<Outcome>, signal: { readonly aborted: boolean }): Promise<Outcome | Held>;
};

/**
 * The library measures its pause by the machine's clock, which may be set back by minutes; it is told to make none, and the pause is made
 * here by a clock that only goes forward.
 */
const AT_ONCE = Number.NEGATIVE_INFINITY;

/** A circuit breaker inside of a bulkhead: what is refused for want of room says nothing about the dependency. */
export function createDependencyGuard<Outcome extends object>(
  options: DependencyGuardOptions<Outcome>,
): DependencyGuard<Outcome> {
  const { isFailure, onState, nowMs = () => performance.now() } = options;
  const room = bulkhead(options.maxConcurrent, options.maxQueued);
  const breaker = circuitBreaker(
    handleWhenResult((outcome) => isFailure(outcome as Outcome, breaker.state === CircuitState.HalfOpen)),
    { halfOpenAfter: AT_ONCE, breaker: new ConsecutiveBreaker(options.failuresUntilBroken) },
  );
  let brokenAtMs = 0;
  breaker.onBreak(() => {
    brokenAtMs = nowMs();
    onState('broken');
  });
  breaker.onHalfOpen(() => onState('trying'));
  breaker.onReset(() => onState('passing'));

  return {
    async run(work, signal) {
      try {
        return await room.execute(async () => {
          // The library would let all others wait for the one that tries, which may hang.
          if (breaker.state === CircuitState.HalfOpen) return 'broken';
          if (breaker.state === CircuitState.Open && nowMs() - brokenAtMs < options.tryAfterMs) return 'broken';
          return breaker.execute(work);
          // Of the signal the library reads whether it has aborted.
        }, signal as AbortSignal);
      } catch (thrown) {
        if (thrown instanceof BulkheadRejectedError) return 'full';
        if (thrown instanceof TaskCancelledError) return 'gone';
        throw thrown;
      }
    },
  };
}
