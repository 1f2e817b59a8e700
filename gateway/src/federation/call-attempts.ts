import { type AbortNotice, CallAbort, pause, type RetryBudget, retryDelayMs } from '@academy/platform/resilience';
import type { CallOutcome, SendCall } from './call-outcome.ts';
import type { CallPolicies } from './call-policies.ts';

export type AttemptOptions = {
  readonly policies: CallPolicies;
  readonly budget: RetryBudget;
  /** Whether the same may be sent again: queries only. */
  readonly isRepeatable: boolean;
  /** In milliseconds of `performance.now()`: no retry begins after it. Read before each. */
  readonly dueAtMs: () => number;
  readonly signal: AbortNotice;
  /** From 0 to 1. */
  readonly random: () => number;
  readonly onRetry: () => void;
  readonly onHedge: () => void;
};

/** Sends a call until it is answered, or until another try is of no use, of no right or too late; gives the last outcome. Never rejects. */
export async function attempt(send: SendCall, options: AttemptOptions): Promise<CallOutcome> {
  const { policies, budget, isRepeatable, signal } = options;
  const once: SendCall =
    isRepeatable && policies.hedgeAfterMs !== undefined ? () => sendHedged(send, policies.hedgeAfterMs ?? 0, options) : send;
  let outcome = await once(signal);
  for (let retry = 1; retry <= policies.maxRetries; retry += 1) {
    if (outcome.kind === 'answered' || !isRepeatable || !outcome.isWorthAnother) return outcome;
    const delayMs = retryDelayMs(retry, { baseMs: policies.retryBaseMs, maxMs: policies.retryMaxMs }, options.random);
    if (performance.now() + delayMs >= options.dueAtMs() || !budget.take()) return outcome;
    if (!(await pause(delayMs, signal))) return outcome;
    options.onRetry();
    outcome = await once(signal);
  }
  return outcome;
}

/** Sends a second time what is not answered after a while; the first answer counts, and the other try is given up. */
async function sendHedged(send: SendCall, afterMs: number, options: AttemptOptions): Promise<CallOutcome> {
  const signal = new CallAbort();
  const giveUp = () => signal.abort();
  options.signal.addEventListener('abort', giveUp);
  if (options.signal.aborted) giveUp();
  try {
    const first = send(signal);
    const early = await Promise.race([first, pause(afterMs, signal)]);
    if (typeof early === 'object') return early;
    if (!early || !options.budget.take()) return await first;
    options.onHedge();
    const second = send(signal);
    return await Promise.race([answeredBy(first, second), answeredBy(second, first)]);
  } finally {
    options.signal.removeEventListener('abort', giveUp);
    giveUp();
  }
}

async function answeredBy(one: Promise<CallOutcome>, other: Promise<CallOutcome>): Promise<CallOutcome> {
  const outcome = await one;
  return outcome.kind === 'answered' ? outcome : other;
}
