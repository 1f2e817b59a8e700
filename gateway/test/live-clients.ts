import { createClient as createSseClient } from 'graphql-sse';
import { createClient as createWebSocketClient } from 'graphql-ws';
import { WebSocket } from 'ws';
import type { LiveAcademy } from './live-academy.ts';
import { alice } from './people.ts';

/** One answer, as a client got it. */
export type Told = {
  readonly data?: Record<string, unknown> | null;
  readonly errors?: readonly { message: string; path?: unknown; extensions?: { code?: string; requestId?: string } }[];
  readonly extensions?: Record<string, unknown>;
};
export type LiveEvent = { kind: string; seq: number; status: string; resume: string };

export const WATCH = `subscription Watch($id: ID!, $after: String) {
  certificationStatusChanged(certificationId: $id, after: $after) { kind seq previousStatus status hold occurredAt resume }
}`;

export type Asked = {
  readonly query?: string;
  readonly variables?: Record<string, unknown>;
  readonly operationName?: string;
  readonly extensions?: Record<string, unknown>;
  /** null: nobody. */
  readonly as?: typeof alice | null;
  readonly tenant?: string;
  readonly token?: string;
  /** In the place of a token. */
  readonly apiKey?: string;
  readonly headers?: Record<string, string>;
  /** WebSocket: headers of the request that opens it. */
  readonly handshake?: Record<string, string>;
  /** Event source: what it sends as Last-Event-ID. */
  readonly lastEventId?: string;
  readonly method?: 'GET';
};

