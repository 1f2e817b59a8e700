import type { AddressInfo } from 'node:net';
import { Fault, type Principal } from '@academy/kernel';
import { createDevIssuer } from '../../gateway/src/dev-issuer.ts';
import type { GatewayOptions } from '../../gateway/src/gateway-options.ts';
import { trustProxies } from '../../gateway/src/http/client-address.ts';
import { addCors } from '../../gateway/src/http/cors.ts';
import { addGraphqlRoutes } from '../../gateway/src/http/graphql-route.ts';
import { createHttpServer } from '../../gateway/src/http/http-server.ts';
import { openCallers } from '../../gateway/src/open-callers.ts';
import { openFederation } from '../../gateway/src/open-federation.ts';
import { openOperations } from '../../gateway/src/open-operations.ts';
import { createRateLimiter } from '../../gateway/src/rate/rate-limiter.ts';
import { addBodyDigests } from '../../gateway/src/signatures/body-digest.ts';
import type { Part } from './parts.ts';
import { admitFromTable, examineFreely, NO_RATES, unlimitedOperations } from './stand-ins.ts';

/** What a gateway is made of, and what is left out of it. */
export type BenchGatewayOptions = Omit<GatewayOptions, 'apiSdl' | 'load' | 'openLive'> & {
  readonly off: ReadonlySet<Part>;
  /** Who is meant by each value of `authorization`, where nobody checks it. */
  readonly callers: ReadonlyMap<string, Exclude<Principal, { kind: 'anonymous' }>>;
  /** Whose people ask, where nobody finds out. */
  readonly tenantSlug: string;
};

/**
 * A gateway of the same parts as `createGateway`, of which some of those that are security are left out. It listens afterwards. Only here: the gateway itself has
 * no switch for any of this.
 */
export async function startBenchGateway(options: BenchGatewayOptions): Promise<{ port: number; stop(): Promise<void> }> {
  const { config, off, redis, signingKeys, logger, telemetry, clock } = options;
  const { identity, isProduction, tenantSources, baseDomain, requestDeadlineMs } = config;
  if (identity.kind !== 'development') throw new Error('The benchmark has an issuer of its own.');
  const devIssuer = await createDevIssuer({ ...identity, isProduction, clock });
  const opened = await openFederation(options);
  const { federation, seen } = opened;
  const { operations, registered } = await openOperations({ config, redis, clock, logger, federation, schema: seen.schema });
  const limiter = off.has('rates')
    ? NO_RATES
    : createRateLimiter({
        config: config.rateLimits,
        trustedProxies: trustProxies(config.trustedProxies),
        redis,
        secret: signingKeys[0]?.secret ?? '',
        logger,
        telemetry,
      });
  const checked = off.has('limits') ? unlimitedOperations(federation) : operations;
  const callers = openCallers({ ...options, devIssuer, operations: checked, limiter });
  await callers.caughtUp;
  const { directory } = callers;
  const tenant = await directory.find(options.tenantSlug);
  if (tenant === undefined) throw new Fault('NOT_FOUND', `There is no tenant ${options.tenantSlug}.`);
  const guard = {
    ...callers.guard,
    ...(off.has('callers') ? { admit: admitFromTable(tenant, options.callers) } : {}),
    ...(off.has('limits') && off.has('rates') ? { examine: examineFreely(checked) } : {}),
  };

  const app = await createHttpServer({ maxBodyBytes: config.limits.maxBodyBytes, logger, isLeaving: () => false });
  if (!off.has('callers')) {
    addBodyDigests(app);
    await addCors(app, { directory, tenantSources, baseDomain });
  }
  addGraphqlRoutes(app, { guard, federation, live: undefined, requestDeadlineMs, logger, telemetry });
  await app.listen({ host: '127.0.0.1', port: 0 });

  return {
    port: (app.server.address() as AddressInfo).port,
    async stop() {
      app.server.closeAllConnections();
      await app.close();
      limiter.stop();
      await callers.stop();
      await registered.stop();
      await opened.stop();
    },
  };
}
