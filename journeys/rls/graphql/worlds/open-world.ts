import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createGateway } from '@academy/gateway';
import { DEFAULT_AUDIENCE, DEV_ISSUER_NAME, defaults } from '@academy/gateway/config';
import type { Clock } from '@academy/kernel';
import { createLogger } from '@academy/platform/logger';
import { openRedis } from '@academy/platform/redis';
import { createFileStorage } from '@academy/platform/storage';
import { type IslandDefinition, type IslandResources, openIsland, startApi } from '@academy/platform/subgraph';
import { createTelemetry } from '@academy/platform/telemetry';
import { createInProcessTransport, ISLANDS, type IslandName, type IslandTransport } from '@academy/platform/topology';
import type { Composition } from '@academy/schema/compose';
import { TEST_SIGNING_KEY } from '@academy/testing/island';
import { openTestVault } from '@academy/testing/vault';
import { createDoors, type Doors } from './doors.ts';
import { type ForeignWrite, openUndone } from './undone-writes.ts';

export type Definitions = Readonly<Record<IslandName, IslandDefinition<unknown, unknown>>>;

/** A graph over databases that nothing changes: what is written is undone. */
export type World = Doors & {
  /** What mutations did to rows of other tenants since it was last looked at; emptied by looking. */
  foreignWrites(): readonly ForeignWrite[];
  close(): Promise<void>;
};

export type WorldOptions = {
  readonly name: string;
  readonly definitions: Definitions;
  /** Of the runtime roles. */
  readonly urls: Readonly<Record<IslandName, string>>;
  readonly redisUrl: string;
  readonly composition: Composition;
  readonly clock: Clock;
  /** Stands between the gateway and the islands. */
  readonly between?: (transport: IslandTransport) => IslandTransport;
};

/** So many of one island at once: both worlds together stay below what PostgreSQL lets in. */
const CONNECTIONS = 4;

/** The gateway and the islands of a world, each behind a door of its own; no worker runs, and nothing is asked of the outside. */
export async function openWorld(options: WorldOptions): Promise<World> {
  const { name, definitions, urls, clock } = options;
  const folder = await mkdtemp(join(tmpdir(), 'academy-rls-'));
  const logger = createLogger({ process: name, level: 'silent' });
  const telemetry = createTelemetry({ process: name });
  const redis = openRedis({ url: options.redisUrl, namespace: name, logger, name });
  const databases = Object.fromEntries(ISLANDS.map((island) => [island, openUndone(urls[island], CONNECTIONS)])) as Record<
    IslandName,
    ReturnType<typeof openUndone>
  >;
  const resourcesOf = (island: IslandName): IslandResources => ({
    database: databases[island],
    // Only a worker uses it.
    relayDatabase: databases[island],
    redis,
    vault: definitions[island].isSealing === true ? openTestVault() : undefined,
    signingKeys: [TEST_SIGNING_KEY],
    storage: createFileStorage(folder),
    clock,
    logger,
    telemetry: createTelemetry({ process: `${name}-${island}` }),
  });
  const parts = await Promise.all(
    ISLANDS.map(async (island) => {
      const resources = resourcesOf(island);
      const running = await openIsland(definitions[island], resources);
      return { island, running, api: await startApi(running, resources, { host: '127.0.0.1', port: 0 }) };
    }),
  );
  const byName = <T>(of: (part: (typeof parts)[number]) => T) =>
    Object.fromEntries(parts.map((part) => [part.island, of(part)])) as Record<IslandName, T>;
  const transport = createInProcessTransport(byName(({ running }) => running));
  const gateway = await createGateway({
    config: {
      ...defaults,
      identity: {
        kind: 'development',
        issuer: DEV_ISSUER_NAME,
        audience: DEFAULT_AUDIENCE,
        directory: join(folder, 'dev-issuer'),
      },
      // What is refused for its cost, or for coming too often, says nothing about rows.
      limits: { ...defaults.limits, maxCost: 1_000_000 },
      rateLimits: { ...defaults.rateLimits, scale: 1_000_000 },
      requestDeadlineMs: 15_000,
    },
    transport: options.between?.(transport) ?? transport,
    ...options.composition,
    redis,
    signingKeys: [TEST_SIGNING_KEY],
    logger,
    telemetry,
    clock,
  });
  const { port } = await gateway.listen();
  if (gateway.devIssuer === undefined) throw new Error('The identity of a world is its development issuer.');
  return {
    ...createDoors({
      gatewayUrl: `http://127.0.0.1:${port}/graphql`,
      islandPorts: byName(({ api }) => api.port),
      clock,
      issuer: gateway.devIssuer,
    }),
    foreignWrites: () => ISLANDS.flatMap((island) => databases[island].takeForeign()),
    async close() {
      await gateway.close();
      await transport.close();
      await Promise.all(parts.map(async ({ api, running }) => [await api.stop(), await running.close()]));
      await Promise.all(ISLANDS.map((island) => databases[island].close()));
      await redis.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
