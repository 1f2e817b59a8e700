import { describe, expect, test } from 'vitest';
import { berta, openLiveAcademy } from './live-academy.ts';
import { openRaw, overSse, overWebSocket, until, WATCH } from './live-clients.ts';
import { openIntroduced, openSocket } from './live-socket.ts';
import { alice, diego } from './people.ts';

/** Each test boots a gateway of its own, which takes seconds on a busy machine. */
const TIMEOUT_MS = 60_000;
const ACCEPTS = ['text/event-stream', 'multipart/mixed;subscriptionSpec=1.0'];
/** Too many messages; or cut off a second later, when what the client still had to say hid the close frame from it. */
const FLOODED = [4429, 1006];
const TOO_MANY = { code: 4429, reason: 'TOO_MANY_CONNECTIONS' };

describe('connections are limited', { timeout: TIMEOUT_MS }, () => {
  test('to those of one principal, over whatever transport; and nobody else notices', async () => {
    await using graph = await openLiveAcademy({ limits: { perPrincipal: 3 } });
    const asked = { variables: { id: graph.opensCase().id } };
    using first = await openIntroduced(graph);
    using second = await openIntroduced(graph);
    const stream = await overSse(graph, asked);
    await stream.gets(1);

    using fourth = await openIntroduced(graph);
    expect(await fourth.close()).toEqual(TOO_MANY);
    for (const accept of ACCEPTS) {
      const { status, headers, body } = await graph.ask(alice, WATCH, { ...asked, headers: { accept } });
      expect([status, headers.get('retry-after'), body.errors?.[0]?.extensions.code]).toEqual([429, '5', 'RATE_LIMITED']);
    }
    using other = await openIntroduced(graph, { as: berta });
    expect([first, second, other].map((socket) => socket.isOpen())).toEqual([true, true, true]);

    stream.stop();
    await until('a free place', async () => {
      using again = await openIntroduced(graph);
      return again.isOpen();
    });
  });

  test('to twice the subscriptions of a tenant, whoever has them', async () => {
    await using graph = await openLiveAcademy({ limits: { perTenantSubscription: 0.02 } });
    using first = await openIntroduced(graph);
    using second = await openIntroduced(graph, { as: berta });
    using third = await openIntroduced(graph, { as: berta });
    expect(await third.close()).toEqual(TOO_MANY);
    expect([first.isOpen(), second.isOpen()]).toEqual([true, true]);
    const elsewhere = await overSse(graph, { as: diego, variables: { id: graph.opensCase(diego).id } });
    await elsewhere.gets(1);
    elsewhere.stop();
  });

  test('to those of one process: another is asked to come back', async () => {
    await using graph = await openLiveAcademy({ limits: { inAll: 1 } });
    using first = await openIntroduced(graph);
    using second = await openSocket(graph);
    expect(await second.close()).toEqual({ code: 1006, reason: '' });
    const { response } = await openRaw(graph, {
      variables: { id: graph.opensCase().id },
      headers: { accept: 'text/event-stream' },
    });
    expect([response.status, first.isOpen()]).toEqual([429, true]);
  });

  test('of strangers the oldest gives way, and who introduces herself is served', async () => {
    await using graph = await openLiveAcademy({ limits: { strangersPerAddress: 5 }, timings: { introductionMs: 60_000 } });
    const strangers = await Promise.all(Array.from({ length: 5 }, () => openSocket(graph)));
    using client = await openIntroduced(graph);
    const closed = await until('a stranger to give way', () => strangers.find((socket) => !socket.isOpen()));
    expect(await closed.close()).toEqual({ code: 1013, reason: 'TOO_MANY_HANDSHAKES' });
    expect(strangers.filter((socket) => socket.isOpen())).toHaveLength(4);
    expect(client.isOpen()).toBe(true);
    for (const socket of strangers) socket.socket.terminate();
  });
});

