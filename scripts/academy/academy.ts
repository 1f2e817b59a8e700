import { createHmac } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { defineAnalytics } from '@academy/analytics';
import { defineCertification } from '@academy/certification';
import type { CertificationSettings } from '@academy/certification/config';
import { defineConocer } from '@academy/conocer';
import { conocerSettings } from '@academy/conocer/config';
import { defineCourses } from '@academy/courses';
import { createGateway, type Gateway } from '@academy/gateway';
import { defaults, type GatewayConfig } from '@academy/gateway/config';
import { openLive } from '@academy/gateway/live';
import { type Clock, systemClock } from '@academy/kernel';
import type { SigningKey } from '@academy/platform/access';
import { derivePasswords, type IslandUrls, openDatabase, type RolePasswords } from '@academy/platform/db';
import { type Service, stopAll } from '@academy/platform/lifecycle';
import type { Logger } from '@academy/platform/logger';
import { openRedis } from '@academy/platform/redis';
import { createFileStorage } from '@academy/platform/storage';
import { type IslandDefinition, type IslandResources, openIsland, startApi, startWorker } from '@academy/platform/subgraph';
import { createTelemetry } from '@academy/platform/telemetry';
import { openTlsIdentity, type TlsIdentity } from '@academy/platform/tls';
import {
  createHttpTransport,
  createInProcessTransport,
  ISLANDS,
  type IslandName,
  type IslandTransport,
} from '@academy/platform/topology';
import { createKeyRing, createVault, type KeyEncryptionKeys } from '@academy/platform/vault';
import { type Service as ComposedService, composeSupergraph } from '@academy/schema/compose';
import { defineUsers } from '@academy/users';
import { defaultUsersSettings, type UsersSettings } from '@academy/users/config';
import type { DatabaseUrls } from './database-urls.ts';
import { prepareDatabases } from './databases.ts';
import { prepareRedis, type RedisUrls } from './redis.ts';

/** Where the authority is, and how fast it is asked. */
export type AuthoritySettings = {
  readonly url: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly pollFirstMs: number;
  readonly pollMaxMs: number;
  /** How long the authority may take to show what it received. */
  readonly lookupSettleMs: number;
  /** How long the authority is left alone after it failed several times in a row. */
  readonly breakerPauseMs: number;
  /** Where the public list of standards is read, on this machine; left out: the authority's own list is. */
  readonly standardsFeedUrl?: string;
};

export type AcademyOptions = {
  /** A superuser's: databases and roles are made with it, and nothing else. */
  readonly adminDatabaseUrl: string;
  readonly databasePrefix: string;
  /** Of a user who may make users, as whom nothing else is done; of any other, it is used as it is. */
  readonly redisUrl: string;
  readonly redisCaFile?: string;
  readonly redisNamespace: string;
  /** Keys, generated certificates. */
  readonly dataDir: string;
  /** Signs calls and stream entries. */
  readonly signingKey: SigningKey;
  /** What personal data is sealed under; default: a key derived from the signing key, for what holds nobody's data. */
  readonly keyEncryptionKeys?: KeyEncryptionKeys;
  /** Passwords of the databases' roles; default: derived from the signing key. */
  readonly passwordsOf?: (island: IslandName) => RolePasswords;
  readonly authority: AuthoritySettings;
  /** Where users may call what tenants name; default: the open internet alone. */
  readonly users?: UsersSettings;
  readonly gateway: Partial<GatewayConfig> & Pick<GatewayConfig, 'identity'>;
  /** `in-process`: the gateway calls islands directly. `http`: each island listens, and every call is signed. */
  readonly calls: 'in-process' | 'http';
  /** With `calls: 'http'`: a folder that `npm run certificates` wrote; calls are then mTLS. */
  readonly certificates?: string;
  /** Subgraphs that are composed in besides the five; `between` must answer for them. For journeys. */
  readonly guests?: readonly ComposedService[];
  /** Stands between the gateway and the islands: answers for guests, counts or hinders calls. For journeys. */
  readonly between?: (transport: IslandTransport) => IslandTransport;
  readonly logger: Logger;
  readonly clock?: Clock;
  readonly onProgress: (message: string) => void;
};

