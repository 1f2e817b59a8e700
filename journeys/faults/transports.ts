import { ApolloClient, gql, HttpLink, InMemoryCache } from '@apollo/client/core';
import { createClient as createSseClient } from 'graphql-sse';
import { createClient as createWebSocketClient } from 'graphql-ws';
import { Agent, EventSource } from 'undici';
import WebSocket from 'ws';
import type { Loose } from '../src/loose.ts';

/** An answer, as any of the clients hands it over. */
export type Answer = {
  readonly data?: Loose;
  readonly errors?: readonly Loose[];
  readonly extensions?: { readonly resume?: string };
};

/** What a connection tells; nothing after `ended`, unless it opens itself again. */
export type Sink = {
  /** The server has answered. */
  accepted(): void;
  answer(answer: Answer): void;
  /** It is over. `comesBack`: it opens itself again, and tells `accepted` then. */
  ended(why: string, comesBack?: boolean): void;
};

export type Asked = {
  /** `http://host:port` */
  readonly origin: string;
  /** With the tenant. */
  readonly path: string;
  readonly authorization: string;
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
};

/** Opens one subscription; the returned function ends it, and nothing is told afterwards. */
type Transport = (asked: Asked, sink: Sink) => () => void;

/** The stock client of each transport. */
export const TRANSPORTS = {
  'graphql-ws': overWebSocket,
  'graphql-sse': overSse,
  EventSource: overEventSource,
  'Apollo multipart': overMultipart,
} satisfies Record<string, Transport>;
export type TransportName = keyof typeof TRANSPORTS;
export const TRANSPORT_NAMES = Object.keys(TRANSPORTS) as TransportName[];

/** A socket that is ended while it connects says so by an error, for which the client has stopped listening. */
class CalmWebSocket extends WebSocket {
  constructor(...given: ConstructorParameters<typeof WebSocket>) {
    super(...given);
    this.on('error', () => {});
  }
}

function overWebSocket(asked: Asked, sink: Sink): () => void {
  const client = createWebSocketClient({
    url: `${asked.origin.replace('http', 'ws')}${asked.path}`,
    webSocketImpl: CalmWebSocket,
    connectionParams: { authorization: asked.authorization },
    retryAttempts: 0,
    on: { connected: () => sink.accepted() },
  });
  client.subscribe<Loose>(
    { query: asked.query, variables: asked.variables },
    {
      next: (result) => sink.answer(result as Answer),
      error(error) {
        if (Array.isArray(error)) sink.answer({ errors: error });
        const { code, reason } = (error ?? {}) as { code?: number; reason?: string };
        sink.ended(code === undefined ? describe(error) : `closed ${code} ${reason ?? ''}`.trim());
      },
      complete: () => sink.ended('complete'),
    },
  );
  return () => client.terminate();
}

function overSse(asked: Asked, sink: Sink): () => void {
  const client = createSseClient({
    url: `${asked.origin}${asked.path}`,
    headers: { authorization: asked.authorization },
    retryAttempts: 0,
    fetchFn: acceptingFetch(sink),
  });
  client.subscribe<Loose>(
    { query: asked.query, variables: asked.variables },
    {
      next: (result) => sink.answer(result as Answer),
      error: (error) => sink.ended(describe(error)),
      complete: () => sink.ended('complete'),
    },
  );
  return () => client.dispose();
}

function overEventSource({ origin, path, authorization, query, variables }: Asked, sink: Sink): () => void {
  const agent = new Agent();
  // A browser's EventSource sends a cookie; ours is given the header by its connection.
  const dispatcher = agent.compose((dispatch) => (options, handler) => {
    const headers = [...Object.entries((options.headers ?? {}) as Record<string, string>), ['authorization', authorization]];
    return dispatch({ ...options, headers: Object.fromEntries(headers) }, handler);
  });
  const given = new URLSearchParams({ query, variables: JSON.stringify(variables) });
  const source = new EventSource(`${origin}${path}?${given}`, { node: { dispatcher } });
  const stop = () => {
    source.close();
    void agent.destroy();
  };
  source.onopen = () => sink.accepted();
  source.onerror = () => {
    const comesBack = source.readyState === source.CONNECTING;
    if (!comesBack) stop();
    sink.ended(comesBack ? 'the stream broke off' : 'the server does not serve it', comesBack);
  };
  source.addEventListener('next', (event) => sink.answer(JSON.parse((event as MessageEvent).data)));
  source.addEventListener('complete', () => {
    stop();
    sink.ended('complete');
  });
  return stop;
}

function overMultipart({ origin, path, authorization, query, variables }: Asked, sink: Sink): () => void {
  const client = new ApolloClient({
    link: new HttpLink({ uri: `${origin}${path}`, headers: { authorization }, fetch: acceptingFetch(sink) }),
    cache: new InMemoryCache(),
  });
  const subscription = client
    .subscribe<Loose>({ query: gql(query), variables, fetchPolicy: 'no-cache', errorPolicy: 'all' })
    .subscribe({
      next({ data, error, extensions }) {
        const errors = errorsOf(error);
        if (error !== undefined && errors === undefined) return sink.ended(describe(error));
        sink.answer({ data, ...(errors === undefined ? {} : { errors }), ...(extensions === undefined ? {} : { extensions }) });
      },
      error: (error) => sink.ended(describe(error)),
      complete: () => sink.ended('complete'),
    });
  return () => {
    subscription.unsubscribe();
    client.stop();
  };
}

function acceptingFetch(sink: Sink): typeof fetch {
  return async (input, init) => {
    const response = await fetch(input, init);
    if (response.ok) sink.accepted();
    return response;
  };
}

/** The GraphQL errors that Apollo Client wraps in one; undefined for a failure of the network. */
function errorsOf(error: unknown): Loose[] | undefined {
  const { errors } = (error ?? {}) as { errors?: Loose[] };
  return Array.isArray(errors) ? errors : undefined;
}

function describe(thrown: unknown): string {
  if (!(thrown instanceof Error)) return JSON.stringify(thrown)?.slice(0, 200) ?? 'nothing';
  const cause = thrown.cause instanceof Error ? `: ${thrown.cause.message}` : '';
  return `${thrown.message}${cause}`.slice(0, 200);
}
