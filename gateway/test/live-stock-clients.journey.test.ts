import { ApolloClient, type ApolloLink, gql, HttpLink, InMemoryCache } from '@apollo/client/core';
import { GraphQLWsLink } from '@apollo/client/link/subscriptions';
import { Client, fetchExchange, subscriptionExchange } from '@urql/core';
import { EventSource } from 'eventsource';
import { createClient as createSseClient } from 'graphql-sse';
import { createClient as createWebSocketClient } from 'graphql-ws';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { type LiveAcademy, openLiveAcademy } from './live-academy.ts';
import { type LiveEvent, until } from './live-clients.ts';
import { alice } from './people.ts';

/** What every client asks, of three islands: the event, its certification, the certification's course. */
const WATCH = `subscription Watch($id: ID!, $after: String) {
  certificationStatusChanged(certificationId: $id, after: $after) {
    kind seq status resume certification { id course { title } }
  }
}`;
type Data = { certificationStatusChanged: LiveEvent & { certification: { id: string; course: { title: string } } } };
type Variables = { id: string; after?: string };

/** Where a client is told what it asked for. */
type Sink = { next(data: Data): void; end(why: unknown): void };
/** Subscribes with a stock client. Returns what ends the subscription. */
type Subscribe = (at: { url: string; authorization: string }, variables: Variables, sink: Sink) => () => void;

const overWebSocketOf = ({ url, authorization }: { url: string; authorization: string }) =>
  createWebSocketClient({
    url: url.replace('http', 'ws'),
    webSocketImpl: WebSocket,
    connectionParams: { authorization },
    retryAttempts: 0,
  });

function apollo(link: ApolloLink, variables: Variables, sink: Sink): () => void {
  const client = new ApolloClient({ link, cache: new InMemoryCache() });
  const subscription = client.subscribe<Data, Variables>({ query: gql(WATCH), variables }).subscribe({
    next: ({ data, error }) => (error === undefined && data != null ? sink.next(data) : sink.end(error)),
    error: sink.end,
    complete: () => sink.end('complete'),
  });
  return () => {
    subscription.unsubscribe();
    client.stop();
  };
}

function urql(client: Client, variables: Variables, sink: Sink): () => void {
  const { unsubscribe } = client.subscription<Data, Variables>(WATCH, variables).subscribe(({ data, error }) => {
    if (error === undefined && data !== undefined) sink.next(data);
    else sink.end(error);
  });
  return unsubscribe;
}

function webSocket(at: Parameters<typeof overWebSocketOf>[0], variables: Variables, { next, end }: Sink): () => void {
  const client = overWebSocketOf(at);
  client.subscribe<Data>(
    { query: WATCH, variables },
    { next: ({ data }) => data != null && next(data), error: end, complete: () => end('complete') },
  );
  return () => void client.dispose();
}

const CLIENTS: Record<string, Subscribe> = {
  'graphql-ws'(at, variables, sink) {
    return webSocket(at, variables, sink);
  },
  'graphql-ws on the alias for streams'({ url, authorization }, variables, sink) {
    return webSocket({ url: `${url}/stream`, authorization }, variables, sink);
  },
  'graphql-sse, distinct connections'({ url, authorization }, variables, { next, end }) {
    const client = createSseClient({ url: `${url}/stream`, headers: { authorization }, retryAttempts: 0 });
    client.subscribe<Data>(
      { query: WATCH, variables },
      { next: ({ data }) => data != null && next(data), error: end, complete: () => end('complete') },
    );
    return () => client.dispose();
  },
  'Apollo Client over multipart HTTP': ({ url, authorization }, variables, sink) =>
    apollo(new HttpLink({ uri: url, headers: { authorization } }), variables, sink),
  'Apollo Client over graphql-ws': (at, variables, sink) => apollo(new GraphQLWsLink(overWebSocketOf(at)), variables, sink),
  'urql over fetch': ({ url, authorization }, variables, sink) =>
    urql(
      new Client({
        url,
        exchanges: [fetchExchange],
        fetchSubscriptions: true,
        preferGetMethod: false,
        fetchOptions: { headers: { authorization } },
      }),
      variables,
      sink,
    ),
  'urql over graphql-ws'(at, variables, sink) {
    const socket = overWebSocketOf(at);
    const exchange = subscriptionExchange({
      forwardSubscription: ({ query = '', variables: given }) => ({
        subscribe: (observer) => ({
          unsubscribe: socket.subscribe({ query, variables: given as Record<string, unknown> }, observer as never),
        }),
      }),
    });
    return urql(new Client({ url: at.url, exchanges: [exchange], preferGetMethod: false }), variables, sink);
  },
  'an EventSource'({ url, authorization }, variables, { next, end }) {
    const source = new EventSource(eventSourceUrl(url, variables), { fetch: fetchWith({ authorization }) });
    source.addEventListener('next', ({ data }) => next((JSON.parse(data) as { data: Data }).data));
    source.addEventListener('complete', () => end('complete'));
    return () => source.close();
  },
};

