import { hostname } from 'node:os';
import { systemClock } from '@academy/kernel';
import { z } from 'zod';
import { type Environment, onOff, processVariables, readConfig, wholeNumber } from '../config/index.ts';
import { openDatabase } from '../db/index.ts';
import { type ProcessSignals, stopOnSignal } from '../lifecycle/index.ts';
import { createLogger } from '../logger/index.ts';
import { openRedis } from '../redis/index.ts';
import { createFileStorage } from '../storage/index.ts';
import { createTelemetry } from '../telemetry/index.ts';
import { createHttpTransport } from '../topology/http-transport.ts';
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
  /** Whether GET /metrics shows the runtime's own figures too. */
  RUNTIME_METRICS: onOff().default(true),
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
  const config = readConfig(schema, handle.env);
  const definition = define(config);
  const resources = openResources(config, `${definition.name}-api`);
  const island = await openIsland(definition, resources);
  const api = await startApi(island, resources, { host: config.HOST, port: config.PORT });
  stopOnSignal(handle, [api, { stop: () => island.close() }, closing(resources)], resources.logger);
}

/** Runs an island's background process until it is told to stop. */
export async function runWorkerProcess<Config extends IslandConfig, Loaders, Services>(
  handle: ProcessHandle,
  schema: z.ZodType<Config>,
  define: (config: Config) => IslandDefinition<Loaders, Services>,
): Promise<void> {
  const config = readConfig(schema, handle.env);
  const definition = define(config);
  if (config.RELAY_DATABASE_URL === undefined)
    throw new Error('RELAY_DATABASE_URL is needed: a worker moves the outbox under a role of its own.');
  const resources = openResources(config, `${definition.name}-worker`);
  const transport = createHttpTransport({
    urls: {
      users: config.USERS_URL,
      courses: config.COURSES_URL,
      certification: config.CERTIFICATION_URL,
      conocer: config.CONOCER_URL,
      analytics: config.ANALYTICS_URL,
    },
    signingKeys: config.SIGNING_KEYS,
    clock: systemClock,
  });
  const worker = startWorker(definition, resources, { transport, consumerName: `${hostname()}-${handle.pid}` });
  const health = await startHealth(resources, { host: config.HOST, port: config.PORT });
  stopOnSignal(handle, [worker, health, { stop: () => transport.close() }, closing(resources)], resources.logger);
}

function openResources(config: IslandConfig, name: string): IslandResources {
  const logger = createLogger({ process: name, level: config.LOG_LEVEL });
  return {
    database: openDatabase({ url: config.DATABASE_URL, maxConnections: config.DATABASE_MAX_CONNECTIONS, name }),
    relayDatabase: openDatabase({
      url: config.RELAY_DATABASE_URL ?? config.DATABASE_URL,
      maxConnections: 3,
      name: `${name}-relay`,
    }),
    redis: openRedis({ url: config.REDIS_URL, namespace: config.REDIS_NAMESPACE, logger, name }),
    signingKeys: config.SIGNING_KEYS,
    storage: createFileStorage(config.STORAGE_DIR),
    clock: systemClock,
    logger,
    telemetry: createTelemetry({ process: name, withRuntimeMetrics: config.RUNTIME_METRICS }),
  };
}

function closing(resources: IslandResources) {
  return {
    async stop() {
      await Promise.all([resources.database.close(), resources.relayDatabase.close(), resources.redis.close()]);
    },
  };
}
