import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import { inject } from 'vitest';

/**
 * A way of one's own to the Redis of the tests. `open`: as if it were not there. `stalled`: nothing passes for now and nothing is lost, as with
 * a Redis that is too slow. `cut`: connections end, and new ones too.
 */
export type RedisWay = {
  readonly url: string;
  state: 'open' | 'stalled' | 'cut';
  [Symbol.asyncDispose](): Promise<void>;
};

/** An open way on a free port. */
export async function openRedisWay(): Promise<RedisWay> {
  const url = new URL(inject('redisUrl'));
  const target = Number(url.port);
  const sockets = new Set<Socket>();
  let state: RedisWay['state'] = 'open';
  const server = createServer((client) => {
    if (state === 'cut') return void client.destroy();
    const upstream = connect(target, '127.0.0.1');
    client.pipe(upstream).pipe(client);
    for (const socket of [client, upstream]) {
      sockets.add(socket);
      socket.on('error', () => {});
      socket.on('close', () => {
        sockets.delete(socket);
        client.destroy();
        upstream.destroy();
      });
    }
    if (state === 'stalled') upstream.pause();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  url.port = String((server.address() as AddressInfo).port);
  return {
    url: url.href,
    get state() {
      return state;
    },
    set state(next) {
      state = next;
      for (const socket of sockets) {
        if (next === 'cut') socket.destroy();
        else if (next === 'stalled') socket.pause();
        else socket.resume();
      }
    },
    async [Symbol.asyncDispose]() {
      server.close();
      for (const socket of sockets) socket.destroy();
    },
  };
}
