import type { Logger } from '@academy/platform/logger';
import Fastify, { type FastifyError, type FastifyInstance } from 'fastify';
import { maskError } from '../errors.ts';
import { addCompression } from './compression.ts';
import { chooseResponseFormat, PLAIN_JSON } from './graphql-over-http.ts';
import { refuse, send } from './graphql-route.ts';
import { requestIdOf } from './request-approach.ts';
import { securityHeaders } from './security-headers.ts';

/** A client that drips its request is cut off after this long, headers and body together. */
const REQUEST_TIMEOUT_MS = 10_000;
const HEADERS_TIMEOUT_MS = 8_000;
/** How often Node looks for such clients; its default of 30 s would make the timeouts late. */
const TIMEOUT_CHECK_MS = 1_000;
const KEEP_ALIVE_MS = 65_000;

/** An HTTP server without routes: JSON bodies only, request ids in and out, security headers, compressed answers, and no error text of its own. */
export async function createHttpServer(options: {
  maxBodyBytes: number;
  logger: Logger;
  /** Whether clients are to come back on another connection. */
  isLeaving: () => boolean;
}): Promise<FastifyInstance> {
  const app = Fastify({
    logger: false,
    bodyLimit: options.maxBodyBytes,
    requestTimeout: REQUEST_TIMEOUT_MS,
    keepAliveTimeout: KEEP_ALIVE_MS,
    http: { headersTimeout: HEADERS_TIMEOUT_MS, connectionsCheckingInterval: TIMEOUT_CHECK_MS },
    trustProxy: false,
    exposeHeadRoutes: false,
    // A request that arrives while the process drains is answered like any other: its sender had no way to know.
    return503OnClosing: false,
    forceCloseConnections: 'idle',
    genReqId: (request) => requestIdOf(request),
    requestIdHeader: false,
  });
  app.removeContentTypeParser('text/plain');
  const everywhere = Object.entries(securityHeaders());
  app.addHook('onRequest', (request, reply, next) => {
    for (const [name, value] of everywhere) void reply.header(name, value);
    void reply.header('x-request-id', request.id);
    if (options.isLeaving()) void reply.header('connection', 'close');
    next();
  });
  addCompression(app);
  app.setErrorHandler<FastifyError>((error, request, reply) => {
    const type = chooseResponseFormat(request.headers.accept)?.type ?? PLAIN_JSON;
    return send(reply, type, answerTo(error, request.id, options.logger));
  });
  app.setNotFoundHandler((request, reply) =>
    send(reply, PLAIN_JSON, refuse(404, 'NOT_FOUND', 'There is nothing here; GraphQL is at /graphql.', request.id)),
  );
  return app;
}

function answerTo(error: FastifyError, requestId: string, logger: Logger) {
  const status = error.statusCode ?? 500;
  if (status === 413) return refuse(413, 'PAYLOAD_TOO_LARGE', 'The body is larger than what is read here.', requestId);
  if (status === 415) return refuse(415, 'BAD_REQUEST', 'Expected content-type application/json.', requestId);
  if (status >= 400 && status < 500)
    return refuse(status, 'BAD_REQUEST', 'The request could not be read; expected a JSON body.', requestId);
  return { status: 500, body: { errors: [maskError(error, requestId, logger)] } };
}
