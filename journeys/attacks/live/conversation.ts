import { WebSocket } from 'ws';

/** A message as it came, and what it says where it is JSON. */
export type Heard = { readonly text: string; readonly json: Readonly<Record<string, unknown>> | undefined };

/** How a socket ended: `refused` is a handshake that was not answered with 101, or not at all. */
export type Ending =
  | { readonly kind: 'closed'; readonly code: number; readonly reason: string; readonly afterMs: number }
  | { readonly kind: 'refused'; readonly status: number | undefined; readonly why: string };

/** One socket, with all that was heard on it. */
export type Conversation = {
  readonly heard: readonly Heard[];
  ending(): Ending | undefined;
  /** Sends unless the socket has ended: what an attacker sends into a closed one is lost. */
  say(text: string | Buffer): void;
  /** Takes nothing more off the wire, or goes on. */
  read(isReading: boolean): void;
  close(): void;
};

const SPOKEN = 'graphql-transport-ws';
const HANDSHAKE_MS = 5_000;

/**
 * Opens a socket that says what it is told to, word by word. Resolves once the handshake is answered or refused; never rejects.
 * A subprotocol that is not ours goes out as a bare header, so that the client library does not end what the server has yet to refuse.
 */
export async function converse(
  url: string,
  options: { protocol: string | null | undefined; headers: Readonly<Record<string, string>> },
): Promise<Conversation> {
  const isSpoken = options.protocol === SPOKEN;
  const bare = isSpoken || options.protocol == null ? {} : { 'sec-websocket-protocol': options.protocol };
  const socket = new WebSocket(url, isSpoken ? [SPOKEN] : [], {
    headers: { ...options.headers, ...bare },
    handshakeTimeout: HANDSHAKE_MS,
    perMessageDeflate: false,
  });
  const openedAt = performance.now();
  const heard: Heard[] = [];
  let ending: Ending | undefined;
  const end = (how: Ending) => {
    ending ??= how;
  };
  const { promise: answered, resolve } = Promise.withResolvers<void>();
  socket.on('message', (data) => void heard.push(hearing(String(data))));
  socket.on('unexpected-response', (_request, response) => {
    end({ kind: 'refused', status: response.statusCode, why: `HTTP ${response.statusCode}` });
    socket.terminate();
    resolve();
  });
  socket.on('error', (error) => {
    if (socket.readyState !== WebSocket.OPEN && !hasOpened) end({ kind: 'refused', status: undefined, why: error.message });
    resolve();
  });
  let hasOpened = false;
  socket.on('open', () => {
    hasOpened = true;
    resolve();
  });
  socket.on('close', (code, reason) => {
    end({ kind: 'closed', code, reason: String(reason), afterMs: performance.now() - openedAt });
    resolve();
  });
  await answered;
  return {
    heard,
    ending: () => ending,
    say(text) {
      if (socket.readyState === WebSocket.OPEN) socket.send(text);
    },
    read(isReading) {
      if (socket.readyState !== WebSocket.OPEN) return;
      if (isReading) socket.resume();
      else socket.pause();
    },
    close() {
      if (hasOpened) socket.close(1000);
      setTimeout(() => socket.terminate(), 500).unref();
    },
  };
}

function hearing(text: string): Heard {
  try {
    const json: unknown = JSON.parse(text);
    return { text, json: typeof json === 'object' && json !== null ? (json as Record<string, unknown>) : undefined };
  } catch {
    return { text, json: undefined };
  }
}
