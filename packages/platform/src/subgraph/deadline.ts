import type { EventEmitter } from 'node:events';

/** No operation may take longer, whatever its caller says. */
const MAX_OPERATION_MS = 15_000;

/** The milliseconds that a call leaves to its operation: what the header says, at most `MAX_OPERATION_MS`, which is also what nonsense means. */
export function remainingMs(header: string | readonly string[] | undefined): number {
  if (typeof header !== 'string' || !/^\d{1,9}(\.\d+)?$/.test(header)) return MAX_OPERATION_MS;
  return Math.min(Number(header), MAX_OPERATION_MS);
}

/** Aborts after so many milliseconds, or as soon as the connection of the answer closes. Close it when the operation is over. */
export function openDeadline(ms: number, answer: EventEmitter): { readonly signal: AbortSignal; close(): void } {
  const controller = new AbortController();
  const abort = () => controller.abort();
  if (ms === 0) abort();
  const timer = setTimeout(abort, ms);
  answer.once('close', abort);
  return {
    signal: controller.signal,
    close() {
      clearTimeout(timer);
      answer.off('close', abort);
    },
  };
}
