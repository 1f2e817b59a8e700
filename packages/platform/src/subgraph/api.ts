import { Fault, unreachable } from '@academy/kernel';
import Fastify from 'fastify';
import { newId } from '../ids/index.ts';
import type { Service } from '../lifecycle/index.ts';
import { DEADLINE_HEADER, ISLAND_PATH } from '../topology/http-transport.ts';
import { createAdmission } from './admit-call.ts';
import { openDeadline, remainingMs } from './deadline.ts';
import type { IslandResources, RunningIsland } from './island.ts';

/** A request body may not be larger: the gateway's own limit, and room for representations. */
const MAX_BODY_BYTES = 4 * 1024 * 1024;
const REQUEST_TIMEOUT_MS = 15_000;

const OPERATION_EXPECTED =
  'A JSON object with a text `query` was expected, and where they are given, a text `operationName` and an object `variables`.';

/**
 * The island answers signed calls over HTTP afterwards: POST /graphql, GET /health/live, /health/ready and /metrics.
 * An unsigned, stale, forged or replayed call gets 401 and nothing else. A call may say in `x-academy-deadline-ms` how long its answer is
 * of use, 15 s at most; a later one is TIMEOUT.
 */
export async function startApi(
  island: RunningIsland,
  resources: IslandResources,
  listen: { host: string; port: number },
): Promise<Service & { port: number }> {
  const { logger, telemetry } = resources;
  const admit = createAdmission(island, resources);
  const app = Fastify({
    logger: false,
    bodyLimit: MAX_BODY_BYTES,
    requestTimeout: REQUEST_TIMEOUT_MS,
    keepAliveTimeout: 65_000,
    forceCloseConnections: 'idle',
  });
  const refused = telemetry.counter('academy_island_calls_refused_total', 'Calls refused for their signature', [
    'island',
    'reason',
  ]);
  let isDraining = false;

  app.removeAllContentTypeParsers();
  app.addContentTypeParser('*', { parseAs: 'string' }, (_request, body, done) => done(null, body));
  app.get('/health/live', async () => ({ status: 'ok' }));
  app.get('/health/ready', async (_request, reply) => {
    const isReady = !isDraining && (await island.isReady());
    return reply.code(isReady ? 200 : 503).send({ status: isReady ? 'ok' : 'unavailable' });
  });
  app.get('/metrics', async (_request, reply) => {
    const { contentType, text } = await telemetry.render();
    return reply.type(contentType).send(text);
  });
  app.post(ISLAND_PATH, async (request, reply) => {
    const deadline = openDeadline(remainingMs(request.headers[DEADLINE_HEADER]), reply.raw);
    try {
      const body = typeof request.body === 'string' ? request.body : '';
      const admission = await admit({ method: request.method, path: request.url, body }, request.headers);
      switch (admission.kind) {
        case 'refused':
          refused.inc({ island: island.name, reason: admission.reason });
          return reply.code(401).send(refusal('UNAUTHENTICATED', 'A signed call was expected.'));
        case 'unreadable':
          return reply.code(400).send(refusal('BAD_REQUEST', OPERATION_EXPECTED));
        case 'admitted': {
          const { principal, operation } = admission;
          const requestId = request.headers['x-request-id'];
          const response = await island.execute(operation, {
            principal,
            requestId: typeof requestId === 'string' ? requestId.slice(0, 64) : newId(),
            signal: deadline.signal,
          });
          return reply.code(200).header('content-type', 'application/json; charset=utf-8').send(JSON.stringify(response));
        }
        default:
          return unreachable(admission);
      }
    } finally {
      deadline.close();
    }
  });
  app.setErrorHandler((thrown, _request, reply) => {
    if (thrown instanceof Fault) {
      if (thrown.cause !== undefined) logger.warn({ err: thrown.cause, code: thrown.code, island: island.name }, 'fault');
      return reply.code(thrown.isRetryable ? 503 : 400).send(refusal(thrown.code, thrown.message));
    }
    const status = (thrown as { statusCode?: number }).statusCode;
    if (status !== undefined && status >= 400 && status < 500)
      return reply.code(status).send(refusal('BAD_REQUEST', 'The request cannot be read.'));
    const errorId = newId();
    logger.error({ err: thrown, errorId, island: island.name }, 'bug');
    return reply.code(500).send(refusal('INTERNAL', `Something went wrong on our side; quote ${errorId} when you report it.`));
  });
  app.setNotFoundHandler((_request, reply) => reply.code(404).send(refusal('NOT_FOUND', 'There is nothing here.')));

  await app.listen({ host: listen.host, port: listen.port });
  const address = app.server.address();
  const port = typeof address === 'object' && address !== null ? address.port : listen.port;
  logger.info({ island: island.name, port }, 'island API is up');
  return {
    port,
    async stop() {
      isDraining = true;
      await app.close();
    },
  };
}

function refusal(code: string, message: string) {
  return { errors: [{ message, extensions: { code } }] };
}
