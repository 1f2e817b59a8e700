import type { ServerResponse } from 'node:http';

/** How long one request may take, and whether anybody still waits for its answer. */
export type RequestDeadline = {
  /** In milliseconds of `performance.now()`. */
  readonly dueAtMs: number;
  /** Aborts when the answer is due. Made when it is first asked for: most requests are answered from memory and need none. */
  readonly signal: AbortSignal;
  /** From here on the signal aborts too when the client hangs up. For what may be left undone: not for a mutation. */
  stopWhenNobodyWaits(): void;
  /** The request was answered: its timer is gone. */
  close(): void;
};

/** A deadline that many milliseconds from now. */
export function startDeadline(deadlineMs: number, response: ServerResponse): RequestDeadline {
  const dueAtMs = performance.now() + deadlineMs;
  let controller: AbortController | undefined;
  let timer: NodeJS.Timeout | undefined;
  let mayStop = false;
  const hangUp = () => {
    if (!response.writableFinished) controller?.abort(new Error('The client hung up.'));
  };
  const watch = () => {
    if (response.destroyed) hangUp();
    else response.once('close', hangUp);
  };
  return {
    dueAtMs,
    get signal() {
      if (controller === undefined) {
        const made = new AbortController();
        controller = made;
        const late = () => made.abort(new DOMException('The answer was not ready in time.', 'TimeoutError'));
        timer = setTimeout(late, Math.max(0, dueAtMs - performance.now()));
        if (mayStop) watch();
      }
      return controller.signal;
    },
    stopWhenNobodyWaits() {
      mayStop = true;
      if (controller !== undefined) watch();
    },
    close() {
      clearTimeout(timer);
      if (controller !== undefined) response.off('close', hangUp);
    },
  };
}
