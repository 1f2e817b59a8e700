import { createServer, type Socket } from 'node:net';
import { Pool } from 'undici';
import { expect, test } from 'vitest';
import { exchange } from './http-exchange.ts';

const REQUEST = {
  method: 'POST',
  path: '/v1/submissions',
  headers: { 'content-type': 'application/json' },
  body: '{"a":1}',
} as const;
const PATIENCE = { signal: new AbortController().signal, deadlineMs: 1_000, nowMs: () => 0 };
const OK = 'HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\n{}';

test('an answer is whole, with its status', async () => {
  await using server = await serve((socket) => socket.write(OK));
  expect(await exchange(server.pool, REQUEST, PATIENCE)).toMatchObject({ kind: 'answered', status: 200, body: '{}' });
});

test('a server that hangs up without a word may have read the request', async () => {
  await using server = await serve((socket) => socket.destroy());
  expect(await exchange(server.pool, REQUEST, PATIENCE)).toMatchObject({ kind: 'failed', isWritten: true });
});

test('a process that stood still between intent and call writes nothing any more', async () => {
  await using server = await serve((socket) => socket.write(OK));
  const times = [0];
  const nowMs = () => times.shift() ?? 60_000;
  expect(await exchange(server.pool, REQUEST, { ...PATIENCE, nowMs })).toEqual({
    kind: 'failed',
    cause: 'DEADLINE',
    isWritten: false,
  });
  expect(server.received()).toBe('');
});

test('a request that waits for a connection until its time is over is never written', async () => {
  await using server = await serve(() => undefined);
  const first = exchange(server.pool, REQUEST, { ...PATIENCE, deadlineMs: 300 });
  const second = exchange(server.pool, { ...REQUEST, path: '/second' }, { ...PATIENCE, deadlineMs: 100 });
  expect(await second).toEqual({ kind: 'failed', cause: 'DEADLINE', isWritten: false });
  expect(await first).toMatchObject({ kind: 'failed', cause: 'DEADLINE', isWritten: true });
  expect(server.received()).toContain('POST /v1/submissions');
  expect(server.received()).not.toContain('/second');
});

test('an informational answer is not the answer', async () => {
  await using server = await serve((socket) => socket.write(`HTTP/1.1 103 Early Hints\r\n\r\n${OK}`));
  expect(await exchange(server.pool, REQUEST, PATIENCE)).toMatchObject({ kind: 'answered', status: 200 });
});

/** A bare server with one connection to it; `onData` hears that something of a request arrived. */
async function serve(onData: (socket: Socket) => void) {
  let heard = '';
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
    socket.on('data', (chunk) => {
      heard += chunk.toString('utf8');
      onData(socket);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('Expected a port.');
  const pool = new Pool(`http://127.0.0.1:${address.port}`, { connections: 1, pipelining: 1 });
  return {
    pool,
    received: () => heard,
    async [Symbol.asyncDispose]() {
      await pool.destroy();
      for (const socket of sockets) socket.destroy();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}
