import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createGateway } from '@academy/gateway';
import { defaults, type GatewayConfig } from '@academy/gateway/config';
import { createDevIssuer } from '@academy/gateway/dev-issuer';
import { type Persona, type Principal, systemClock, type UserPrincipal } from '@academy/kernel';
import { type Database, openDatabase } from '@academy/platform/db';
import { createLogger } from '@academy/platform/logger';
import { openRedis } from '@academy/platform/redis';
import { createFileStorage } from '@academy/platform/storage';
import type { IslandResources } from '@academy/platform/subgraph';
import { createTelemetry } from '@academy/platform/telemetry';
import { createHttpTransport, ISLANDS, type IslandName } from '@academy/platform/topology';
import { composeSupergraph } from '@academy/schema/compose';
import { defineIslands } from '@academy/scripts/academy';
import { prepareDatabases } from '@academy/scripts/databases';
import { TEST_PASSWORDS } from '@academy/testing/databases';
import { TEST_SIGNING_KEY } from '@academy/testing/island';
import { type TenantSlug, tenantIdOf, userIdOf } from '@academy/testing/people';
import { openTestVault } from '@academy/testing/vault';
import { createKeySource, createTokenVerifier } from '../../gateway/src/principal.ts';
import { ISSUER, RAISED_RATE_LIMITS, TENANT_DIRECTORY_SETTINGS } from '../gateway/processes/bench-tenant.ts';
import { startBenchGateway } from './gateway.ts';
import { openIslands } from './islands.ts';
import type { Part, Variant } from './parts.ts';
import { addPlainTables, openAs, type TableView } from './plain-tables.ts';
import { createTrustedTransport } from './trusting-api.ts';

/** The one tenant whose people ask: views of the tables name it. */
export const TENANT: TenantSlug = 'raices';

const TOKEN_SECONDS = 2 * 3_600;
const CONNECTIONS = 12;
const SIGNING_KEYS = [TEST_SIGNING_KEY];
/** No island asks its authority here: only its worker would. */
const NO_AUTHORITY = {
  url: 'http://127.0.0.1:1',
  clientId: 'bench',
  clientSecret: 'not used in a benchmark',
  pollFirstMs: 1_000,
  pollMaxMs: 1_000,
  lookupSettleMs: 1_000,
  breakerPauseMs: 1_000,
};

/** Databases with the seed, from which any number of assemblies are opened, each with islands and a gateway of its own. */
export type Ground = {
  /** A token of somebody of the seed. Every assembly opened after it accepts it. */
  issueToken(key: string, persona: Persona, tenant?: TenantSlug): Promise<string>;
  /** The graph as this variant has it: its gateway's port, and where its islands listen. */
  open(variant: Variant): Promise<{ readonly port: number; readonly islandUrls: Readonly<Record<IslandName, string>> }>;
  /** Everything is stopped and dropped afterwards. */
  close(): Promise<void>;
};

