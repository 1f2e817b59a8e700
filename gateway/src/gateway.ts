import type { Server } from 'node:http';
import { type AddressInfo, Server as NetServer } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import type { FastifyInstance } from 'fastify';
import { assertFitForProduction } from './config.ts';
import { createDevIssuer, type DevIssuer } from './dev-issuer.ts';
import type { GatewayOptions } from './gateway-options.ts';
import { type ApiVersion, addApiVersion, createApiVersion } from './http/api-version.ts';
import { trustProxies } from './http/client-address.ts';
import { addCors, isOriginAllowed } from './http/cors.ts';
import { addDevIdentityRoutes } from './http/dev-identity.ts';
import { addErrorPage } from './http/error-page.ts';
import { addExplorerRoutes } from './http/explorer.ts';
import { addGraphqlRoutes } from './http/graphql-route.ts';
import { addHealthRoutes } from './http/health.ts';
import { createHttpServer } from './http/http-server.ts';
import { addMetricsRoute } from './http/metrics.ts';
import { addPublicDocumentRoutes } from './http/public-documents/public-document-routes.ts';
import { approachOf, isGraphqlPath } from './http/request-approach.ts';
import { addSignInRoutes } from './http/sign-in.ts';
import type { LiveDoor } from './live-door.ts';
import { openCallers } from './open-callers.ts';
import { openFederation } from './open-federation.ts';
import { openOperations } from './open-operations.ts';
import { createRateLimiter } from './rate/rate-limiter.ts';
import type { Revocations } from './revocations.ts';
import type { SchemaFiles } from './schema-files.ts';
import { addBodyDigests } from './signatures/body-digest.ts';
import { resolveTenant } from './tenant.ts';

/** A gateway that is built and not yet listening. */
export type Gateway = {
  /** To be fed with events of users. */
  readonly revocations: Revocations;
  /** undefined unless the configuration's identity is `development`. */
  readonly devIssuer: DevIssuer | undefined;
  /** Rejects when the port is taken. */
  listen(): Promise<{ url: string; port: number }>;
  /** Takes another supergraph, and drops no request for it. Rejects, and changes nothing, when it does not fit. */
  reload(files: SchemaFiles): Promise<void>;
  /** Persisted documents are as their file says now; what does not fit is logged, and those from before stay. */
  reloadDocuments(): Promise<void>;
  /** Within 10 s: readiness off, nothing new accepted, requests finished, streams told to come back, everything stopped. Harmless twice. */
  close(): Promise<void>;
};

/** A process that starts reads the events of users first, for this long at most. */
const CATCH_UP_MS = 2_000;
/** Nobody is asked to come back on a new connection before every worker of the machine has stopped listening. */
const SETTLE_MS = 100;
/**
 * Then answers say `connection: close`, and connections without a request are kept open for this long: a request that is on its way on
 * one of them when it is closed is lost, and its sender had no way to know.
 */
const LINGER_MS = 400;
/** Requests, and operations over streams, have a deadline of 5 s; what is not done 1.5 s after it never will be. */
const FINISH_REQUESTS_MS = 6_500;
const CLOSE_CONNECTIONS_MS = 1_000;

