import { request } from 'node:http';
import { describe, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { berta, type LiveAcademy, openLiveAcademy } from './live-academy.ts';
import { overEventSource, overMultipart, overSse, overWebSocket, until, WATCH, type Watch } from './live-clients.ts';
import { alice, carla, diego, tenants } from './people.ts';

/** Each test boots a gateway of its own, which takes seconds on a busy machine. */
const TIMEOUT_MS = 60_000;
const subscriptions = (graph: LiveAcademy) => graph.measure('academy_live_subscriptions');

describe('subscriptions are limited', { timeout: TIMEOUT_MS }, () => {
  /** A page of the directory in which every tenant may have this many subscriptions. */
  const directoryWith = (maxSubscriptions: number) => () => ({
    edges: tenants.map(({ settings, ...tenant }) => ({
      cursor: tenant.id,
      node: { ...tenant, settings: { ...settings, limits: { ...settings.limits, maxSubscriptions } } },
    })),
    pageInfo: { hasNextPage: false, hasPreviousPage: false },
  });

  test('to those of the tenant, whoever has them', async () => {
    await using graph = await openLiveAcademy();
    graph.planted.set('Query.tenantDirectory', directoryWith(3));
    const asked = (as: typeof alice) => ({ as, variables: { id: graph.opensCase(as).id } });
    const held = await Promise.all([overWebSocket, overSse, overMultipart].map((over) => over(graph, asked(alice))));
    await Promise.all(held.map((watch) => watch.gets(1)));
    for (const over of [overWebSocket, overSse]) {
      const refused = await over(graph, asked(berta));
      expect(await refused.ended()).toBe('complete');
      expect(refused.codes).toEqual(['RATE_LIMITED']);
    }
    const elsewhere = await overSse(graph, asked(diego));
    await elsewhere.gets(1);
    held[0]?.stop();
    await until('a free place', async () => (await subscriptions(graph)) === 3 || undefined);
    await (await overSse(graph, asked(berta))).gets(1);
  });

  test('to a hundred of one viewer in one process', async () => {
    await using graph = await openLiveAcademy();
    graph.planted.set('Query.tenantDirectory', directoryWith(1_000));
    const { id } = graph.opensCase();
    const socket = new WebSocket(`${graph.url.replace('http', 'ws')}/t/raices/graphql`, 'graphql-transport-ws');
    const got: { id?: string; type: string; payload?: { errors?: { extensions: { code: string } }[] } }[] = [];
    socket.on('message', (message) => void got.push(JSON.parse(String(message))));
    await new Promise((resolve) => socket.once('open', resolve));
    const authorization = `Bearer ${await graph.tokenOf(alice)}`;
    socket.send(JSON.stringify({ type: 'connection_init', payload: { authorization } }));
    await until('the greeting', () => got[0]);
    for (let number = 0; number < 101; number += 1) {
      socket.send(JSON.stringify({ type: 'subscribe', id: String(number), payload: { query: WATCH, variables: { id } } }));
    }
    await until('every answer', () => got.filter(({ type }) => type === 'next').length === 101 || undefined);
    const refused = got.filter(({ payload }) => payload?.errors !== undefined);
    expect(refused.map((one) => [one.id, one.payload?.errors?.[0]?.extensions.code])).toEqual([['100', 'RATE_LIMITED']]);
    const another = await overSse(graph, { as: carla, variables: { id } });
    await another.gets(1);
    another.stop();
    socket.terminate();
  });
});

describe('a client that does not read', { timeout: TIMEOUT_MS }, () => {
  const LARGE = `subscription ($id: ID!) { certificationStatusChanged(certificationId: $id) { seq certification { course { title } } } }`;
  const CHANGES = 400;

  test.each([
    ['over SSE', 'text/event-stream'],
    ['over WebSocket', undefined],
  ])('%s is cut off, costs no more than what lies in between, and loses nothing when it comes back', async (_over, accept) => {
    await using graph = await openLiveAcademy({ timings: { heartbeatMs: 2_000, slowReaderMs: 500 } });
    let answered = 0;
    graph.planted.set('Course.title', () => {
      answered += 1;
      return 'Instalación fotovoltaica '.repeat(8_000);
    });
    const certification = graph.opensCase();
    const { id } = certification;
    const first = await overSse(graph, { variables: { id } });
    await first.gets(1);
    first.stop();
    if (accept === undefined) {
      const socket = new WebSocket(`${graph.url.replace('http', 'ws')}/t/raices/graphql`, 'graphql-transport-ws');
      await new Promise((resolve) => socket.once('open', resolve));
      const authorization = `Bearer ${await graph.tokenOf(alice)}`;
      socket.send(JSON.stringify({ type: 'connection_init', payload: { authorization } }));
      await new Promise((resolve) => socket.once('message', resolve));
      socket.pause();
      socket.send(JSON.stringify({ type: 'subscribe', id: '1', payload: { query: LARGE, variables: { id } } }));
    } else {
      const headers = { 'content-type': 'application/json', accept, authorization: `Bearer ${await graph.tokenOf(alice)}` };
      // A response without a reader: Node leaves its body in the connection.
      request(`${graph.url}/t/raices/graphql`, { method: 'POST', headers, agent: false })
        .on('response', (response) => response.on('error', () => {}))
        .on('error', () => {})
        .end(JSON.stringify({ query: LARGE, variables: { id } }));
    }
    await until('the snapshot', () => answered === 1 || undefined);
    await certification.moves(CHANGES);
    await until('the end of the subscription', async () => (await subscriptions(graph)) === 0 || undefined);
    expect(answered).toBeGreaterThan(0);
    expect(answered).toBeLessThan(CHANGES / 2);
    const again = await overSse(graph, { variables: { id, after: first.events[0]?.resume } });
    await again.gets(CHANGES);
    expect(again.seqs).toEqual(Array.from({ length: CHANGES }, (_, index) => index + 2));
    again.stop();
  });
});

describe('a gateway that is drained', { timeout: TIMEOUT_MS }, () => {
  test('sends its watchers away so that they come back to where they were', async () => {
    const graph = await openLiveAcademy();
    const { id } = graph.opensCase();
    const asked = { variables: { id } };
    const [socket, sse, eventSource, multipart] = (await Promise.all(
      [overWebSocket, overSse, overEventSource, overMultipart].map((over) => over(graph, asked)),
    )) as [Watch, Watch, Watch, Watch];
    await Promise.all([socket, sse, eventSource, multipart].map((watch) => watch.gets(1)));
    const drained = graph.gateway.close();
    await Promise.all([socket, sse, eventSource, multipart].map((watch) => watch.ended()));
    expect(socket.closed).toEqual({ code: 1012, reason: 'SERVICE_RESTART' });
    expect([socket.end, sse.end, eventSource.end]).toEqual(['broken', 'broken', 'broken']);
    expect(multipart.codes).toEqual(['UNAVAILABLE']);
    expect(eventSource.ids).toEqual([eventSource.events[0]?.resume]);
    await drained;
    await graph[Symbol.asyncDispose]();
  });

  test('answers what it was asked before, over WebSocket and SSE', async () => {
    const graph = await openLiveAcademy();
    const asked = Promise.withResolvers<void>();
    graph.planted.set('Mutation.profileUpdate', async () => {
      asked.resolve();
      await new Promise((resolve) => setTimeout(resolve, 300));
      return { principal: { userId: alice.userId } };
    });
    const query = 'mutation { profileUpdate(input: { displayName: "Alicia" }) { __typename } }';
    const watches = await Promise.all([overWebSocket(graph, { query }), overSse(graph, { query })]);
    await asked.promise;
    await until(
      'both to be asked',
      () => graph.calls.filter(({ query: asks }) => asks.includes('profileUpdate')).length === 2 || undefined,
    );
    const drained = graph.gateway.close();
    for (const watch of watches) {
      expect(await watch.gets(1)).toEqual([{ data: { profileUpdate: { __typename: 'ProfileUpdateSuccess' } } }]);
      expect(await watch.ended()).toBe('complete');
    }
    await drained;
    await graph[Symbol.asyncDispose]();
  });

  test('does not wait for a socket whose client answers nothing', async () => {
    const graph = await openLiveAcademy({ timings: { heartbeatMs: 60_000 } });
    const socket = new WebSocket(`${graph.url.replace('http', 'ws')}/t/raices/graphql`, 'graphql-transport-ws');
    await new Promise((resolve) => socket.once('open', resolve));
    socket.send(JSON.stringify({ type: 'connection_init', payload: { authorization: `Bearer ${await graph.tokenOf(alice)}` } }));
    await new Promise((resolve) => socket.once('message', resolve));
    socket.pause();
    await graph.drain();
    socket.resume();
    await new Promise((resolve) => socket.once('close', resolve));
    await graph[Symbol.asyncDispose]();
  });
});
