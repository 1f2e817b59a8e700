import { Fault, SECOND_MS } from '@academy/kernel';
import { pause } from '@academy/platform/resilience';

/** Wait before something is asked again whose island was away. */
const RETRY_MS = SECOND_MS;

/** Asks again and again while an island is away. Undefined when nobody waits any more. Rejects with a Fault that is not retryable. */
export async function patiently<Answer>(ask: () => Promise<Answer>, signal: AbortSignal): Promise<Answer | undefined> {
  while (!signal.aborted) {
    try {
      return await ask();
    } catch (thrown) {
      if (signal.aborted) return undefined;
      if (!(thrown instanceof Fault) || !thrown.isRetryable) throw thrown;
      // Not all at once: many may wait for the same island.
      await pause(RETRY_MS * (0.5 + Math.random()), signal);
    }
  }
  return undefined;
}
