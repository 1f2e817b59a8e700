import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

/** A proxy before servers of this machine that do the same. It hands bytes through, whatever they mean. */
export type TcpProxy = {
  readonly port: number;
  /** Connections that are open through it. */
  readonly open: number;
  /** Resets every connection, on both sides. Returns how many there were. */
  cut(): number;
  /** Nothing passes on the connections of now any more, and neither side is told; new ones are as ever. */
  freeze(): void;
  /** While true, nothing passes on any connection, new ones included; what was open then stays silent for good. */
  isPartitioned: boolean;
  /** While set, bytes pass late, and so many a second in each direction of each connection; their order is kept. */
  slowness: Slowness | undefined;
  close(): Promise<void>;
};

/** How slow a connection is. */
export type Slowness = { readonly delayMs: number; readonly bytesPerSecond: number };

/** One direction of a connection: `send` hands bytes on, in order. */
type Way = { send(chunk: Buffer): void };
type Pair = { readonly client: Socket; server: Socket | undefined; isSilent: boolean; readonly there: Way; readonly back: Way };

/**
 * A proxy on a free port. A new connection goes to the next of the targets in turn; one that refuses is passed over, and when all refuse the client
 * is reset.
 */
export async function openTcpProxy(targets: readonly number[]): Promise<TcpProxy> {
  const pairs = new Set<Pair>();
  let turn = 0;
  let isPartitioned = false;
  let slowness: Slowness | undefined;
  const late = new Set<() => void>();

  /** What is slow waits in a list; once nothing is slow any more, all of it goes at once. */
  function openWay(write: (chunk: Buffer) => void): Way {
    const waiting: { readonly chunk: Buffer; readonly dueAt: number }[] = [];
    let freeAt = 0;
    let timer: NodeJS.Timeout | undefined;
    const pump = () => {
      clearTimeout(timer);
      for (let next = waiting[0]; next !== undefined; next = waiting[0]) {
        const waitMs = next.dueAt - Date.now();
        if (slowness !== undefined && waitMs > 0) {
          timer = setTimeout(pump, waitMs);
          return;
        }
        waiting.shift();
        write(next.chunk);
      }
      late.delete(pump);
    };
    return {
      send(chunk) {
        if (slowness === undefined && waiting.length === 0) return write(chunk);
        const { delayMs, bytesPerSecond } = slowness ?? { delayMs: 0, bytesPerSecond: Number.POSITIVE_INFINITY };
        freeAt = Math.max(freeAt, Date.now()) + (1_000 * chunk.length) / bytesPerSecond;
        waiting.push({ chunk, dueAt: freeAt + delayMs });
        late.add(pump);
        pump();
      },
    };
  }

  const server = createServer((client) => {
    const waiting: Buffer[] = [];
    const pair: Pair = {
      client,
      server: undefined,
      isSilent: isPartitioned,
      there: openWay((chunk) => {
        if (pair.isSilent) return;
        if (pair.server === undefined) waiting.push(chunk);
        else pair.server.write(chunk);
      }),
      back: openWay((chunk) => {
        if (!pair.isSilent) client.write(chunk);
      }),
    };
    pairs.add(pair);
    prepare(client);
    client.on('data', (chunk: Buffer) => pair.there.send(chunk));
    client.on('close', () => {
      if (pair.isSilent) return;
      pairs.delete(pair);
      pair.server?.destroy();
    });
    turn += 1;
    reach(pair, turn, targets.length, (reached) => {
      for (const chunk of waiting.splice(0)) reached.write(chunk);
    });
  });

  function reach(pair: Pair, first: number, triesLeft: number, onReached: (server: Socket) => void): void {
    const target = targets[first % targets.length];
    if (target === undefined || triesLeft === 0 || pair.client.destroyed) return void pair.client.resetAndDestroy();
    const socket = connect(target, '127.0.0.1');
    prepare(socket);
    let isReached = false;
    socket.once('connect', () => {
      isReached = true;
      pair.server = socket;
      if (pair.client.destroyed) return void socket.destroy();
      onReached(socket);
    });
    socket.on('data', (chunk: Buffer) => pair.back.send(chunk));
    socket.on('close', (hadError) => {
      if (!isReached) return reach(pair, first + 1, triesLeft - 1, onReached);
      if (pair.isSilent) return;
      if (hadError) pair.client.resetAndDestroy();
      else pair.client.end();
    });
  }

  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  function cut(): number {
    const count = pairs.size;
    for (const { client, server: other } of pairs) {
      client.resetAndDestroy();
      other?.resetAndDestroy();
    }
    pairs.clear();
    return count;
  }
  const silence = () => {
    for (const pair of pairs) pair.isSilent = true;
  };
  return {
    port: (server.address() as AddressInfo).port,
    get open() {
      return pairs.size;
    },
    cut,
    freeze: silence,
    get isPartitioned() {
      return isPartitioned;
    },
    set isPartitioned(value) {
      isPartitioned = value;
      if (value) silence();
    },
    get slowness() {
      return slowness;
    },
    set slowness(value) {
      slowness = value;
      if (value === undefined) for (const pump of [...late]) pump();
    },
    async close() {
      server.close();
      slowness = undefined;
      cut();
      for (const pump of [...late]) pump();
    },
  };
}

function prepare(socket: Socket): void {
  socket.setNoDelay(true);
  // Told by `close`.
  socket.on('error', () => {});
}
