import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

/**
 * What a proxy does to the traffic of one server.
 * - `none`: hands it through
 * - `hang`: hands requests on, and no answer back
 * - `reset`: hands requests on, and resets the client's connection when the answer comes
 * - `slices`: hands answers back one byte at a time
 * - `drip`: the same, a byte every 20 ms
 * - `corrupt`: turns over a bit in every seventh byte of a body
 * - `truncated`: hands back the first half of what comes, then closes
 * - `partition`: nothing passes in either direction, on open connections and on new ones, and nobody is told
 * - an answer: given to every request in place of the server's own, which is not asked
 */
export type ProxyFault = 'none' | 'hang' | 'reset' | 'slices' | 'drip' | 'corrupt' | 'truncated' | 'partition' | CannedAnswer;

export type CannedAnswer = {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** A long one is best given as bytes: to encode it would keep everybody in this process waiting. */
  readonly body: string | Buffer;
};

/** A TCP proxy before one HTTP server of this machine. */
export type FaultProxy = {
  readonly url: string;
  /** Takes effect at once, for open connections too. */
  fault: ProxyFault;
  /** Requests that arrived here since the start, handed on or not; in a partition none arrives. */
  readonly requests: number;
  [Symbol.asyncDispose](): Promise<void>;
};

const DRIP_MS = 20;
const HEAD_END = '\r\n\r\n';

/** A proxy on a free port, without a fault. */
export async function openFaultProxy(target: { readonly port: number }): Promise<FaultProxy> {
  const sockets = new Set<Socket>();
  const state = { fault: 'none' as ProxyFault, requests: 0 };
  const server = createServer((client) => {
    const upstream = connect(target.port, '127.0.0.1');
    for (const [socket, other] of [
      [client, upstream],
      [upstream, client],
    ] as const) {
      socket.setNoDelay(true);
      sockets.add(socket);
      socket.on('error', () => {});
      socket.on('close', () => {
        sockets.delete(socket);
        if (state.fault !== 'partition') other.destroy();
      });
    }
    let unread: Buffer = Buffer.alloc(0);
    client.on('data', (chunk: Buffer) => {
      if (state.fault === 'partition') return;
      unread = Buffer.concat([unread, chunk]);
      const { count, rest } = takeRequests(unread);
      unread = rest;
      state.requests += count;
      const { fault } = state;
      if (typeof fault === 'string') upstream.write(chunk);
      else
        for (let index = 0; index < count; index += 1) {
          client.write(headOf(fault));
          client.write(fault.body);
        }
    });
    let sent = Promise.resolve();
    upstream.on('data', (chunk: Buffer) => {
      sent = sent.then(() => handBack(chunk, client, state.fault));
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    get fault() {
      return state.fault;
    },
    set fault(fault) {
      state.fault = fault;
    },
    get requests() {
      return state.requests;
    },
    async [Symbol.asyncDispose]() {
      server.close();
      for (const socket of sockets) socket.destroy();
    },
  };
}

async function handBack(chunk: Buffer, client: Socket, fault: ProxyFault): Promise<void> {
  if (fault === 'none') client.write(chunk);
  else if (fault === 'reset') client.resetAndDestroy();
  else if (fault === 'corrupt') client.write(corrupted(chunk));
  else if (fault === 'truncated') client.end(chunk.subarray(0, chunk.length / 2));
  else if (fault === 'slices' || fault === 'drip') {
    for (let index = 0; index < chunk.length && !client.destroyed; index += 1) {
      client.write(chunk.subarray(index, index + 1));
      await pause(fault === 'drip' ? DRIP_MS : 0);
    }
  }
}

function corrupted(chunk: Buffer): Buffer {
  const bytes = Buffer.from(chunk);
  const body = bytes.indexOf(HEAD_END);
  for (let index = body < 0 ? 0 : body + HEAD_END.length; index < bytes.length; index += 7) {
    bytes[index] = (bytes[index] ?? 0) ^ 0x80;
  }
  return bytes;
}

/** How many whole requests, with their bodies, a stream of bytes begins with, and what is left. */
function takeRequests(bytes: Buffer): { count: number; rest: Buffer } {
  let count = 0;
  let rest = bytes;
  for (;;) {
    const head = rest.indexOf(HEAD_END);
    if (head < 0) return { count, rest };
    const length = Number(/content-length: (\d+)/i.exec(rest.toString('latin1', 0, head))?.[1] ?? 0);
    const end = head + HEAD_END.length + length;
    if (rest.length < end) return { count, rest };
    count += 1;
    rest = rest.subarray(end);
  }
}

function headOf({ status, headers, body }: CannedAnswer): string {
  const all = { 'content-type': 'application/json', ...headers, 'content-length': String(Buffer.byteLength(body)) };
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`);
  return `HTTP/1.1 ${status} Canned\r\n${lines.join('')}\r\n`;
}

function pause(ms: number): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  if (ms === 0) setImmediate(resolve);
  else setTimeout(resolve, ms);
  return promise;
}
