/** What the stream brought for one watch and the watch has not come to. */
export type Inbox<Entry> = {
  put(entry: Entry): void;
  /** Entries may be missing. */
  lose(): void;
  /** The oldest entry; then `lost` if any may be missing; waits while there is nothing. `stopped`, at once, when the signal has aborted. */
  take(): Promise<Entry | 'lost' | 'stopped'>;
};

/** Entries that wait for a slow client; with more, they are forgotten and read from the log when the client comes to them. */
const MAX_WAITING = 256;

/** An empty inbox of one reader. */
export function openInbox<Entry>(signal: AbortSignal): Inbox<Entry> {
  let waiting: Entry[] = [];
  let hasLost = false;
  let wake: (() => void) | undefined;
  signal.addEventListener('abort', () => wake?.(), { once: true });
  return {
    put(entry) {
      if (waiting.length >= MAX_WAITING) {
        waiting = [];
        hasLost = true;
      } else waiting.push(entry);
      wake?.();
    },
    lose() {
      hasLost = true;
      wake?.();
    },
    async take() {
      for (;;) {
        if (signal.aborted) return 'stopped';
        const entry = waiting.shift();
        if (entry !== undefined) return entry;
        if (hasLost) {
          hasLost = false;
          return 'lost';
        }
        const { promise, resolve } = Promise.withResolvers<void>();
        wake = resolve;
        await promise;
        wake = undefined;
      }
    },
  };
}