/** Prepares the databases; `prefix` begins their names. */
export async function prepareGround(options: { adminDatabaseUrl: string; redisUrl: string; prefix: string }): Promise<Ground> {
  const { adminDatabaseUrl, redisUrl, prefix } = options;
  const directory = await mkdtemp(join(tmpdir(), 'bench-security-'));
  const config: GatewayConfig = {
    ...defaults,
    identity: { kind: 'development', ...ISSUER, directory },
    // Operations are counted as in production, against limits that no benchmark reaches.
    rateLimits: { ...defaults.rateLimits, scale: RAISED_RATE_LIMITS },
    isExplorerOn: false,
  };
  const logger = createLogger({ process: 'bench', level: 'error' });
  const definitions = defineIslands(NO_AUTHORITY);
  const vault = openTestVault();
  const urls = await prepareDatabases({
    adminUrl: adminDatabaseUrl,
    prefix,
    passwordsOf: () => TEST_PASSWORDS,
    islands: definitions,
    vault,
    now: new Date(),
    onProgress: () => {},
  });
  const adminOf = (island: IslandName) =>
    Object.assign(new URL(adminDatabaseUrl), { pathname: `/${prefix}_${island}` }).toString();
  for (const island of ISLANDS) await addPlainTables(adminOf(island), tenantIdOf(TENANT), `${island}_app`);
  await raiseLimits(adminOf('users'));
  const { supergraphSdl, apiSdl } = composeSupergraph();
  const issuer = await createDevIssuer({ ...ISSUER, directory, isProduction: false, clock: systemClock });
  const keys = createKeySource(config.identity, issuer, { clock: systemClock });
  const verifier = createTokenVerifier({ ...ISSUER, keys, clock: systemClock });
  const callers = new Map<string, Exclude<Principal, { kind: 'anonymous' }>>();
  const stops: (() => Promise<void>)[] = [];
  const databases = new Map<string, Database>();

  /** Variants share pools, of which only one is asked at a time: PostgreSQL has not as many connections as each of them would want. */
  function databaseOf(island: IslandName, view: TableView): Database {
    const name = `${prefix}-${island}-${view}`;
    const opened = databases.get(name) ?? openAs(view, { url: urls[island].app, maxConnections: CONNECTIONS, name });
    databases.set(name, opened);
    return opened;
  }

  return {
    async issueToken(key, persona, tenant = TENANT) {
      const user: Pick<UserPrincipal, 'tenantId' | 'userId'> = { tenantId: tenantIdOf(tenant), userId: userIdOf(tenant, key) };
      const token = await issuer.issueToken({ ...user, persona, lifetimeSeconds: TOKEN_SECONDS });
      callers.set(`Bearer ${token}`, (await verifier.verify(token)).principal);
      return token;
    },
    async open({ name, off }) {
      const telemetry = createTelemetry({ process: name.replaceAll(' ', '-') });
      const redis = openRedis({
        url: redisUrl,
        namespace: `${prefix}-${stops.length}`.replaceAll('_', '-'),
        logger,
        name: 'bench',
      });
      const resourcesOf = (island: IslandName): IslandResources => {
        const database = databaseOf(island, viewOf(off));
        return {
          database,
          // No worker runs here.
          relayDatabase: database,
          redis,
          signingKeys: SIGNING_KEYS,
          storage: createFileStorage(join(directory, 'storage')),
          vault: definitions[island].isSealing === true ? vault : undefined,
          clock: systemClock,
          logger,
          telemetry,
        };
      };
      const islands = await openIslands(definitions, off, resourcesOf, logger);
      const transport = off.has('signatures')
        ? createTrustedTransport(islands.urls)
        : createHttpTransport({ urls: islands.urls, signingKeys: SIGNING_KEYS, clock: systemClock });
      const parts = { config, transport, supergraphSdl, redis, signingKeys: SIGNING_KEYS, logger, telemetry, clock: systemClock };
      const gateway =
        name === 'on'
          ? await startProduct({ ...parts, apiSdl })
          : await startBenchGateway({ ...parts, off, callers, tenantSlug: TENANT });
      stops.push(async () => {
        await gateway.stop();
        await transport.close();
        await islands.stop();
        await redis.close();
      });
      return { port: gateway.port, islandUrls: islands.urls };
    },
    async close() {
      await Promise.all(stops.map((stop) => stop()));
      await Promise.all([...databases.values()].map((database) => database.close()));
      const admin = openDatabase({ url: adminDatabaseUrl, maxConnections: 1, name: 'bench' });
      for (const island of ISLANDS) await admin.pool.unsafe(`drop database if exists "${prefix}_${island}" with (force)`);
      await admin.close();
      await rm(directory, { recursive: true, force: true });
    },
  };
}

/** The gateway itself, as its process starts it. */
async function startProduct(options: Parameters<typeof createGateway>[0]): Promise<{ port: number; stop(): Promise<void> }> {
  const gateway = await createGateway({ ...options, config: { ...options.config, host: '127.0.0.1', port: 0 } });
  const { port } = await gateway.listen();
  return { port, stop: () => gateway.close() };
}

function viewOf(off: ReadonlySet<Part>): TableView {
  if (off.has('rows')) return 'plain';
  return off.has('audit') ? 'unaudited' : 'policies';
}

/** The tenants may ask as often as the benchmark wants. */
async function raiseLimits(adminUrl: string): Promise<void> {
  const users = openDatabase({ url: adminUrl, maxConnections: 1, name: 'bench' });
  const { limits } = TENANT_DIRECTORY_SETTINGS;
  await users.pool`
    update tenant_directory set settings = jsonb_set(settings, '{limits}', (settings -> 'limits') || ${JSON.stringify({ ...limits, maxCost: 5_000 })}::text::jsonb)`;
  await users.close();
}