/** A whole academy in this process. */
export type Academy = {
  readonly gateway: Gateway;
  readonly url: string;
  readonly port: number;
  readonly resources: Readonly<Record<IslandName, IslandResources>>;
  /** Of the runtime roles. */
  readonly databaseUrls: DatabaseUrls;
  /** Of the role of this process, and of the one that looks. */
  readonly redisUrls: RedisUrls;
  /** Only with `calls: 'http'`: where each island listens; `https` with certificates. */
  readonly islandUrls: Readonly<Partial<Record<IslandName, string>>>;
  stop(): Promise<void>;
};

/** Databases prepared, islands open, workers running, gateway listening. Rejects with what is in the way; the process must then end. */
export async function startAcademy(options: AcademyOptions): Promise<Academy> {
  const clock = options.clock ?? systemClock;
  const { port: gatewayPort = 4000, publicUrl = `http://localhost:${gatewayPort}` } = options.gateway;
  const users = { ...(options.users ?? defaultUsersSettings), isLocalLoginOn: options.gateway.isLocalLoginOn === true };
  const islands = defineIslands(options.authority, users, { publicUrl });
  const vault = createVault(options.keyEncryptionKeys ?? derivedKeys(options.signingKey));
  const urls = await prepareDatabases({
    adminUrl: options.adminDatabaseUrl,
    prefix: options.databasePrefix,
    passwordsOf: options.passwordsOf ?? ((island) => derivePasswords(options.signingKey.secret, island)),
    islands,
    vault,
    now: clock.now(),
    onProgress: options.onProgress,
  });
  await mkdir(join(options.dataDir, 'storage'), { recursive: true, mode: 0o700 });
  const telemetry = createTelemetry({ process: 'academy', withRuntimeMetrics: true });
  const redisUsers = await prepareRedis(options);
  const redis = openRedis({
    url: redisUsers.urls.app,
    namespace: options.redisNamespace,
    caFile: options.redisCaFile,
    logger: options.logger,
    name: 'academy',
  });
  const storage = createFileStorage(join(options.dataDir, 'storage'));
  const resources = mapIslands((island) => openResources(urls[island], island));
  const running: Service[] = [];
  const identities: Service[] = [];
  try {
    const open = Object.fromEntries(
      await Promise.all(ISLANDS.map(async (island) => [island, await openIsland(islands[island], resources[island])] as const)),
    ) as Record<IslandName, Awaited<ReturnType<typeof openIsland>>>;
    const islandUrls: Partial<Record<IslandName, string>> = {};
    /** How a process of this name reaches the islands. */
    let transportOf: (caller: string) => Promise<IslandTransport>;
    if (options.calls === 'in-process') {
      const transport = createInProcessTransport(open);
      transportOf = async () => transport;
    } else {
      for (const island of ISLANDS) {
        const identity = await identityOf(island);
        const clientNames = ['gateway', ...ISLANDS.filter((one) => islands[one].scopes.length > 0).map((one) => `${one}-worker`)];
        const tls = identity === undefined ? {} : { tls: { identity, clientNames, gatewayName: 'gateway' } };
        const api = await startApi(open[island], resources[island], { host: '127.0.0.1', port: 0, ...tls });
        islandUrls[island] = `${identity === undefined ? 'http' : 'https'}://127.0.0.1:${api.port}`;
        running.push(api);
      }
      const openTransport = async (caller: string) =>
        createHttpTransport({
          urls: islandUrls as Record<IslandName, string>,
          signingKeys: [options.signingKey],
          clock,
          identity: await identityOf(caller),
        });
      const shared = options.certificates === undefined ? await openTransport('gateway') : undefined;
      transportOf = async (caller) => shared ?? openTransport(caller);
    }
    const transport = await transportOf('gateway');
    const { supergraphSdl, apiSdl } = composeSupergraph(options.guests);
    options.onProgress('supergraph composed and checked');
    const gateway = await createGateway({
      config: { ...defaults, outbound: (options.users ?? defaultUsersSettings).outboundPolicy, ...options.gateway },
      transport: options.between?.(transport) ?? transport,
      supergraphSdl,
      apiSdl,
      redis,
      signingKeys: [options.signingKey],
      logger: options.logger.child({ part: 'gateway' }),
      telemetry,
      clock,
      openLive,
    });
    const workerTransports = await Promise.all(ISLANDS.map((island) => transportOf(`${island}-worker`)));
    const workers = ISLANDS.map((island, at) =>
      startWorker(islands[island], resources[island], {
        transport: workerTransports[at] ?? transport,
        consumerName: 'academy',
      }),
    );
    const { url, port } = await gateway.listen();
    return {
      gateway,
      url,
      port,
      resources,
      databaseUrls: mapIslands((island) => urls[island].app),
      redisUrls: redisUsers.urls,
      islandUrls,
      async stop() {
        await gateway.close();
        await Promise.all(workers.map((worker) => worker.stop()));
        await stopAll(running);
        await Promise.all([...new Set([transport, ...workerTransports])].map((one) => one.close()));
        await Promise.all(ISLANDS.map((island) => open[island].close()));
        await closeResources();
      },
    };
  } catch (thrown) {
    await stopAll(running);
    await closeResources();
    throw thrown;
  }

  function openResources(of: IslandUrls, island: IslandName): IslandResources {
    return {
      database: openDatabase({ url: of.app, maxConnections: 12, name: island }),
      relayDatabase: openDatabase({ url: of.relay, maxConnections: 3, name: `${island}-relay` }),
      redis,
      signingKeys: [options.signingKey],
      storage,
      vault: islands[island].isSealing === true ? vault : undefined,
      clock,
      logger: options.logger,
      telemetry,
    };
  }
  async function identityOf(name: string): Promise<TlsIdentity | undefined> {
    const { certificates, logger } = options;
    if (certificates === undefined) return undefined;
    const [certFile, keyFile] = [join(certificates, `${name}.crt`), join(certificates, `${name}.key`)];
    const identity = await openTlsIdentity({
      files: { certFile, keyFile, caFile: join(certificates, 'ca-bundle.crt') },
      logger,
    });
    identities.push(identity);
    return identity;
  }
  async function closeResources(): Promise<void> {
    await stopAll(identities);
    await Promise.all(ISLANDS.flatMap((island) => [resources[island].database.close(), resources[island].relayDatabase.close()]));
    await redis.close();
    await redisUsers.stop();
  }
}

