import type { ServerResponse } from 'node:http';

/** A text is handed on in pieces of this size, so that it shows whether a client reads even one long answer. */
const PIECE_BYTES = 64 * 1_024;

/** Text to one client over a response, no faster than it reads: in this process waits no more than the text that is being written. */
export type ResponseFlow = {
  /** Resolves when everything is on its way, or the signal aborts. One after the other. */
  write(text: string, signal: AbortSignal): Promise<void>;
  /** Writes this unless something else waits. */
  writeIfIdle(text: string): void;
  /** How long something has waited and nothing of it was taken. 0 while nothing waits. Ask it at every turn of a sweep. */
  stalledMs(nowMs: number): number;
};

/** The flow of a response whose head was written. */
export function createResponseFlow(response: ServerResponse): ResponseFlow {
  const { socket } = response;
  let isWriting = false;
  let takenBefore = -1;
  let stalledSinceMs: number | undefined;

  /** Bytes that left this process. */
  const taken = () => (socket?.bytesWritten ?? 0) - (socket?.writableLength ?? 0);

  async function write(text: string, signal: AbortSignal): Promise<void> {
    if (text.length < PIECE_BYTES) {
      if (!response.write(text)) await drained(response, signal);
      return;
    }
    const bytes = Buffer.from(text);
    for (let from = 0; from < bytes.length && !signal.aborted; from += PIECE_BYTES) {
      if (!response.write(bytes.subarray(from, from + PIECE_BYTES))) await drained(response, signal);
    }
  }
  return {
    async write(text, signal) {
      isWriting = true;
      await write(text, signal).finally(() => {
        isWriting = false;
      });
    },
    writeIfIdle(text) {
      if (!isWriting && !response.writableNeedDrain) response.write(text);
    },
    stalledMs(nowMs) {
      const now = taken();
      if (!response.writableNeedDrain || now !== takenBefore) stalledSinceMs = undefined;
      if (response.writableNeedDrain) stalledSinceMs ??= nowMs;
      takenBefore = now;
      return stalledSinceMs === undefined ? 0 : nowMs - stalledSinceMs;
    },
  };
}

/** Waits until a client has taken what was written, or is gone. */
function drained(response: ServerResponse, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    function settle() {
      response.off('drain', settle);
      signal.removeEventListener('abort', settle);
      resolve();
    }
    if (signal.aborted) return resolve();
    response.once('drain', settle);
    signal.addEventListener('abort', settle, { once: true });
  });
}