describe('clients behind a trusted proxy', { timeout: TIMEOUT_MS }, () => {
  test.each([
    ['are counted by their own addresses', ['127.0.0.1', '::1'], 2],
    ['are one address where the proxy is not trusted', [], 1],
  ])('%s', async (_what, trustedProxies, expected) => {
    await using graph = await openLiveAcademy({
      config: { trustedProxies },
      limits: { strangersPerAddress: 1 },
      timings: { introductionMs: 60_000 },
    });
    using first = await openSocket(graph, { headers: { 'x-forwarded-for': '203.0.113.7' } });
    using second = await openSocket(graph, { headers: { 'x-forwarded-for': '203.0.113.8' } });
    using again = await openSocket(graph, { headers: { 'x-forwarded-for': '203.0.113.8' } });
    expect((await second.close()).reason).toBe('TOO_MANY_HANDSHAKES');
    expect([first, again].filter((socket) => socket.isOpen())).toHaveLength(expected);
  });
});

describe('what one socket says is limited', { timeout: TIMEOUT_MS }, () => {
  test('in number: twenty thousand pings close it, and others are answered meanwhile', async () => {
    await using graph = await openLiveAcademy();
    using socket = await openIntroduced(graph);
    for (let number = 0; number < 20_000 && socket.isOpen(); number += 1) socket.say({ type: 'ping' });
    const answer = graph.ask(alice, '{ me { id } }');
    expect(FLOODED).toContain((await socket.close()).code);
    expect((await answer).status).toBe(200);
    expect(socket.of('pong').length).toBeLessThan(1_000);
  });

  test('in number of WebSocket’s own pings too', async () => {
    await using graph = await openLiveAcademy();
    using socket = await openIntroduced(graph);
    for (let number = 0; number < 2_000 && socket.isOpen(); number += 1) socket.socket.ping();
    expect(FLOODED).toContain((await socket.close()).code);
  });

  test('in length: one that is longer than a body may be, and long ones in a row', async () => {
    await using graph = await openLiveAcademy();
    using long = await openIntroduced(graph);
    long.say({ type: 'ping', payload: { text: 'x'.repeat(200_000) } });
    expect((await long.close()).code).toBe(1009);
    using many = await openIntroduced(graph);
    for (let number = 0; number < 20; number += 1) many.say({ type: 'ping', payload: { text: 'x'.repeat(90_000) } });
    expect(FLOODED).toContain((await many.close()).code);
  });

  test('by a code that says so', async () => {
    await using graph = await openLiveAcademy({ limits: { messageBurst: 2, messagesPerSecond: 0.001 } });
    using socket = await openIntroduced(graph);
    socket.say({ type: 'ping' });
    socket.say({ type: 'ping' });
    expect(await socket.close()).toEqual({ code: 4429, reason: 'TOO_MANY_MESSAGES' });
  });

  test('in operations under way: those beyond are refused by themselves', async () => {
    await using graph = await openLiveAcademy({ limits: { operationsPerSocket: 3 } });
    const { id } = graph.opensCase();
    using socket = await openIntroduced(graph);
    for (const name of ['1', '2', '3']) socket.say({ type: 'subscribe', id: name, payload: { query: WATCH, variables: { id } } });
    await until('three snapshots', () => socket.of('next').length === 3);
    socket.say({ type: 'subscribe', id: '4', payload: { query: '{ me { id } }' } });
    const refused = await until('the refusal', () => socket.of('error')[0]);
    expect([refused.id, JSON.stringify(refused.payload).includes('RATE_LIMITED')]).toEqual(['4', true]);
    socket.say({ type: 'complete', id: '1' });
    await until('a free place', async () => (await graph.measure('academy_live_subscriptions')) === 2);
    socket.say({ type: 'subscribe', id: '5', payload: { query: '{ me { id } }' } });
    await until('the answer', () => socket.got.find((message) => message.id === '5' && message.type === 'next'));
  });

  test('in time before the introduction', async () => {
    await using graph = await openLiveAcademy();
    using silent = await openSocket(graph);
    expect((await silent.close()).code).toBe(4408);
    const watch = await overWebSocket(graph, { variables: { id: graph.opensCase().id } });
    await watch.gets(1);
    watch.stop();
  });
});
