import { connect, type Socket } from 'node:net';
import { describe, expect, test } from 'vitest';
import { LIVE_TIMINGS } from '../src/live/live-timings.ts';
import { openTransports } from '../src/live/open-transports.ts';
import type { OperationStreams } from '../src/live/operation-stream.ts';
import { createSessionEnd } from '../src/live/session-end.ts';
import { until, WATCH } from './live-clients.ts';
import { openIntroduced } from './live-socket.ts';
import { alice } from './people.ts';
import { openGateway } from './running-gateway.ts';

/** Each test boots a gateway of its own, which takes seconds on a busy machine. */
const TIMEOUT_MS = 60_000;
const MIB = 1_024 * 1_024;
const TIMINGS = { ...LIVE_TIMINGS, heartbeatMs: 300, lookEveryMs: 100, slowReaderMs: 500 };
const REQUEST = { query: WATCH, variables: { id: 'x' } };

/** A gateway whose every subscription is answered by this many events of this size, as fast as they are taken. */
async function openFlooded({ events, bytes }: { events: number; bytes: number }) {
  const sockets = new Set<Socket>();
  const text = 'x'.repeat(bytes);
  const counted = { taken: 0, ended: 0, mostHeld: 0 };
  function count() {
    for (const { writableLength } of sockets) counted.mostHeld = Math.max(counted.mostHeld, writableLength);
  }
  const counting = setInterval(count, 5);
  const streams: OperationStreams = {
    async *open({ signal }) {
      try {
        for (let number = 1; number <= events && !signal.aborted; number += 1) {
          counted.taken += 1;
          count();
          yield { extensions: { resume: String(number), text } };
        }
      } finally {
        counted.ended += 1;
      }
    },
  };
  const graph = await openGateway({
    async openLive(parts) {
      const door = openTransports(parts, streams, createSessionEnd(parts), TIMINGS);
      return {
        ...door,
        register(app) {
          app.server.on('connection', (socket) => void sockets.add(socket).size);
          door.register(app);
        },
      };
    },
  });
  return {
    ...graph,
    counted,
    async [Symbol.asyncDispose]() {
      clearInterval(counting);
      await graph[Symbol.asyncDispose]();
    },
  };
}

describe('a client that never reads costs less than 1 MiB of a hundred thousand events, and is told to come back', {
  timeout: TIMEOUT_MS,
}, () => {
  test.each([1, 100])('over WebSocket, with %i subscriptions', async (subscriptions) => {
    await using graph = await openFlooded({ events: 100_000, bytes: 1_024 });
    using client = await openIntroduced(graph);
    client.socket.pause();
    for (let id = 0; id < subscriptions; id += 1) client.say({ type: 'subscribe', id: String(id), payload: REQUEST });
    await until('the end of every subscription', () => graph.counted.ended === subscriptions, TIMEOUT_MS / 2);
    // Everything that was taken from the source, wherever it lies: in the process, in the kernel, on the wire.
    expect(graph.counted.taken * 1_024).toBeLessThan(MIB);
    expect(graph.counted.mostHeld).toBeLessThan(MIB);
    client.socket.resume();
    expect(await client.close()).toEqual({ code: 1013, reason: 'SLOW_READER' });
    expect(client.of('next').length).toBeGreaterThan(0);
    expect(client.of('next').length).toBeLessThanOrEqual(graph.counted.taken);
  });

  test.each(['/t/raices/graphql/stream', '/t/raices/api/v1/graphql/stream'])('over SSE at %s', async (path) => {
    await using graph = await openFlooded({ events: 100_000, bytes: 1_024 });
    const body = JSON.stringify(REQUEST);
    const { port } = new URL(graph.url);
    const client = connect(Number(port), '127.0.0.1');
    client.pause();
    client.write(
      [
        `POST ${path} HTTP/1.1`,
        'host: localhost',
        `authorization: Bearer ${await graph.tokenOf(alice)}`,
        'content-type: application/json',
        `content-length: ${body.length}`,
        '',
        body,
      ].join('\r\n'),
    );
    await until('the end of the subscription', () => graph.counted.ended === 1, TIMEOUT_MS / 2);
    expect(graph.counted.taken).toBeLessThan(100_000);
    expect(graph.counted.mostHeld).toBeGreaterThan(0);
    expect(graph.counted.mostHeld).toBeLessThan(MIB);
    let text = '';
    let hasEnded = false;
    client.on('data', (chunk) => {
      text += String(chunk);
    });
    client.on('error', () => {});
    client.on('close', () => {
      hasEnded = true;
    });
    client.resume();
    await until('the end of the response', () => hasEnded);
    expect(text).toContain('id: 1\n');
    expect(text).not.toContain('event: complete');
  });
});

test('a client that reads slowly, but reads, gets everything in order and is not closed', { timeout: TIMEOUT_MS }, async () => {
  await using graph = await openFlooded({ events: 600, bytes: 4_096 });
  using client = await openIntroduced(graph);
  client.socket.on('message', () => {
    client.socket.pause();
    setTimeout(() => client.socket.resume(), 2);
  });
  client.say({ type: 'subscribe', id: '1', payload: REQUEST });
  await until('the end of the subscription', () => client.of('complete')[0], TIMEOUT_MS / 2);
  const tokens = client.of('next').map(({ payload }) => (payload as { extensions?: { resume?: string } }).extensions?.resume);
  expect(tokens).toEqual(Array.from({ length: 600 }, (_, index) => String(index + 1)));
  expect(client.isOpen()).toBe(true);
});

test('one answer that is larger than what may be on its way is sent all the same', { timeout: TIMEOUT_MS }, async () => {
  await using graph = await openFlooded({ events: 3, bytes: 2 * MIB });
  using client = await openIntroduced(graph);
  client.say({ type: 'subscribe', id: '1', payload: REQUEST });
  await until('the end of the subscription', () => client.of('complete')[0], TIMEOUT_MS / 2);
  expect(client.of('next')).toHaveLength(3);
});
