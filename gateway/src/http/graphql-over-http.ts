import type { IncomingHttpHeaders } from 'node:http';

/** The two media types of GraphQL over HTTP. */
export const GRAPHQL_RESPONSE = 'application/graphql-response+json';
export const PLAIN_JSON = 'application/json';

export type ResponseType = typeof GRAPHQL_RESPONSE | typeof PLAIN_JSON;

/** Why a request is no GraphQL request that a page could not have forged. */
export type HttpRefusal = { readonly status: 400 | 405 | 406 | 415; readonly message: string; readonly allow?: string };

/** Headers that a page cannot set without asking first (a CORS preflight): one of them must come with a GET. */
const PREFLIGHT_HEADERS = ['apollo-require-preflight', 'x-apollo-operation-name', 'x-tenant-id', 'authorization'];

/**
 * The media type to answer with. `application/json` only for a client that asks for it and for nothing that would do better;
 * undefined when the client takes neither.
 */
export function chooseResponseType(accept: string | undefined): ResponseType | undefined {
  if (accept === undefined || accept.trim() === '') return GRAPHQL_RESPONSE;
  const accepted = accept
    .split(',')
    .map((range) => range.trim().toLowerCase())
    .filter((range) => !/;\s*q=0(\.0*)?\s*(;|$)/.test(range))
    .map((range) => (range.split(';')[0] ?? '').trim());
  if (accepted.some((type) => type === GRAPHQL_RESPONSE || type === '*/*' || type === 'application/*')) return GRAPHQL_RESPONSE;
  return accepted.includes(PLAIN_JSON) ? PLAIN_JSON : undefined;
}

/**
 * The status of an answer to a well-formed request whose operation was refused: the refusal's own, but 200 where only
 * `application/json` is accepted, because such clients read the status as that of the transport.
 */
export function statusOfOperationRefusal(status: number, type: ResponseType): number {
  return type === PLAIN_JSON && status === 400 ? 200 : status;
}

/** Refuses what a browser would send for a foreign page without asking, and encodings that are not read here. */
export function findHttpRefusal(method: string, headers: IncomingHttpHeaders): HttpRefusal | undefined {
  const contentType = headers['content-type']?.split(';')[0]?.trim().toLowerCase();
  if (method === 'GET') {
    if (contentType !== undefined && contentType !== PLAIN_JSON) {
      return { status: 415, message: 'A GET has no body; leave out content-type.' };
    }
    if (contentType === undefined && !PREFLIGHT_HEADERS.some((name) => headers[name] !== undefined)) {
      return {
        status: 400,
        message: 'A GET must bear the header apollo-require-preflight, so that no foreign page can send it.',
      };
    }
    return undefined;
  }
  if (method !== 'POST') return { status: 405, message: 'GraphQL is asked with POST or GET.', allow: 'GET, POST' };
  if (contentType !== PLAIN_JSON) return { status: 415, message: `Expected content-type ${PLAIN_JSON}.` };
  const encoding = headers['content-encoding'];
  if (encoding !== undefined && encoding !== 'identity')
    return { status: 415, message: 'Expected a body without content-encoding.' };
  return undefined;
}
