import { type AbortNotice, CallAbort } from '@academy/platform/resilience';
import { CallFailure } from '@academy/platform/topology';
import type { CallOutcome } from './call-outcome.ts';
import type { ExecutionContext, FetchResult, SubgraphFetch } from './subgraph-fetch.ts';

/** Why nobody waits for a call any more. */
export type Abandoned = 'late' | 'gone';

export type FlightEvents = {
  /** What somebody who waits gets of the outcome. `isFirst`: the parsed answer is this one's; others need one of their own. */
  readonly resultOf: (fetch: SubgraphFetch, outcome: CallOutcome, isFirst: boolean) => FetchResult;
  /** Somebody stops waiting. */
  readonly onLeave: (context: ExecutionContext, why: Abandoned) => void;
};

/** setTimeout takes no more. */
const MAX_TIMEOUT_MS = 2 ** 31 - 1;

/**
 * One call and everybody who waits for it. Each waits until the call lands, her own deadline passes or her own signal aborts, whatever the
 * call does meanwhile; when nobody waits any more, the call is aborted.
 */
export class Flight {
  /** The latest deadline of those who wait, in milliseconds of `performance.now()`. */
  dueAtMs = 0;
  /** Set when nobody waits any more. */
  abandoned: Abandoned | undefined;
  readonly #abort = new CallAbort();
  readonly #events: FlightEvents;
  readonly #passengers: Passenger[] = [];
  #hasLanded = false;

  constructor(events: FlightEvents) {
    this.#events = events;
  }

  /** Aborts when nobody waits any more. */
  get signal(): AbortNotice {
    return this.#abort;
  }

  /** Whether somebody with this deadline is served by it: it is under way, and not given up long before. */
  isFor(dueAtMs: number, nowMs: number): boolean {
    return !this.#hasLanded && this.abandoned === undefined && this.dueAtMs - nowMs >= (dueAtMs - nowMs) / 2;
  }

  /** Resolves with a result that is nobody else's. Never rejects. */
  join(fetch: SubgraphFetch, context: ExecutionContext): Promise<FetchResult> {
    this.dueAtMs = Math.max(this.dueAtMs, context.dueAtMs);
    const passenger = new Passenger(this, fetch, context);
    this.#passengers.push(passenger);
    return passenger.result;
  }

  /** The call ended: everybody who still waits gets a result. What comes later is ignored. */
  land(outcome: CallOutcome): void {
    if (this.#hasLanded) return;
    this.#hasLanded = true;
    // Those who need an answer of their own come first: once the first has the parsed one, it may have changed.
    for (let index = this.#passengers.length - 1; index >= 0; index -= 1) {
      const passenger = this.#passengers[index];
      passenger?.settle(this.#events.resultOf(passenger.fetch, outcome, index === 0));
    }
    // A map that was outgrown still points to what was in it, until the next major collection: that should not be answers.
    this.#passengers.length = 0;
  }

  /** Everybody who waits gets this outcome, and the call is given up. */
  divert(outcome: CallOutcome): void {
    this.land(outcome);
    this.abandoned ??= 'gone';
    this.#abort.abort();
  }

  leave(passenger: Passenger, why: Abandoned): void {
    this.#passengers.splice(this.#passengers.indexOf(passenger), 1);
    this.#events.onLeave(passenger.context, why);
    const outcome = { kind: 'failed', failure: new CallFailure('aborted', undefined), label: why, ...INNOCENT } as const;
    passenger.settle(this.#events.resultOf(passenger.fetch, outcome, false));
    if (this.#passengers.length > 0) return;
    this.abandoned = why;
    this.#abort.abort();
  }
}

const INNOCENT = { isItsFault: false, isWorthAnother: false } as const;

/** Somebody who waits for a call. */
class Passenger {
  readonly fetch: SubgraphFetch;
  readonly context: ExecutionContext;
  readonly result: Promise<FetchResult>;
  readonly #flight: Flight;
  readonly #timer: NodeJS.Timeout;
  #resolve!: (result: FetchResult) => void;

  constructor(flight: Flight, fetch: SubgraphFetch, context: ExecutionContext) {
    this.#flight = flight;
    this.fetch = fetch;
    this.context = context;
    this.result = new Promise((resolve) => {
      this.#resolve = resolve;
    });
    this.#timer = setTimeout(leaveLate, Math.min(context.dueAtMs - performance.now(), MAX_TIMEOUT_MS), this);
    context.signal.addEventListener('abort', this);
  }

  settle(result: FetchResult): void {
    clearTimeout(this.#timer);
    this.context.signal.removeEventListener('abort', this);
    this.#resolve(result);
  }

  /** Her signal aborted: at her deadline, or because nobody waits for her. */
  handleEvent(): void {
    const isLate = performance.now() >= this.context.dueAtMs - TIMER_SLACK_MS;
    this.#flight.leave(this, isLate ? 'late' : 'gone');
  }

  leave(): void {
    this.#flight.leave(this, 'late');
  }
}

/** A timer of the same deadline may fire a little before ours. */
const TIMER_SLACK_MS = 5;

function leaveLate(passenger: Passenger): void {
  passenger.leave();
}
