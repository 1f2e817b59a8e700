import { type Clock, systemClock } from '@academy/kernel';
import { type SigningKey, signCall } from '../access/signature.ts';
import type { TlsIdentity } from '../tls/index.ts';
import { readAnswer } from './answer.ts';
import { type ConnectionLimits, type Connections, defaultConnectionLimits, openConnections } from './http-connections.ts';
import { HttpExchange } from './http-exchange.ts';
import type { CallContext, IslandTransport } from './transport.ts';

/** Path under which every island answers GraphQL. */
export const ISLAND_PATH = '/graphql';

/** The milliseconds that are left of the caller's deadline when the call leaves. Not signed: it can only make an answer come too late. */
export const DEADLINE_HEADER = 'x-academy-deadline-ms';

export type HttpTransportOptions = {
  /** URL of each subgraph by its name, e.g. `http://certification:4003`; `path` is put after it. */
  readonly urls: Readonly<Record<string, string>>;
  /** Default: the path of every island. Empty where the URLs name the endpoints themselves. */
  readonly path?: string;
  /** The first signs every call. Undefined: calls are not signed, for subgraphs that know nothing of us. */
  readonly signingKeys?: readonly SigningKey[];
  /** What signatures are dated by; default the machine's. */
  readonly clock?: Clock;
  readonly connections?: Partial<ConnectionLimits>;
  /** With it every URL is `https`, and each subgraph must show a certificate with its own name. */
  readonly identity?: TlsIdentity | undefined;
};

type Endpoint = { readonly path: string; readonly connections: Connections };

/**
 * Calls subgraphs over HTTP keep-alive, each call signed by the newest key. Redirects are refused, answers are JSON of 16 MiB at most,
 * and nothing goes anywhere but to the URLs given. Throws for a URL that is none or
 * does not fit `identity`, and for a ring of keys that is empty.
 */
export function createHttpTransport(options: HttpTransportOptions): IslandTransport {
  const key = options.signingKeys?.[0];
  const { identity } = options;
  if (options.signingKeys !== undefined && key === undefined)
    throw new Error('At least one signing key is needed to call islands.');
  const clock = options.clock ?? systemClock;
  const limits = { ...defaultConnectionLimits, ...options.connections };
  const origins = new Map<string, Connections>();
  const endpoints = new Map<string, Endpoint>();
  for (const [name, base] of Object.entries(options.urls)) {
    const { origin, protocol, pathname, search } = new URL(`${base}${options.path ?? ISLAND_PATH}`);
    if (identity !== undefined && protocol !== 'https:')
      throw new Error(`An https:// URL was expected for ${name}, as there are certificates; got ${protocol}//.`);
    // Behind one address there may be two services; a connection is to one of them.
    const place = identity === undefined ? origin : `${name} ${origin}`;
    const connections =
      origins.get(place) ?? openConnections(origin, limits, identity === undefined ? undefined : { identity, name });
    origins.set(place, connections);
    endpoints.set(name, { path: `${pathname}${search}`, connections });
  }

  function exchange(subgraph: string, json: string, mayShare: boolean, context: CallContext): Promise<string> {
    const endpoint = endpoints.get(subgraph);
    if (endpoint === undefined) throw new Error(`No URL was given for "${subgraph}".`);
    const { path, connections } = endpoint;
    const body = Buffer.from(json);
    const headers = ['content-type', 'application/json', 'accept', ACCEPTED, 'x-request-id', context.requestId];
    if (context.dueAtMs !== undefined) {
      headers.push(DEADLINE_HEADER, String(Math.max(1, Math.floor(context.dueAtMs - performance.now()))));
    }
    if (context.headers !== undefined) for (const [name, value] of Object.entries(context.headers)) headers.push(name, value);
    if (key !== undefined) {
      const signed = signCall({ method: 'POST', path, body }, context.principal, key, clock);
      for (const name in signed) headers.push(name, signed[name] as string);
    }
    const connection = connections.take(mayShare);
    const running = new HttpExchange(connection, context.signal);
    // An idempotent request may share a connection; it is sent again when that breaks before its turn to be answered has come.
    connection.client.dispatch({ method: 'POST', path, headers, body, idempotent: mayShare, blocking: !mayShare }, running);
    return running.answer;
  }

  return {
    async send(subgraph, request, context) {
      const { jsonPrefix, variablesJson } = request;
      return { json: await exchange(subgraph, `${jsonPrefix}${variablesJson}}`, request.kind === 'query', context) };
    },
    async call(island, request, context) {
      return readAnswer({ json: await exchange(island, JSON.stringify(request), false, context) });
    },
    async close() {
      await Promise.all([...origins.values()].map((connections) => connections.close()));
    },
  };
}

const ACCEPTED = 'application/json';
