import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Approach } from '../guard.ts';
import { signedMessageOf } from '../signatures/signed-message.ts';

/** Paths that answer GraphQL, without a tenant and with one; those with a version are aliases that may end one day. */
export const GRAPHQL_PATHS = ['/graphql', '/t/:tenant/graphql', '/api/v1/graphql', '/t/:tenant/api/v1/graphql'] as const;

/** Whether a WebSocket may be opened on a path: on every one that answers GraphQL, and on its alias for streams. */
export function isGraphqlPath(path: string): boolean {
  return /^(\/t\/[^/]+)?(\/api\/v1)?\/graphql(\/stream)?$/.test(path);
}

const REQUEST_ID = /^[A-Za-z0-9._-]{8,64}$/;

/** The caller's request id when it has the form of one, else a new one. */
export function requestIdOf(request: IncomingMessage): string {
  const given = request.headers['x-request-id'];
  return typeof given === 'string' && REQUEST_ID.test(given) ? given : randomUUID();
}

/**
 * What an HTTP request, or the request that opens a WebSocket, says about itself. Only its own path and headers count:
 * `x-forwarded-*` is whatever the client wrote, but for an address that a trusted proxy tells.
 */
export function approachOf(request: IncomingMessage, requestId: string): Approach {
  return {
    requestId,
    tenant: {
      path: /^\/t\/([^/?#]+)\//.exec(request.url ?? '')?.[1],
      header: single(request.headers['x-tenant-id']),
      host: request.headers.host,
    },
    authorization: request.headers.authorization,
    apiKey: single(request.headers['x-api-key']),
    impersonation: single(request.headers['x-impersonation']),
    message: signedMessageOf(request),
    peer: { address: request.socket.remoteAddress, forwardedFor: single(request.headers['x-forwarded-for']) },
  };
}

/** A header that came twice is one value that matches nothing. */
function single(value: string | string[] | undefined): string | undefined {
  return Array.isArray(value) ? value.join(', ') : value;
}
