import { openLeanPipeline } from '@academy/platform/graphql';
import type { Logger } from '@academy/platform/logger';
import type { RedisDoor } from '@academy/platform/redis';
import {
  type IslandDefinition,
  type IslandResources,
  openIsland,
  type RunningIsland,
  startApi,
} from '@academy/platform/subgraph';
import { ISLANDS, type IslandName } from '@academy/platform/topology';
import { buildSubgraphSchema } from '@apollo/subgraph';
import type { GraphQLSchema } from 'graphql';
import type { Part } from './parts.ts';
import { startTrustingApi } from './trusting-api.ts';

/** The islands that listen, and where. */
export type OpenIslands = {
  readonly urls: Readonly<Record<IslandName, string>>;
  stop(): Promise<void>;
};

/** Opens the five islands without some parts of security; `resourcesOf` gives what fits them. */
export async function openIslands(
  definitions: Readonly<Record<IslandName, IslandDefinition<unknown, unknown>>>,
  off: ReadonlySet<Part>,
  resourcesOf: (island: IslandName) => IslandResources,
  logger: Logger,
): Promise<OpenIslands> {
  const opened = await Promise.all(
    ISLANDS.map(async (name) => {
      const definition = definitions[name];
      const resources = resourcesOf(name);
      const unguarded = (guarded: GraphQLSchema) =>
        openLeanPipeline<never>(off.has('rules') ? unguardedSchema(definition) : guarded, { logger, onMiss: () => {} });
      const island = await openIsland(definition, resources, off.has('rules') ? unguarded : undefined);
      return { name, island, api: await listen(island, resources, off) };
    }),
  );
  return {
    urls: Object.fromEntries(opened.map(({ name, api }) => [name, `http://127.0.0.1:${api.port}`])) as Record<IslandName, string>,
    async stop() {
      await Promise.all(opened.map(({ api }) => api.stop()));
      await Promise.all(opened.map(({ island }) => island.close()));
    },
  };
}

function listen(island: RunningIsland, resources: IslandResources, off: ReadonlySet<Part>) {
  if (off.has('signatures')) return startTrustingApi(island);
  const redis = off.has('nonces') ? forgetful(resources.redis) : resources.redis;
  return startApi(island, { ...resources, redis }, { host: '127.0.0.1', port: 0 });
}

/** The island's resolvers without its access table. */
function unguardedSchema({ typeDefs, resolvers }: IslandDefinition<unknown, unknown>): GraphQLSchema {
  return buildSubgraphSchema([{ typeDefs, resolvers: resolvers as Record<string, never> }]);
}

/** To the memory of nonces every call is new, and Redis hears of none. */
function forgetful(redis: RedisDoor): RedisDoor {
  const pipeline = () => {
    const replies: [null, 'OK'][] = [];
    return { set: () => replies.push([null, 'OK']), exec: async () => replies };
  };
  return { ...redis, commands: { pipeline } as unknown as RedisDoor['commands'] };
}
