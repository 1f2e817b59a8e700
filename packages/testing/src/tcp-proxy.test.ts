import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Server } from 'node:net';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { openTcpProxy, type TcpProxy } from './tcp-proxy.ts';

let servers: Server[];
let proxy: TcpProxy;

async function echo(name: string): Promise<number> {
  const server = createServer((socket) => {
    socket.on('error', () => {});
    socket.on('data', (data) => socket.write(`${name}:${data}`));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  servers.push(server);
  return (server.address() as AddressInfo).port;
}
function client() {
  const socket = connect(proxy.port, '127.0.0.1');
  socket.on('error', () => {});
  const ended = new Promise<true>((resolve) => socket.once('close', () => resolve(true)));
  return {
    ended,
    async says(text: string): Promise<string> {
      socket.write(text);
      const [answer] = (await once(socket, 'data')) as [Buffer];
      return String(answer);
    },
    writes: (text: string) => void socket.write(text),
    heard: () => socket.bytesRead,
  };
}

beforeEach(async () => {
  servers = [];
  proxy = await openTcpProxy([await echo('one'), await echo('two')]);
});
afterEach(async () => {
  await proxy.close();
  for (const server of servers) server.close();
});

test('connections go to the servers in turn', async () => {
  const answers = [await client().says('hi'), await client().says('hi')];
  expect(answers.sort()).toEqual(['one:hi', 'two:hi']);
});

test('a server that refuses is passed over', async () => {
  servers[0]?.close();
  expect([await client().says('hi'), await client().says('hi')]).toEqual(['two:hi', 'two:hi']);
});

test('when every server refuses, so does the proxy', async () => {
  for (const server of servers) server.close();
  expect(await client().ended).toBe(true);
});

test('a cut resets what is open, and nothing that comes later', async () => {
  const before = client();
  await before.says('hi');
  expect(proxy.cut()).toBe(1);
  await before.ended;
  expect(await client().says('again')).toMatch(/again$/);
});

test('what was frozen stays silent while new connections are served', async () => {
  const frozen = client();
  await frozen.says('hi');
  const heard = frozen.heard();
  proxy.freeze();
  frozen.writes('hello?');
  expect(await client().says('new')).toMatch(/new$/);
  expect(frozen.heard()).toBe(heard);
});

test('in a partition nothing passes, and afterwards only on new connections', async () => {
  proxy.isPartitioned = true;
  const during = client();
  during.writes('hello?');
  await vi.waitUntil(() => proxy.open === 1);
  proxy.isPartitioned = false;
  expect(await client().says('new')).toMatch(/new$/);
  expect(proxy.open).toBe(2);
  expect(during.heard()).toBe(0);
});

test('what is slow comes late, both ways, and so many bytes a second', async () => {
  const one = client();
  await one.says('hi');
  proxy.slowness = { delayMs: 100, bytesPerSecond: 100 };
  const askedAt = performance.now();
  expect(await one.says('0123456789')).toBe('two:0123456789');
  // Twice 100 ms late, and 10 and 14 bytes at 10 ms each; a timer may be a millisecond early.
  expect(performance.now() - askedAt).toBeGreaterThan(430);
});

test('what waits in a slow connection goes at once when it is slow no more', async () => {
  const one = client();
  proxy.slowness = { delayMs: 3_600_000, bytesPerSecond: 1 };
  one.writes('2');
  await vi.waitUntil(() => proxy.open === 1);
  proxy.slowness = undefined;
  expect(await one.says('3')).toMatch(/^two:2/);
});
