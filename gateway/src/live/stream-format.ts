import { type ClientError, clientError } from '../errors.ts';
import { outcomeJson } from '../federation/federation.ts';
import { GRAPHQL_RESPONSE, PLAIN_JSON } from '../http/graphql-over-http.ts';
import type { StreamedResult } from './streamed.ts';

/** How one kind of stream over HTTP is written. */
export type StreamFormat = {
  readonly contentType: string;
  readonly begin: string;
  next(result: StreamedResult): string;
  readonly heartbeat: string;
  /** Nothing more comes: the operation is over. */
  readonly end: string;
  /** More would come, but not from this process: what makes a client subscribe again from where it was. */
  comeBack(requestId: string): string;
};

/**
 * Server-Sent Events, as graphql-sse's distinct connections: `next` for each answer, `complete` at the end, `id` is the resume token. A
 * stream that ends without `complete` is one that the client opens again, with Last-Event-ID if it is an EventSource.
 */
export const EVENT_STREAM: StreamFormat = {
  contentType: 'text/event-stream; charset=utf-8',
  // An EventSource whose stream breaks off waits this long, ms, before it comes back.
  begin: 'retry: 1000\n:\n\n',
  next(result) {
    const resume = result.extensions?.['resume'];
    const id = typeof resume === 'string' ? `id: ${resume}\n` : '';
    return `${id}event: next\ndata: ${outcomeJson(result)}\n\n`;
  },
  heartbeat: ':\n\n',
  end: 'event: complete\ndata:\n\n',
  comeBack: () => '',
};

const part = (json: string) => `\r\ncontent-type: application/json\r\n\r\n${json}\r\n--graphql`;
const failed = (errors: readonly ClientError[] | undefined) => part(JSON.stringify({ payload: null, errors }));

/**
 * Multipart HTTP, as Apollo Client's subscription protocol 1.0: an answer is a `payload`, what ends the subscription is `errors` beside no
 * payload, a heartbeat is empty. Each part is written with the boundary behind it, because a client holds it back until then.
 * https://www.apollographql.com/docs/graphos/routing/operations/subscriptions/multipart-protocol
 */
export const MULTIPART: StreamFormat = {
  contentType: 'multipart/mixed;boundary="graphql";subscriptionSpec="1.0"',
  begin: '\r\n--graphql',
  next: (result) => (result.dataJson === undefined ? failed(result.errors) : part(`{"payload":${outcomeJson(result)}}`)),
  heartbeat: part('{}'),
  end: '--\r\n',
  comeBack(requestId) {
    const message = 'The server is being restarted; subscribe again with the last resume token as after.';
    return `${failed([clientError('UNAVAILABLE', message, requestId)])}--\r\n`;
  },
};

/** The stream that a client asks for by `accept`; undefined when it would rather have one JSON answer, or takes no stream. */
export function chooseStreamFormat(accept: string | undefined): StreamFormat | undefined {
  for (const range of accept?.toLowerCase().split(',') ?? []) {
    const [type, ...parameters] = range.split(';').map((piece) => piece.trim());
    if (parameters.some((parameter) => /^q=0(\.0*)?$/.test(parameter))) continue;
    if (type === 'text/event-stream') return EVENT_STREAM;
    if (type === 'multipart/mixed' && parameters.some((parameter) => parameter.startsWith('subscriptionspec='))) return MULTIPART;
    if (type === GRAPHQL_RESPONSE || type === PLAIN_JSON) return undefined;
  }
  return undefined;
}
