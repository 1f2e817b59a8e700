import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type LiveAcademy, openLiveAcademy } from './live-academy.ts';
import { type Asked, openRaw, overEventSource, overSse, overWebSocket, until, type Watch } from './live-clients.ts';
import { alice } from './people.ts';

let graph: LiveAcademy;
const open: Watch[] = [];
beforeAll(async () => {
  graph = await openLiveAcademy();
});
afterEach(() => {
  for (const watch of open.splice(0)) watch.stop();
});
afterAll(() => graph[Symbol.asyncDispose]());

async function watching(over: (graph: LiveAcademy, asked: Asked) => Promise<Watch>, asked: Asked): Promise<Watch> {
  const watch = await over(graph, asked);
  open.push(watch);
  return watch;
}

describe('the response of a stream', () => {
  test('may be read by a page of the tenant, and by no other', async () => {
    const { id } = graph.opensCase();
    const asked = { variables: { id } };
    const headers = { accept: 'text/event-stream', 'x-request-id': 'asked-by-a-page' };
    const own = await openRaw(graph, { ...asked, headers: { ...headers, origin: 'https://raices.example' } });
    const foreign = await openRaw(graph, { ...asked, headers: { ...headers, origin: 'https://evil.example' } });
    own.stop();
    foreign.stop();
    expect(Object.fromEntries(own.response.headers)).toMatchObject({
      'access-control-allow-origin': 'https://raices.example',
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      'x-request-id': 'asked-by-a-page',
    });
    expect(foreign.response.headers.get('access-control-allow-origin')).toBeNull();
  });

  test('comes by GET as well, and on a path of its own without accept', async () => {
    const { id } = graph.opensCase();
    const got = await watching(overEventSource, { method: 'GET', variables: { id } });
    await got.gets(1);
    const raw = await openRaw(graph, { path: '/t/raices/graphql/stream', variables: { id } });
    await until('the snapshot', () => raw.text.includes('SNAPSHOT') || undefined);
    raw.stop();
    expect(raw.response.headers.get('content-type')).toBe('text/event-stream; charset=utf-8');
  });

  test('says that it is alive while nothing happens', async () => {
    const { id } = graph.opensCase();
    const sse = await openRaw(graph, { variables: { id }, headers: { accept: 'text/event-stream' } });
    const multipart = await openRaw(graph, { variables: { id }, headers: { accept: 'multipart/mixed;subscriptionSpec=1.0' } });
    await until('two heartbeats', () => (sse.text.match(/^:$/gm)?.length ?? 0) >= 3 || undefined);
    await until('two heartbeats', () => (multipart.text.match(/\r\n\{\}\r\n/g)?.length ?? 0) >= 2 || undefined);
    sse.stop();
    multipart.stop();
  });

  test('is one JSON answer for a client that would rather have JSON', async () => {
    const accept = 'application/graphql-response+json, application/json, text/event-stream, multipart/mixed';
    const { status, body } = await graph.ask(alice, '{ me { id } }', { headers: { accept } });
    expect({ status, data: body.data }).toEqual({ status: 200, data: { me: { id: alice.userId } } });
  });

  test('to a mutation is given over WebSocket and by POST, never by GET', async () => {
    const query = 'mutation { profileUpdate(input: { displayName: "Alicia" }) { __typename } }';
    for (const over of [overWebSocket, overSse]) {
      const watch = await watching(over, { query });
      expect(await watch.gets(1)).toEqual([{ data: { profileUpdate: { __typename: 'ProfileUpdateSuccess' } } }]);
    }
    const got = await openRaw(graph, {
      method: 'GET',
      query,
      headers: { accept: 'text/event-stream', 'apollo-require-preflight': 'true' },
    });
    expect({ status: got.response.status, allow: got.response.headers.get('allow') }).toEqual({ status: 405, allow: 'POST' });
  });
});
