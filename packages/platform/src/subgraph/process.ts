import { hostname } from 'node:os';
import { Fault, systemClock } from '@academy/kernel';
import { z } from 'zod';
import { ConfigError, type Environment, onOff, processVariables, readConfig, wholeNumber } from '../config/index.ts';
import { openDatabase, startServerClock } from '../db/index.ts';
import { type ProcessSignals, stopOnSignal } from '../lifecycle/index.ts';
import { createLogger, type Logger } from '../logger/index.ts';
import { openRedis } from '../redis/index.ts';
import { createFileStorage } from '../storage/index.ts';
import { createTelemetry } from '../telemetry/index.ts';
import { openTlsIdentity, type TlsIdentity, tlsFiles, tlsMistakes, tlsVariables } from '../tls/index.ts';
import { createHttpTransport } from '../topology/http-transport.ts';
import { createVault, type KeyEncryptionKeys, keysFrom, vaultVariables } from '../vault/index.ts';
import { startApi } from './api.ts';
import { startHealth } from './health.ts';
import type { IslandDefinition, IslandResources } from './island.ts';
import { openIsland } from './open-island.ts';
import { startWorker } from './worker.ts';

/** The variables of every island process. */
export const islandVariables = {
  ...processVariables,
  /** As the runtime role. */
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }),
  /** As the relay role; workers only. */
  RELAY_DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  /** Most connections of this process to its database. */
  DATABASE_MAX_CONNECTIONS: wholeNumber(1).default(10),
  /** Folder of generated certificates. */
  STORAGE_DIR: z.string().default('.cache/data/storage'),
  ...tlsVariables,
  /** With TLS: the names in certificates of those who may call this island's API, separated by commas. */
  TLS_CLIENT_NAMES: z
    .string()
    .transform((text) =>
      text
        .split(',')
        .map((name) => name.trim())
        .filter((name) => name !== ''),
    )
    .default([]),
  /** Which of them speaks for users; every other one for itself alone. */
  TLS_GATEWAY_NAME: z.string().default('gateway'),
  /** An API answers probes and metrics on this port too, without TLS: for probes that have no certificate. */
  HEALTH_PORT: wholeNumber(0).optional(),
  /** Whether GET /metrics shows the runtime's own figures too. */
  RUNTIME_METRICS: onOff().default(true),
  ...vaultVariables,
};

/** The variables that say where the other islands are: workers ask them. */
export const islandUrlVariables = {
  USERS_URL: z.url().default('http://users:4001'),
  COURSES_URL: z.url().default('http://courses:4002'),
  CERTIFICATION_URL: z.url().default('http://certification:4003'),
  CONOCER_URL: z.url().default('http://conocer:4004'),
  ANALYTICS_URL: z.url().default('http://analytics:4005'),
};

export const islandConfig = z.object({ ...islandVariables, ...islandUrlVariables });
export type IslandConfig = z.infer<typeof islandConfig>;

/** What an entry file hands over of `process`. */
export type ProcessHandle = ProcessSignals & { env: Environment; pid: number };

/** Runs an island's API process until it is told to stop. */
export async function runApiProcess<Config extends IslandConfig, Loaders, Services>(
  handle: ProcessHandle,
  schema: z.ZodType<Config>,
  define: (config: Config) => IslandDefinition<Loaders, Services>,
): Promise<void> {
  const config = readIslandConfig(schema, handle.env);
  const definition = define(config);
  const keys = await openKeys(config, definition);
  const resources = openResources(config, `${definition.name}-api`, keys);
  const identity = await openIdentity(config, resources.logger);
  if (identity !== undefined && config.TLS_CLIENT_NAMES.length === 0)
    throw new ConfigError('TLS_CLIENT_NAMES is needed with TLS: names in certificates of those who may call, e.g. gateway.');
  const island = await openIsland(definition, resources);
  const {
    HOST: host,
    PORT: port,
    HEALTH_PORT: healthPort,
    TLS_CLIENT_NAMES: clientNames,
    TLS_GATEWAY_NAME: gatewayName,
  } = config;
  const tls = identity === undefined ? {} : { tls: { identity, clientNames, gatewayName } };
  const api = await startApi(island, resources, { host, port, healthPort, ...tls });
  const rest = [{ stop: () => island.close() }, closing(resources, keys), ...(identity === undefined ? [] : [identity])];
  stopOnSignal(handle, [api, ...rest], resources.logger);
}

