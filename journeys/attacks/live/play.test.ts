import { once } from 'node:events';
import type { IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { WebSocketServer } from 'ws';
import { playSteps } from './play.ts';
import { readSteps } from './steps.ts';

/** A server that does what it is told in the first word of a message; with `{ "say": x }` it says x. */
let server: WebSocketServer;
let url: string;
beforeAll(async () => {
  server = new WebSocketServer({
    port: 0,
    handleProtocols: (protocols) => (protocols.has('graphql-transport-ws') ? 'graphql-transport-ws' : false),
    verifyClient: ({ req }: { req: IncomingMessage }) => req.url !== '/closed',
  });
  await once(server, 'listening');
  url = `ws://127.0.0.1:${(server.address() as AddressInfo).port}`;
  server.on('connection', (socket) => {
    if (socket.protocol === '') socket.close(4406, 'Subprotocol not acceptable');
    socket.on('message', (data) => {
      const text = String(data);
      if (!text.startsWith('{')) return socket.close(4400, 'no JSON');
      const { say, close } = JSON.parse(text) as { say?: unknown[]; close?: number };
      for (const one of say ?? []) socket.send(JSON.stringify(one));
      if (close !== undefined) socket.close(close);
    });
  });
});
afterAll(() => server.close());

const next = (seq: number, more: Record<string, unknown> = {}) => ({
  type: 'next',
  id: '1',
  payload: { data: { changed: { kind: 'CHANGE', seq, status: 'OPEN', resume: `r${seq}`, ...more } } },
});
const say = (...messages: unknown[]) => ({ send: { say: messages } });
const triggered: unknown[] = [];

async function play(steps: unknown[], path = '/', protocol: string | null = 'graphql-transport-ws') {
  return playSteps(readSteps(steps), {
    url: `${url}${path}`,
    protocol,
    headers: {},
    trigger: async (...given) => void triggered.push(given),
    generate: () => 'x'.repeat(10),
  });
}

describe('steps that go well', () => {
  test.each<[string, unknown[]]>([
    [
      'a message that has what was expected',
      [say({ type: 'ping' }, { type: 'connection_ack', payload: { a: 1 } }), { expect: { type: 'connection_ack' } }],
    ],
    [
      'an error in an answer',
      [say({ type: 'next', payload: { errors: [{ message: 'no' }] } }), { expectAny: ['error', 'close'] }],
    ],
    ['a reset', [say(next(1), next(9, { kind: 'RESET' })), { expectAny: ['reset'] }]],
    ['a close with its code', [{ sendRaw: 'nope' }, { expectClose: [4400, 4401] }]],
    ['a close after what a generator made', [{ sendRawGen: { $gen: 'text', n: 10 } }, { expectClose: 4400 }]],
    ['a close, awaited as anything', [{ send: { close: 4403 } }, { expectAny: ['error', 'close'] }]],
    ['a close instead of a completion', [{ send: { close: 4401 } }, { expectCloseOrComplete: [4401] }]],
    ['a completion instead of a close', [say({ type: 'complete', id: '1' }), { expectCloseOrComplete: [4401] }]],
    ['silence', [say({ type: 'pong' }, next(1, { kind: 'SNAPSHOT' })), { quietMs: 50, never: 'CHANGE' }]],
    ['reading that was paused, and went on', [{ pauseReading: true }, say(next(1)), { waitMs: 20 }, { collect: 1 }]],
    [
      'many messages',
      [{ sendMany: { n: 3, template: { say: [{ type: 'pong', n: '{{i}}' }] } } }, { expect: { type: 'pong', n: '2' } }],
    ],
  ])('%s', async (_what, steps) => {
    expect((await play(steps)).failures).toEqual([]);
  });

  test('a handshake that is refused, and a subprotocol that is', async () => {
    expect((await play([{ expectRefuse: true }], '/closed')).failures).toEqual([]);
    expect((await play([{ expectRefuse: [401] }], '/closed')).failures).toEqual([]);
    expect((await play([{ expectCloseOrRefuse: [4406] }], '/closed')).failures).toEqual([]);
    expect((await play([{ expectCloseOrRefuse: [4406] }], '/', 'graphql-ws')).failures).toEqual([]);
    expect((await play([{ expectClose: [4406] }], '/', null)).failures).toEqual([]);
  });

  test('a resume asks again from the event that it names', async () => {
    const subscribe = {
      type: 'subscribe',
      payload: { query: 'subscription($a: String) { changed(after: $a) { seq } }', variables: { i: 'x' } },
      say: [next(1), next(2), next(3)],
    };
    const { failures, collected, resumed } = await play([
      { send: subscribe },
      { collect: 3 },
      { reconnect: true },
      { resumeFrom: 2 },
      { collectFrom: { after: 2, count: 3 } },
    ]);
    expect(failures).toEqual([]);
    expect(collected.map(({ resume }) => resume)).toEqual(['r1', 'r2', 'r3']);
    expect(resumed).toMatchObject({ after: 2, events: [{ seq: 1 }, { seq: 2 }, { seq: 3 }] });
  });

  test('a trigger waits until what was subscribed to has begun', async () => {
    await play([{ send: { type: 'subscribe', say: [next(0)] } }, { trigger: 'statusA', count: 7, payload: { reason: 'x' } }]);
    expect(triggered).toEqual([['statusA', 7, { reason: 'x' }]]);
  });
});

describe('steps that do not', () => {
  test.each<[string, unknown[], RegExp]>([
    [
      'no such message',
      [say({ type: 'pong' }), { expect: { type: 'connection_ack' }, withinMs: 30 }],
      /step 2 .*last heard: .*pong/,
    ],
    ['another code', [{ sendRaw: 'nope' }, { expectClose: [4401], withinMs: 300 }], /4400/],
    ['no close', [{ expectClose: [4408], withinMs: 30 }], /the socket is open/],
    ['data where an error was due', [say(next(1)), { expectAny: ['error', 'close'], withinMs: 30 }], /the socket is open/],
    ['too few events', [say(next(1)), { collect: 2, withinMs: 30 }], /1 of 2/],
    ['an event in the silence', [say(next(1)), { quietMs: 50 }], /should have been quiet/],
    ['what should never be told', [say({ type: 'pong', secret: 's-B' }), { expect: { type: 'pong' }, never: 's-B' }], /never/],
    [
      'what should never be told, later',
      [{ never: 's-B' }, say({ type: 'pong', secret: 's-B' }), { expect: { type: 'pong' } }],
      /never/,
    ],
    ['a handshake that is not refused', [{ expectRefuse: true, withinMs: 30 }], /the socket is open/],
    [
      'an end for another reason',
      [
        say({ type: 'next', payload: { errors: [{ extensions: { code: 'INTERNAL' } }] } }, { type: 'complete' }),
        { expectCloseOrComplete: [4401] },
      ],
      /another reason/,
    ],
  ])('%s', async (_what, steps, failure) => {
    expect((await play(steps)).failures.join()).toMatch(failure);
  });

  test.each([[{ sendd: 1 }], [{ withinMs: 5 }], [{ expectAny: ['sunshine'] }], [{ expectClose: 'never' }]])(
    'a step that nobody knows is an error: %j',
    (step) => {
      expect(() => readSteps([step])).toThrow('Step 1');
    },
  );
});
