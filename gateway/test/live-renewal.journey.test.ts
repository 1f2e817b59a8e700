import { accessRevoked } from '@academy/contracts';
import { createClient, MessageType, stringifyMessage } from 'graphql-ws';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { berta, type LiveAcademy, openLiveAcademy } from './live-academy.ts';
import { type LiveEvent, until, WATCH } from './live-clients.ts';
import { type Message, openIntroduced } from './live-socket.ts';
import { alice, carla, diego } from './people.ts';

let graph: LiveAcademy;
beforeAll(async () => {
  graph = await openLiveAcademy();
});
afterAll(() => graph[Symbol.asyncDispose]());

const ping = (token: string) => ({ type: 'ping', payload: { authorization: `Bearer ${token}` } });
const endOf = ({ payload }: Message) => Date.parse((payload as { session?: { expiresAt?: string } }).session?.expiresAt ?? '');
const nowSeconds = () => Math.floor(Date.now() / 1_000);

describe('a fresh token on the open socket', () => {
  test('lets a running subscription go on beyond the end of the old one', async () => {
    const certification = graph.opensCase();
    using socket = await openIntroduced(graph, { token: await graph.tokenOf(alice, 3) });
    socket.say({ type: 'subscribe', id: '1', payload: { query: WATCH, variables: { id: certification.id } } });
    await until('the snapshot', () => socket.of('next')[0]);
    const before = endOf(socket.of('connection_ack')[0] as Message);
    socket.say(ping(await graph.tokenOf(alice, 600)));
    const pong = await until('the pong', () => socket.of('pong')[0]);
    expect(endOf(pong)).toBeGreaterThan(before);
    await until('the end of the old token', () => Date.now() > before + 500);
    await certification.moves();
    await until('the change', () => socket.of('next')[1]);
    expect(socket.isOpen()).toBe(true);
  });

  test('is followed by its own end', async () => {
    using socket = await openIntroduced(graph);
    socket.say(ping(await graph.tokenOf(alice, 1)));
    expect(await socket.close()).toEqual({ code: 4401, reason: 'UNAUTHENTICATED' });
  });

  test('keeps a subscription whose older token is revoked', async () => {
    const certification = graph.opensCase(berta);
    using socket = await openIntroduced(graph, { as: berta });
    using other = await openIntroduced(graph, { as: berta });
    socket.say({ type: 'subscribe', id: '1', payload: { query: WATCH, variables: { id: certification.id } } });
    await until('the snapshot', () => socket.of('next')[0]);
    const issuedSince = nowSeconds() + 1;
    await until('the next second', () => nowSeconds() >= issuedSince);
    socket.say(ping(await graph.tokenOf(berta)));
    await until('the pong', () => socket.of('pong')[0]);
    await graph.usersTell(accessRevoked, berta.tenantId, berta.userId, {
      userId: berta.userId,
      revokedBeforeSeconds: issuedSince,
    });
    expect(await other.close()).toEqual({ code: 4403, reason: 'FORBIDDEN' });
    await certification.moves();
    await until('the change', () => socket.of('next')[1]);
    expect(socket.isOpen()).toBe(true);
  });

  test.each([
    ['is not good', async () => 'rubbish', 4401, 'UNAUTHENTICATED'],
    ['is of somebody else', () => graph.tokenOf(berta), 4403, 'FORBIDDEN'],
    ['is of another persona', () => graph.tokenOf({ ...alice, persona: carla.persona } as typeof alice), 4403, 'FORBIDDEN'],
    ['is of another tenant', () => graph.tokenOf(diego), 4403, 'TENANT_MISMATCH'],
  ])('closes the socket when it %s', async (_what, tokenOf, code, reason) => {
    using socket = await openIntroduced(graph);
    socket.say(ping(await tokenOf()));
    expect(await socket.close()).toEqual({ code, reason });
  });

  test('counts for nothing before the introduction, and a ping without one is answered all the same', async () => {
    using socket = await openIntroduced(graph);
    socket.say({ type: 'ping' });
    socket.say({ type: 'ping', payload: { at: 1 } });
    await until('two pongs', () => socket.of('pong').length === 2);
    expect(endOf(socket.of('pong')[1] as Message)).toBe(endOf(socket.of('connection_ack')[0] as Message));
  });
});

test('the stock client is warned before its session ends, presents a fresh token, and loses nothing', async () => {
  const certification = graph.opensCase();
  const warnings: unknown[] = [];
  const told: unknown[] = [];
  const events: LiveEvent[] = [];
  let active: WebSocket | undefined;
  const client = createClient({
    url: `${graph.url.replace('http', 'ws')}/t/raices/graphql`,
    webSocketImpl: WebSocket,
    retryAttempts: 0,
    connectionParams: async () => ({ authorization: `Bearer ${await graph.tokenOf(alice, 3)}` }),
    on: {
      opened: (socket) => {
        active = socket as WebSocket;
      },
      ping: async (isReceived, payload) => {
        if (!isReceived || payload?.['sessionEndsInSeconds'] === undefined) return;
        warnings.push(payload);
        const authorization = `Bearer ${await graph.tokenOf(alice, 600)}`;
        active?.send(stringifyMessage({ type: MessageType.Ping, payload: { authorization } }));
      },
      pong: (isReceived, payload) => isReceived && void told.push(payload),
    },
  });
  const ended = Promise.withResolvers<unknown>();
  client.subscribe<{ certificationStatusChanged: LiveEvent }>(
    { query: WATCH, variables: { id: certification.id } },
    {
      next: ({ data }) => data?.certificationStatusChanged && void events.push(data.certificationStatusChanged),
      error: ended.resolve,
      complete: () => ended.resolve('complete'),
    },
  );
  await until('the snapshot', () => events[0]);
  const old = Date.now() + 3_000;
  await until('the answer to the fresh token', () => told[0]);
  await until('the end of the old token', () => Date.now() > old);
  await certification.moves(3);
  await until('the changes', () => events.length === 4);
  expect(events.map(({ seq }) => seq)).toEqual([1, 2, 3, 4]);
  expect(warnings).toEqual([{ sessionEndsInSeconds: expect.any(Number) }]);
  await client.dispose();
  expect(await ended.promise).toBe('complete');
});
