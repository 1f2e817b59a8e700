import type { Server as HttpsServer } from 'node:https';
import type { Socket } from 'node:net';
import { Fault, unreachable } from '@academy/kernel';
import Fastify, { type FastifyInstance } from 'fastify';
import { newId } from '../ids/index.ts';
import type { Service } from '../lifecycle/index.ts';
import { createTlsGate, serviceOf, type TlsGate, type TlsIdentity } from '../tls/index.ts';
import { DEADLINE_HEADER, ISLAND_PATH } from '../topology/http-transport.ts';
import { type CallingPeer, createAdmission } from './admit-call.ts';
import { openDeadline, remainingMs } from './deadline.ts';
import { addProbes, listenForProbes } from './health.ts';
import type { IslandResources, RunningIsland } from './island.ts';

/** A request body may not be larger: the gateway's own limit, and room for representations. */
const MAX_BODY_BYTES = 4 * 1024 * 1024;
const REQUEST_TIMEOUT_MS = 15_000;

const OPERATION_EXPECTED =
  'A JSON object with a text `query` was expected, and where they are given, a text `operationName` and an object `variables`.';

/** Where the island listens, and to whom. */
export type ApiListener = {
  readonly host: string;
  readonly port: number;
  /** Probes and metrics are answered here as well, without TLS; undefined: on `port` alone. */
  readonly healthPort?: number | undefined;
  /** With it only who has a certificate with one of `clientNames` gets a connection; all but `gatewayName` speak for themselves alone. */
  readonly tls?: { readonly identity: TlsIdentity; readonly clientNames: readonly string[]; readonly gatewayName: string };
};

/**
 * The island answers signed calls over HTTP afterwards: POST /graphql, GET /health/live, /health/ready and /metrics.
 * An unsigned, stale, forged or replayed call gets 401 and nothing else, and so does one by a certificate that may not speak for who is said to ask.
 * A call may say in `x-academy-deadline-ms` how long its answer is of use, 15 s at most; a later one is TIMEOUT.
 */
export async function startApi(
  island: RunningIsland,
  resources: IslandResources,
  listen: ApiListener,
): Promise<Service & { port: number; healthPort?: number }> {
  const { logger, telemetry } = resources;
  const { tls } = listen;
  const admit = createAdmission(island, resources);
  const gate = tls === undefined ? undefined : createTlsGate(tls.identity, tls.clientNames);
  const app = openServer(gate);
  const refused = telemetry.counter('academy_island_calls_refused_total', 'Calls refused for their signature', [
    'island',
    'reason',
  ]);
  let isDraining = false;

  app.removeAllContentTypeParsers();
  app.addContentTypeParser('*', { parseAs: 'string' }, (_request, body, done) => done(null, body));
  const probed = { telemetry, isReady: async () => !isDraining && (await island.isReady()) };
  addProbes(app, probed);
  if (tls !== undefined && gate !== undefined) {
    const closed = telemetry.counter('academy_island_connections_refused_total', 'Connections refused for their certificate', [
      'island',
      'reason',
    ]);
    gate.guard(app.server as unknown as HttpsServer, (reason) => closed.inc({ island: island.name, reason }));
    app.addHook('onRequest', (request, reply, next) => {
      if (gate.isOutdated(request.socket)) void reply.header('connection', 'close');
      if (gate.peerOf(request.socket) !== undefined) return next();
      // It expired since the connection was opened.
      void reply.code(401).header('connection', 'close').send(refusal('UNAUTHENTICATED', 'A valid certificate was expected.'));
    });
  }

  function peerOf(socket: Socket): CallingPeer | undefined {
    const peer = gate?.peerOf(socket);
    return peer === undefined ? undefined : { service: serviceOf(peer.name), isGateway: peer.name === tls?.gatewayName };
  }

  app.post(ISLAND_PATH, async (request, reply) => {
    const deadline = openDeadline(remainingMs(request.headers[DEADLINE_HEADER]), reply.raw);
    try {
      const body = typeof request.body === 'string' ? request.body : '';
      const call = { method: request.method, path: request.url, body };
      const requestId = request.headers['x-request-id'];
      const about = {
        requestId: typeof requestId === 'string' ? requestId.slice(0, 64) : newId(),
        signal: deadline.signal,
      };
      const admission = await admit(call, request.headers, about, peerOf(request.socket));
      switch (admission.kind) {
        case 'refused':
          refused.inc({ island: island.name, reason: admission.reason });
          return reply.code(401).send(refusal('UNAUTHENTICATED', 'A signed call was expected.'));
        case 'unreadable':
          return reply.code(400).send(refusal('BAD_REQUEST', OPERATION_EXPECTED));
        case 'admitted': {
          const response = await admission.operation.execute();
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

  const probes =
    listen.healthPort === undefined ? undefined : await listenForProbes(probed, { host: listen.host, port: listen.healthPort });
  await app.listen({ host: listen.host, port: listen.port });
  const address = app.server.address();
  const port = typeof address === 'object' && address !== null ? address.port : listen.port;
  logger.info({ island: island.name, port }, 'island API is up');
  return {
    port,
    ...(probes === undefined ? {} : { healthPort: probes.port }),
    async stop() {
      isDraining = true;
      await app.close();
      await probes?.stop();
    },
  };
}

function openServer(gate: TlsGate | undefined): FastifyInstance {
  const app = Fastify({
    logger: false,
    bodyLimit: MAX_BODY_BYTES,
    requestTimeout: REQUEST_TIMEOUT_MS,
    keepAliveTimeout: 65_000,
    forceCloseConnections: 'idle',
    https: gate?.options ?? null,
  });
  // Fastify has a type for each kind of server; what is used here, all have.
  return app as unknown as FastifyInstance;
}

function refusal(code: string, message: string) {
  return { errors: [{ message, extensions: { code } }] };
}
