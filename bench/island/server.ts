// One side of bench/island.ts in a process of its own: the courses island on its database, and the same island with its catalogue in memory.

import { defineCourses } from '@academy/courses';
import { systemClock } from '@academy/kernel';
import { openDatabase } from '@academy/platform/db';
import { createLogger } from '@academy/platform/logger';
import { openRedis } from '@academy/platform/redis';
import { createFileStorage } from '@academy/platform/storage';
import { type IslandResources, openIsland, startApi } from '@academy/platform/subgraph';
import { createTelemetry } from '@academy/platform/telemetry';
import { TEST_SIGNING_KEY } from '@academy/testing/island';
import { openJitPipeline, type Side } from './sides.ts';

const { SIDE, DATABASE_URL, REDIS_URL } = process.env;
if (DATABASE_URL === undefined || REDIS_URL === undefined || process.send === undefined)
  throw new Error('Run it through `npm run bench -- island`.');
const side = SIDE as Side;
const logger = createLogger({ process: 'bench', level: 'silent' });
const resources: IslandResources = {
  database: openDatabase({ url: DATABASE_URL, maxConnections: 10, name: `bench-${side}` }),
  relayDatabase: openDatabase({ url: DATABASE_URL, maxConnections: 1, name: `bench-${side}-relay` }),
  redis: openRedis({ url: REDIS_URL, namespace: `bench-${side}`, logger, name: 'bench' }),
  signingKeys: [TEST_SIGNING_KEY],
  storage: createFileStorage('/nonexistent'),
  clock: systemClock,
  logger,
  telemetry: createTelemetry({ process: 'bench' }),
};

const courses = Array.from({ length: 20 }, (_, i) => ({
  id: `00000000-0000-7000-8000-${String(i).padStart(12, '0')}`,
  slug: `course-${i}`,
  title: `Course ${i}`,
  summary: 'What it is about, in a sentence or two, as long as summaries are.',
  level: 'BASIC',
  priceMxn: 1_200 + i,
  instructorId: `00000000-0000-7000-8001-${String(i).padStart(12, '0')}`,
}));
const inMemory = {
  edges: courses.map((node) => ({ cursor: node.slug, node })),
  pageInfo: { hasNextPage: false, hasPreviousPage: false, startCursor: 'course-0', endCursor: 'course-19' },
};

async function serve(isInMemory: boolean): Promise<number> {
  const own = defineCourses();
  const resolvers = { ...own.resolvers, Query: { ...(own.resolvers['Query'] as object), courses: async () => inMemory } };
  const definition = { ...own, ...(isInMemory ? { resolvers } : {}), ...(side === 'stock' ? { plugins: [{}] } : {}) };
  const island = await openIsland(
    definition,
    resources,
    side === 'jit' ? (schema) => openJitPipeline(schema, logger) : undefined,
  );
  const { port } = await startApi(island, resources, { host: '127.0.0.1', port: 0 });
  return port;
}

const ports = { rows: await serve(false), memory: await serve(true) };
process.on('message', () => process.send?.({ cpu: process.cpuUsage() }));
process.on('disconnect', () => process.exit(0));
process.send({ ports });
