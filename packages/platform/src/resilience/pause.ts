import type { AbortNotice } from './abort.ts';

/** Resolves after `ms`, with true; at once, with false, when `signal` aborts or has aborted. */
export function pause(ms: number, signal: AbortNotice): Promise<boolean> {
  const { promise, resolve } = Promise.withResolvers<boolean>();
  if (signal.aborted) {
    resolve(false);
    return promise;
  }
  const onAbort = () => {
    clearTimeout(timer);
    resolve(false);
  };
  const timer = setTimeout(() => {
    signal.removeEventListener('abort', onAbort);
    resolve(true);
  }, ms);
  signal.addEventListener('abort', onAbort, { once: true });
  return promise;
}