/** Waits until something is there. Throws, with what there is, when it is not within ten seconds. */
export async function until<Found>(
  what: string,
  look: () => Found | false | undefined | Promise<Found | false | undefined>,
  ms = 10_000,
): Promise<Found> {
  const deadline = Date.now() + ms;
  for (;;) {
    const found = await look();
    if (found !== undefined && found !== false) return found;
    if (Date.now() > deadline) throw new Error(`Waited in vain for ${what}.`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

/** An operation on a stream: what arrived, and how it ended. */
export class Watch {
  readonly told: Told[] = [];
  /** SSE: the ids. */
  readonly ids: string[] = [];
  /** WebSocket: how the socket was closed. */
  closed: { code: number; reason: string } | undefined;
  end: 'complete' | 'broken' | undefined;
  #stop: () => void = () => {};

  /** Events of certificationStatusChanged. */
  get events(): LiveEvent[] {
    return this.told.flatMap(({ data }) => (data?.['certificationStatusChanged'] as LiveEvent | undefined) ?? []);
  }
  get seqs(): number[] {
    return this.events.map(({ seq }) => seq);
  }
  get codes(): (string | undefined)[] {
    return this.told.flatMap(({ errors }) => errors?.map(({ extensions }) => extensions?.code) ?? []);
  }
  /** Waits for this many answers. */
  async gets(count: number): Promise<readonly Told[]> {
    await until(`${count} answers`, () => {
      if (this.told.length >= count) return true;
      if (this.end !== undefined) throw new Error(`Ended with ${this.end} after ${JSON.stringify(this.told).slice(0, 2_000)}`);
      return undefined;
    });
    return this.told;
  }
  async ended(): Promise<'complete' | 'broken'> {
    return until('the end of the stream', () => this.end);
  }
  stop(): void {
    this.#stop();
  }
  onStop(stop: () => void): void {
    this.#stop = stop;
  }
}

async function request(graph: LiveAcademy, asked: Asked) {
  const as = asked.as === undefined && asked.apiKey === undefined ? alice : (asked.as ?? null);
  const token = asked.token ?? (as === null ? undefined : await graph.tokenOf(as));
  const authorization: Record<string, string> = {
    ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
    ...(asked.apiKey === undefined ? {} : { 'x-api-key': asked.apiKey }),
  };
  const { query = WATCH, variables = {}, operationName, extensions } = asked;
  return {
    path: `/t/${asked.tenant ?? as?.tenantSlug ?? alice.tenantSlug}/graphql`,
    authorization,
    body: {
      query,
      variables,
      ...(operationName === undefined ? {} : { operationName }),
      ...(extensions === undefined ? {} : { extensions }),
    },
  };
}

/** Over WebSocket, with the stock graphql-ws client. */
export async function overWebSocket(graph: LiveAcademy, asked: Asked): Promise<Watch> {
  const { path, authorization, body } = await request(graph, asked);
  const watch = new Watch();
  const client = createWebSocketClient({
    url: `${graph.url.replace('http', 'ws')}${path}`,
    webSocketImpl: asked.handshake === undefined ? WebSocket : webSocketWith(asked.handshake),
    connectionParams: authorization,
    retryAttempts: 0,
    on: {
      closed(event) {
        const { code, reason } = event as { code: number; reason: string };
        watch.closed = { code, reason };
      },
    },
  });
  client.subscribe<Record<string, unknown>>(body, {
    next: (result) => void watch.told.push(result as Told),
    error: (error) => {
      if (Array.isArray(error)) watch.told.push({ errors: error });
      watch.end = 'broken';
    },
    complete: () => {
      watch.end = 'complete';
    },
  });
  watch.onStop(() => client.terminate());
  return watch;
}

/** The client's WebSocket, which a browser would open with headers of its own. */
function webSocketWith(headers: Record<string, string>) {
  return class extends WebSocket {
    constructor(url: string, protocols: string) {
      super(url, protocols, { headers });
    }
  };
}

/** Over Server-Sent Events, with the stock graphql-sse client. */
export async function overSse(graph: LiveAcademy, asked: Asked): Promise<Watch> {
  const { path, authorization, body } = await request(graph, asked);
  const watch = new Watch();
  const client = createSseClient({
    url: `${graph.url}${path}`,
    headers: { ...authorization, ...asked.headers },
    retryAttempts: 0,
  });
  client.subscribe<Record<string, unknown>>(body, {
    next: (result) => void watch.told.push(result as Told),
    error: () => {
      watch.end = 'broken';
    },
    complete: () => {
      watch.end = 'complete';
    },
  });
  watch.onStop(() => client.dispose());
  return watch;
}

/** A raw response, read as it comes. `text` holds what arrived. */
export async function openRaw(graph: LiveAcademy, asked: Asked & { path?: string }) {
  const { path, authorization, body } = await request(graph, asked);
  const abort = new AbortController();
  const headers = { ...authorization, ...asked.headers };
  const url = `${graph.url}${asked.path ?? path}`;
  const given = new URLSearchParams({ query: body.query, variables: JSON.stringify(body.variables) });
  const response =
    asked.method === 'GET'
      ? await fetch(`${url}?${given}`, { headers, signal: abort.signal })
      : await fetch(url, {
          method: 'POST',
          headers: { 'content-type': 'application/json', ...headers },
          body: JSON.stringify(body),
          signal: abort.signal,
        });
  const raw = { response, text: '', end: undefined as 'complete' | 'broken' | undefined, stop: () => abort.abort() };
  const read = async () => {
    const decoder = new TextDecoder();
    for await (const chunk of response.body ?? []) raw.text += decoder.decode(chunk, { stream: true });
  };
  void read().then(
    () => (raw.end = 'complete'),
    () => (raw.end = 'broken'),
  );
  return raw;
}

/** Over Server-Sent Events as an EventSource reads them: `id` kept, Last-Event-ID sent; ends `complete` only when told so. */
export async function overEventSource(graph: LiveAcademy, asked: Asked): Promise<Watch> {
  const lastEventId = asked.lastEventId === undefined ? {} : { 'last-event-id': asked.lastEventId };
  const headers = { accept: 'text/event-stream', ...lastEventId, ...asked.headers };
  const raw = await openRaw(graph, { ...asked, headers });
  return collect(raw, /\n\n/, (message, watch) => {
    const field = (name: string) => new RegExp(`^${name}: ?(.*)$`, 'm').exec(message)?.[1];
    if (field('id') !== undefined) watch.ids.push(field('id') ?? '');
    if (field('event') === 'next') watch.told.push(JSON.parse(field('data') ?? ''));
    if (field('event') === 'complete') watch.end = 'complete';
  });
}

/** Over multipart HTTP, as Apollo Client reads it: a part is taken when the boundary behind it has come. */
export async function overMultipart(graph: LiveAcademy, asked: Asked): Promise<Watch> {
  const accept =
    'multipart/mixed;boundary="graphql";subscriptionSpec="1.0",application/graphql-response+json,application/json;q=0.9';
  const raw = await openRaw(graph, { ...asked, headers: { accept, ...asked.headers } });
  return collect(raw, /\r\n--graphql/, (part, watch) => {
    const content = part.split('\r\n\r\n')[1];
    if (content === undefined || content === '{}') return;
    const { payload, errors } = JSON.parse(content) as { payload: Told | null; errors?: NonNullable<Told['errors']> };
    watch.told.push(payload ?? { ...(errors === undefined ? {} : { errors }) });
    if (payload === null) watch.end = 'complete';
  });
}

/** Turns what arrives of a raw response into answers, message by message. */
function collect(
  raw: Awaited<ReturnType<typeof openRaw>>,
  separator: RegExp,
  take: (message: string, watch: Watch) => void,
): Watch {
  const watch = new Watch();
  let taken = 0;
  const timer = setInterval(() => {
    const messages = raw.text.split(separator);
    for (const message of messages.slice(taken, -1)) take(message, watch);
    taken = Math.max(taken, messages.length - 1);
    if (raw.end === undefined) return;
    watch.end ??= 'broken';
    clearInterval(timer);
  }, 5);
  watch.onStop(() => {
    clearInterval(timer);
    raw.stop();
  });
  return watch;
}

export const TRANSPORTS = {
  WebSocket: overWebSocket,
  SSE: overSse,
  'an event source': overEventSource,
  multipart: overMultipart,
};
