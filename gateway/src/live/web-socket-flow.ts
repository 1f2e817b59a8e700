import type { WebSocket } from 'ws';

/**
 * What may be on its way to one client: in this process, in the kernel, on the wire and in the client's own buffers. The next message goes
 * when less is.
 */
const WINDOW_BYTES = 256 * 1_024;
/** The client is asked to acknowledge as often. */
const ACKNOWLEDGE_EVERY_BYTES = WINDOW_BYTES / 4;
/** What waits for one client beyond its window may be no more than this once it has stopped reading. */
const MAX_HELD_BYTES = 512 * 1_024;

/** Messages to one client, no faster than it reads: WebSocket's own ping and pong tell how far it has come. */
export type WebSocketFlow = {
  /** Tells a client something. Resolves when that is on its way, was forgotten because its signal aborted, or the flow has ended. */
  send(text: string, signal?: AbortSignal): Promise<void>;
  /** Asks the client to show that it is there. */
  ask(nowMs: number): void;
  /** Takes the payload of a pong. */
  acknowledged(payload: Buffer, nowMs: number): void;
  /** How long the client has owed an answer. 0 while it owes none. */
  owedMs(nowMs: number): number;
  /** Whether more waits for the client than may, should it read no more. */
  isOverfull(): boolean;
  /** Sends nothing more. */
  end(): void;
};

type Waiting = { readonly text: string; readonly bytes: number; readonly signal: AbortSignal | undefined; done(): void };

/** The flow of an open socket. */
export function createWebSocketFlow(socket: Pick<WebSocket, 'send' | 'ping'>): WebSocketFlow {
  let sent = 0;
  let acknowledged = 0;
  let asked = 0;
  /** When the client was asked, or gave its last answer since; undefined: it owes none. */
  let owesSinceMs: number | undefined;
  let queue: Waiting[] = [];
  let queuedBytes = 0;
  let hasEnded = false;

  function ask(nowMs: number): void {
    asked = sent;
    owesSinceMs ??= nowMs;
    socket.ping(String(sent));
  }
  function write({ text, bytes }: Pick<Waiting, 'text' | 'bytes'>): void {
    socket.send(text);
    sent += bytes;
    if (sent - asked >= ACKNOWLEDGE_EVERY_BYTES) ask(performance.now());
  }
  const hasRoom = () => sent - acknowledged < WINDOW_BYTES;
  function pump(): void {
    let taken = 0;
    for (const waiting of queue) {
      if (!hasRoom()) break;
      taken += 1;
      queuedBytes -= waiting.bytes;
      if (waiting.signal?.aborted !== true) write(waiting);
      waiting.done();
    }
    if (taken > 0) queue = queue.slice(taken);
  }

  return {
    ask,
    send(text, signal) {
      if (hasEnded || signal?.aborted === true) return Promise.resolve();
      const bytes = Buffer.byteLength(text);
      if (queue.length === 0 && hasRoom()) {
        write({ text, bytes });
        return Promise.resolve();
      }
      return new Promise((resolve) => {
        queue.push({ text, bytes, signal, done: resolve });
        queuedBytes += bytes;
      });
    },
    acknowledged(payload, nowMs) {
      const upTo = Number(payload.toString('latin1'));
      if (!Number.isInteger(upTo) || upTo < acknowledged || upTo > asked) return;
      acknowledged = upTo;
      owesSinceMs = acknowledged === asked ? undefined : nowMs;
      pump();
    },
    owedMs: (nowMs) => (owesSinceMs === undefined ? 0 : nowMs - owesSinceMs),
    isOverfull: () => queuedBytes > MAX_HELD_BYTES,
    end() {
      hasEnded = true;
      for (const { done } of queue) done();
      queue = [];
      queuedBytes = 0;
    },
  };
}