/** EventSource asks by GET; this is how it sends a header. */
function fetchWith(headers: Record<string, string>) {
  return (url: string | URL, init: { headers: Record<string, string> }) =>
    fetch(url, { ...(init as RequestInit), headers: { ...init.headers, ...headers } });
}
function eventSourceUrl(url: string, variables: Variables): string {
  return `${url}?${new URLSearchParams({ query: WATCH, variables: JSON.stringify(variables) })}`;
}

let graph: LiveAcademy;
beforeAll(async () => {
  graph = await openLiveAcademy();
  graph.planted.set('Course.title', () => 'Instalación fotovoltaica');
});
afterAll(() => graph[Symbol.asyncDispose]());

const at = async () => ({ url: `${graph.url}/t/raices/graphql`, authorization: `Bearer ${await graph.tokenOf(alice)}` });
const subscriptions = () => graph.measure('academy_live_subscriptions');
const shapeOf = ({ certificationStatusChanged: { kind, seq, certification } }: Data) =>
  `${kind} ${seq} ${certification.course.title}`;
const changes = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, index) => `CHANGE ${from + index} Instalación fotovoltaica`);

describe.each(Object.entries(CLIENTS))('%s', (_name, subscribe) => {
  test('sees a snapshot and each change, goes on from its token, and leaves nothing behind', async () => {
    const certification = graph.opensCase();
    const first: Data[] = [];
    const ends: unknown[] = [];
    const sinkOf = (got: Data[]): Sink => ({ next: (data) => void got.push(data), end: (why) => void ends.push(why) });
    const stop = subscribe(await at(), { id: certification.id }, sinkOf(first));
    await until('the snapshot', () => first.length === 1 || (ends.length > 0 && Promise.reject(ends[0])));
    await certification.moves(3);
    await until('three changes', () => first.length === 4);
    expect(first.map(shapeOf)).toEqual(['SNAPSHOT 1 Instalación fotovoltaica', ...changes(2, 4)]);
    expect(first.at(-1)?.certificationStatusChanged.certification.id).toBe(certification.id);
    stop();
    await until('the end of the subscription', async () => (await subscriptions()) === 0);

    await certification.moves(2);
    const again: Data[] = [];
    const after = first[2]?.certificationStatusChanged.resume ?? '';
    const stopAgain = subscribe(await at(), { id: certification.id, after }, sinkOf(again));
    await until('what was missed', () => again.length === 3);
    expect(again.map(shapeOf)).toEqual(changes(4, 6));
    stopAgain();
    await until('the end of the subscription', async () => (await subscriptions()) === 0);
  });
});

test('graphql-sse asks by GET as well', async () => {
  const certification = graph.opensCase();
  const { url, authorization } = await at();
  const asked: string[] = [];
  const got: Data[] = [];
  const client = createSseClient({
    url,
    headers: { authorization },
    retryAttempts: 0,
    // Its documented way to GET: the operation goes into the address.
    fetchFn: (to: string, init: RequestInit) => {
      const { query, variables } = JSON.parse(String(init.body)) as { query: string; variables: Variables };
      asked.push('GET');
      const { body: _body, ...rest } = init;
      const parameters = new URLSearchParams({ query, variables: JSON.stringify(variables) });
      return fetch(`${to}?${parameters}`, { ...rest, method: 'GET', headers: { authorization, accept: 'text/event-stream' } });
    },
  });
  client.subscribe<Data>(
    { query: WATCH, variables: { id: certification.id } },
    { next: ({ data }) => data != null && void got.push(data), error: () => {}, complete: () => {} },
  );
  await until('the snapshot', () => got[0]);
  await certification.moves();
  await until('the change', () => got[1]);
  client.dispose();
  expect(asked).toEqual(['GET']);
});

test('an EventSource whose connection is cut comes back by itself with Last-Event-ID, and misses nothing', async () => {
  const certification = graph.opensCase();
  const { url, authorization } = await at();
  const sent: (string | undefined)[] = [];
  const got: Data[] = [];
  let cut = () => {};
  const source = new EventSource(eventSourceUrl(url, { id: certification.id }), {
    fetch: async (to, init) => {
      const headers = init.headers as Record<string, string>;
      sent.push(headers['Last-Event-ID']);
      const response = await fetch(to, { ...(init as RequestInit), headers: { ...headers, authorization } });
      // What the network does to a stream that it cuts.
      const wire = new TransformStream({
        start: (controller) => {
          cut = () => controller.error(new TypeError('terminated'));
        },
      });
      return new Response(response.body?.pipeThrough(wire) ?? null, response);
    },
  });
  source.addEventListener('next', ({ data }) => void got.push((JSON.parse(data) as { data: Data }).data));
  await until('the snapshot', () => got[0]);
  await certification.moves(2);
  await until('two changes', () => got.length === 3);
  cut();
  await certification.moves(3);
  await until('what was missed', () => got.length === 6);
  source.close();
  expect(got.map(shapeOf)).toEqual(['SNAPSHOT 1 Instalación fotovoltaica', ...changes(2, 6)]);
  expect(sent).toEqual([undefined, got[2]?.certificationStatusChanged.resume]);
});