/** Builds a gateway. Rejects when the supergraph does not fit, or the configuration asks for what production forbids. */
export async function createGateway(options: GatewayOptions): Promise<Gateway> {
  const { config, transport, logger, telemetry, clock } = options;
  assertFitForProduction(config);
  const { identity } = config;
  const devIssuer =
    identity.kind === 'development'
      ? await createDevIssuer({ ...identity, isProduction: config.isProduction, clock })
      : undefined;
  const { redis, signingKeys } = options;
  let { apiSdl } = options;
  const opened = await openFederation({ ...options, clock });
  const { federation, seen } = opened;
  const { operations, registered } = await openOperations({ config, redis, clock, logger, federation, schema: seen.schema });
  const { tenantSources, baseDomain } = config;
  const proxies = trustProxies(config.trustedProxies);
  const limiter = createRateLimiter({
    config: config.rateLimits,
    trustedProxies: proxies,
    redis,
    secret: signingKeys[0]?.secret ?? '',
    logger,
    telemetry,
  });
  const callers = openCallers({ config, transport, redis, signingKeys, devIssuer, operations, limiter, clock, logger });
  const { guard, directory, revocations } = callers;
  const version = createApiVersion(config.apiV1, clock);
  const live = await options.openLive?.({
    config,
    guard,
    federation,
    revocations,
    transport,
    redis,
    signingKeys,
    logger,
    telemetry,
    clock,
    approachOf,
    proxies,
    versionHeadersFor: version.headersFor,
    isOriginAllowed,
    tenantOf: (clues) => resolveTenant(clues, tenantSources, baseDomain, directory),
  });

  let phase: 'serving' | 'draining' | 'leaving' = 'serving';
  const isLeaving = () => phase === 'leaving';
  const app = await createHttpServer({ maxBodyBytes: config.limits.maxBodyBytes, logger, isLeaving });
  addBodyDigests(app);
  await addCors(app, { directory, tenantSources, baseDomain });
  addApiVersion(app, version, telemetry);
  const { requestDeadlineMs } = config;
  const requests = addGraphqlRoutes(app, { guard, federation, live, requestDeadlineMs, logger, telemetry });
  live?.register(app);
  addUpgrades(app, version, live);
  const isReady = () =>
    phase !== 'serving'
      ? Promise.resolve(false)
      : directory.find('').then(
          () => true,
          () => false,
        );
  addHealthRoutes(app, isReady);
  addErrorPage(app);
  await addPublicDocumentRoutes(app, { transport, directory, limiter, clock, logger });
  if (config.isMetricsOn) addMetricsRoute(app, telemetry);
  if (config.isExplorerOn) await addExplorerRoutes(app, () => seen.sdl() ?? apiSdl);
  if (devIssuer !== undefined) addDevIdentityRoutes(app, devIssuer);
  if (devIssuer !== undefined && config.isLocalLoginOn) {
    addSignInRoutes(app, { issuer: devIssuer, guard, transport, proxies, logger });
  }
  const metricsApp =
    config.metricsPort === undefined ? undefined : await createHttpServer({ maxBodyBytes: 1, logger, isLeaving });
  if (metricsApp !== undefined) {
    addMetricsRoute(metricsApp, telemetry);
    addHealthRoutes(metricsApp, isReady);
  }

  async function drain(): Promise<void> {
    phase = 'draining';
    const stopped = stopListening(app.server);
    await pause(SETTLE_MS);
    phase = 'leaving';
    await Promise.all([pause(LINGER_MS), within(FINISH_REQUESTS_MS, Promise.all([requests.whenNone(), live?.drain()]))]);
    await within(CLOSE_CONNECTIONS_MS, Promise.all([app.close(), stopped]));
    app.server.closeAllConnections();
    await metricsApp?.close();
    limiter.stop();
    await callers.stop();
    await registered.stop();
    await opened.stop();
  }
  let closing: Promise<void> | undefined;

  return {
    revocations,
    devIssuer,
    reloadDocuments: registered.reload,
    async listen() {
      // What the events tell is then not asked for tenant by tenant. Without Redis there is nothing to wait for.
      await within(CATCH_UP_MS, callers.caughtUp);
      await app.listen({ host: config.host, port: config.port });
      await metricsApp?.listen({ host: config.host, port: config.metricsPort ?? 0 });
      const { port } = app.server.address() as AddressInfo;
      const url = config.publicUrl ?? `http://${config.host === '0.0.0.0' ? 'localhost' : config.host}:${port}`;
      logger.info({ url, port }, 'the gateway listens');
      return { url, port };
    },
    async reload(files) {
      await federation.reload(files.supergraphSdl);
      apiSdl = files.apiSdl;
    },
    close() {
      closing ??= drain();
      return closing;
    },
  };
}

function addUpgrades(app: FastifyInstance, version: ApiVersion, live: LiveDoor | undefined): void {
  app.server.on('upgrade', (request, socket, head) => {
    const path = (request.url ?? '').split('?')[0] ?? '';
    const isGone = version.endOf(path) !== undefined;
    if (live !== undefined && isGraphqlPath(path) && !isGone) return live.upgrade(request, socket, head);
    socket.end(`HTTP/1.1 ${isGone ? '410 Gone' : '404 Not Found'}\r\nconnection: close\r\ncontent-length: 0\r\n\r\n`);
  });
}

/** Accepts no connection from here on, and leaves those that are there alone (http's own `close` ends the idle ones). Resolves when all ended. */
function stopListening(server: Server): Promise<void> {
  return new Promise((resolve) => {
    NetServer.prototype.close.call(server, () => resolve());
  });
}

/** Waits for something, but no longer than this. */
async function within(ms: number, something: Promise<unknown> | undefined): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  const timer = setTimeout(resolve, ms);
  await Promise.race([something, promise]);
  clearTimeout(timer);
}