/** The five islands with their settings. */
export function defineIslands(
  authority: AuthoritySettings,
  users?: UsersSettings,
  certification?: CertificationSettings,
): Record<IslandName, IslandDefinition<unknown, unknown>> {
  return {
    users: defineUsers(users),
    courses: defineCourses(),
    certification: defineCertification(certification),
    conocer: defineConocer(
      conocerSettings.parse({
        AUTHORITY_URL: authority.url,
        AUTHORITY_CLIENT_ID: authority.clientId,
        AUTHORITY_CLIENT_SECRET: authority.clientSecret,
        POLL_FIRST_MS: authority.pollFirstMs,
        POLL_MAX_MS: authority.pollMaxMs,
        LOOKUP_SETTLE_MS: authority.lookupSettleMs,
        BREAKER_PAUSE_MS: authority.breakerPauseMs,
        ...(authority.standardsFeedUrl === undefined
          ? {}
          : { STANDARDS_FEED_URL: authority.standardsFeedUrl, OUTBOUND_ALLOWED_HOSTS: 'http://127.0.0.1:*' }),
      }),
    ),
    analytics: defineAnalytics(),
  } as unknown as Record<IslandName, IslandDefinition<unknown, unknown>>;
}

/** What an academy seals under that is given no keys: fit for nobody's data. */
export function derivedKeys(signingKey: SigningKey): KeyEncryptionKeys {
  const key = createHmac('sha256', signingKey.secret).update('key-encryption key').digest();
  return createKeyRing([{ id: 'derived', key }]);
}

function mapIslands<T>(make: (island: IslandName) => T): Record<IslandName, T> {
  return Object.fromEntries(ISLANDS.map((island) => [island, make(island)])) as Record<IslandName, T>;
}
