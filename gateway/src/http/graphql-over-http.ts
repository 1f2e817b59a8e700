import type { IncomingHttpHeaders } from 'node:http';
import { readQualityValues } from './quality-values.ts';

/** The two media types of GraphQL over HTTP. */
export const GRAPHQL_RESPONSE = 'application/graphql-response+json';
export const PLAIN_JSON = 'application/json';

export type ResponseType = typeof GRAPHQL_RESPONSE | typeof PLAIN_JSON;

/** How a client is answered. */
export type ResponseFormat = {
  readonly type: ResponseType;
  /**
   * The client named `application/json` and takes no `application/graphql-response+json`: it reads the status as that of the transport,
   * so an operation that is refused is answered with 200.
   */
  readonly isJsonAlone: boolean;
  /** What the client defers may come later, in parts of their own. */
  readonly takesParts: boolean;
};

/** Why a request is no GraphQL request that a page could not have forged. */
export type HttpRefusal = { readonly status: 400 | 405 | 406 | 415; readonly message: string; readonly allow?: string };

/**
 * Headers that a page cannot set without asking first (a CORS preflight): one of them must come with a GET. A credential does not count: proxies and
 * browser extensions add it to whatever a page sends.
 */
const PREFLIGHT_HEADERS = ['apollo-require-preflight', 'x-apollo-operation-name', 'x-tenant-id'];
/** Clients of event streams can often set their credential and nothing else; what they get no page can read. */
const STREAM_PREFLIGHT_HEADERS = [...PREFLIGHT_HEADERS, 'authorization'];
const EVENT_STREAM = /^\s*text\/event-stream\s*(?:;|$)/i;

/** For a client that says nothing, or that it takes anything: what every client of old can read. */
const FOR_ANYONE: ResponseFormat = { type: PLAIN_JSON, isJsonAlone: false, takesParts: false };

/**
 * How to answer a client with this `accept`; undefined when it takes neither media type. The one with the higher quality, and where both
 * are named alike `application/graphql-response+json`, whose status can be relied on.
 * https://graphql.github.io/graphql-over-http/draft/#sec-Accept
 */
export function chooseResponseFormat(accept: string | undefined): ResponseFormat | undefined {
  if (accept === undefined || accept === '*/*' || accept.trim() === '') return FOR_ANYONE;
  const takesParts = takesDeferredParts(accept);
  const whole = chooseWholeFormat(accept);
  if (whole !== undefined) return { ...whole, takesParts };
  return takesParts ? { type: GRAPHQL_RESPONSE, isJsonAlone: false, takesParts } : undefined;
}

/** Whether a client takes what it defers in parts. One that does not gets everything at once. */
function takesDeferredParts(accept: string | undefined): boolean {
  return accept !== undefined && /multipart\/mixed\s*(;[^,]*)?;\s*deferspec\s*=\s*"?20220824"?\s*(;|,|$)/i.test(accept);
}

function chooseWholeFormat(accept: string): Omit<ResponseFormat, 'takesParts'> | undefined {
  const ranges = new Map(readQualityValues(accept).map(({ name, quality }) => [name, quality]));
  const anything = ranges.get('application/*') ?? ranges.get('*/*') ?? 0;
  const named = ranges.get(GRAPHQL_RESPONSE);
  const json = ranges.get(PLAIN_JSON) ?? anything;
  if (named !== undefined && named > 0 && named >= json) return { type: GRAPHQL_RESPONSE, isJsonAlone: false };
  if (json > 0) return { type: PLAIN_JSON, isJsonAlone: ranges.has(PLAIN_JSON) && (named ?? anything) === 0 };
  return (named ?? anything) > 0 ? { type: GRAPHQL_RESPONSE, isJsonAlone: false } : undefined;
}

/** The status of an answer to a well-formed request whose operation was refused: the refusal's own, but 200 instead of 400 for JSON alone. */
export function statusOfOperationRefusal(status: number, format: ResponseFormat): number {
  return format.isJsonAlone && status === 400 ? 200 : status;
}

/** Refuses what a browser would send for a foreign page without asking, and encodings that are not read here. */
export function findHttpRefusal(method: string, headers: IncomingHttpHeaders): HttpRefusal | undefined {
  const [mediaType, ...parameters] = headers['content-type']?.split(';') ?? [];
  const contentType = mediaType?.trim().toLowerCase();
  if (method === 'GET') {
    if (contentType !== undefined && contentType !== PLAIN_JSON) {
      return { status: 415, message: 'A GET has no body; leave out content-type.' };
    }
    const counted = EVENT_STREAM.test(headers.accept ?? '') ? STREAM_PREFLIGHT_HEADERS : PREFLIGHT_HEADERS;
    if (contentType === undefined && !counted.some((name) => headers[name] !== undefined)) {
      return {
        status: 400,
        message: 'A GET must bear the header apollo-require-preflight, so that no foreign page can send it.',
      };
    }
    return undefined;
  }
  if (method !== 'POST') return { status: 405, message: 'GraphQL is asked with POST or GET.', allow: 'GET, POST' };
  if (contentType !== PLAIN_JSON) return { status: 415, message: `Expected content-type ${PLAIN_JSON}.` };
  if (parameters.some(isForeignCharset)) return { status: 415, message: 'Expected a body in UTF-8, as JSON is written.' };
  const encoding = headers['content-encoding'];
  if (encoding !== undefined && encoding !== 'identity')
    return { status: 415, message: 'Expected a body without content-encoding.' };
  return undefined;
}

function isForeignCharset(parameter: string): boolean {
  const charset = /^\s*charset\s*=\s*"?([^"\s]*)"?\s*$/i.exec(parameter)?.[1];
  return charset !== undefined && !/^utf-?8$/i.test(charset);
}