/** Runs an island's background process until it is told to stop. */
export async function runWorkerProcess<Config extends IslandConfig, Loaders, Services>(
  handle: ProcessHandle,
  schema: z.ZodType<Config>,
  define: (config: Config) => IslandDefinition<Loaders, Services>,
): Promise<void> {
  const config = readIslandConfig(schema, handle.env);
  const definition = define(config);
  if (config.RELAY_DATABASE_URL === undefined)
    throw new Error('RELAY_DATABASE_URL is needed: a worker moves the outbox under a role of its own.');
  const keys = await openKeys(config, definition);
  const opened = openResources(config, `${definition.name}-worker`, keys);
  const clock = startServerClock({ database: opened.relayDatabase, logger: opened.logger });
  const resources = { ...opened, clock };
  const identity = await openIdentity(config, resources.logger);
  const transport = createHttpTransport({
    identity,
    urls: {
      users: config.USERS_URL,
      courses: config.COURSES_URL,
      certification: config.CERTIFICATION_URL,
      conocer: config.CONOCER_URL,
      analytics: config.ANALYTICS_URL,
    },
    signingKeys: config.SIGNING_KEYS,
    clock,
  });
  const health = await startHealth(resources, { host: config.HOST, port: config.PORT });
  // Nothing is handed out or leased by a clock that nobody has looked at.
  await clock.ready;
  const worker = startWorker(definition, resources, { transport, consumerName: `${hostname()}-${handle.pid}` });
  const rest = [
    clock,
    { stop: () => transport.close() },
    closing(resources, keys),
    ...(identity === undefined ? [] : [identity]),
  ];
  stopOnSignal(handle, [worker, health, ...rest], resources.logger);
}

function readIslandConfig<Config extends IslandConfig>(schema: z.ZodType<Config>, environment: Environment): Config {
  const config = readConfig(schema, environment);
  const mistakes = tlsMistakes(config);
  if (mistakes.length > 0)
    throw new ConfigError(
      `The environment does not fit:\n${mistakes.map(({ variable, message }) => `  ${variable}: ${message}`).join('\n')}`,
    );
  return config;
}

async function openIdentity(config: IslandConfig, logger: Logger): Promise<TlsIdentity | undefined> {
  const files = tlsFiles(config);
  return files === undefined ? undefined : openTlsIdentity({ files, logger });
}

/**
 * The key-encryption keys of an island that seals, proved to work; undefined for one that does not seal, whatever the environment holds. Throws when there are
 * none, or when their keeper refuses. A keeper that is away is no reason not to start: what needs it answers UNAVAILABLE until it is back.
 */
async function openKeys(
  config: IslandConfig,
  island: { name: string; isSealing?: boolean },
): Promise<KeyEncryptionKeys | undefined> {
  if (island.isSealing !== true) return undefined;
  const keys = keysFrom(config, { isProduction: config.NODE_ENV === 'production' });
  if (keys === undefined) {
    throw new Error(
      `The island ${island.name} seals personal data and needs a key-encryption key: set KEY_ENCRYPTION_KEYS, KEY_ENCRYPTION_KEYS_FILE or VAULT_ADDR (docs/personal-data.md).`,
    );
  }
  await keys.check().catch((thrown: unknown) => {
    if (!(thrown instanceof Fault && thrown.isRetryable)) throw thrown;
  });
  return keys;
}

function openResources(config: IslandConfig, name: string, keys: KeyEncryptionKeys | undefined): IslandResources {
  const logger = createLogger({ process: name, level: config.LOG_LEVEL });
  return {
    database: openDatabase({ url: config.DATABASE_URL, maxConnections: config.DATABASE_MAX_CONNECTIONS, name }),
    relayDatabase: openDatabase({
      url: config.RELAY_DATABASE_URL ?? config.DATABASE_URL,
      maxConnections: 3,
      name: `${name}-relay`,
    }),
    redis: openRedis({ url: config.REDIS_URL, namespace: config.REDIS_NAMESPACE, caFile: config.REDIS_CA_FILE, logger, name }),
    signingKeys: config.SIGNING_KEYS,
    storage: createFileStorage(config.STORAGE_DIR),
    vault: keys === undefined ? undefined : createVault(keys),
    clock: systemClock,
    logger,
    telemetry: createTelemetry({ process: name, withRuntimeMetrics: config.RUNTIME_METRICS }),
  };
}

function closing(resources: IslandResources, keys: KeyEncryptionKeys | undefined) {
  return {
    async stop() {
      await Promise.all([resources.database.close(), resources.relayDatabase.close(), resources.redis.close(), keys?.close?.()]);
    },
  };
}
