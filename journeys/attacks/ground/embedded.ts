import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createLogger } from '@academy/platform/logger';
import { TEST_SIGNING_KEY } from '@academy/testing/island';
import { bootGraph } from '../../src/boot-graph.ts';
import type { Servers } from '../../src/servers.ts';
import { createBetween } from '../annex/between.ts';
import { type Annex, annexService } from '../annex/open-annex.ts';
import { readSightings } from '../watch/sightings.ts';
import { watchThisProcess } from '../watch/watch-this-process.ts';
import type { Ground } from './ground.ts';

/** The academy in this process, with the annex. */
export async function openEmbedded(servers: Servers, annex: Annex): Promise<Ground> {
  const lines: string[] = [];
  const folder = await mkdtemp(join(tmpdir(), 'academy-attack-watch-'));
  const watched = join(folder, 'sightings.jsonl');
  const unwatch = watchThisProcess(watched);
  const between = createBetween(annex.island);
  const graph = await bootGraph({
    gateway: { isIntrospectionOn: false },
    servers,
    logger: createLogger({ process: 'academy', level: 'info', destination: { write: (line) => lines.push(line) } }),
    guests: [annexService()],
    between: between.wrap,
  });
  const { devIssuer } = graph.academy.gateway;
  if (devIssuer === undefined) throw new Error('The academy of journeys has an issuer for development.');
  return {
    url: graph.url,
    issuerDirectory: join(graph.places.dataDir, 'dev-issuer'),
    databasePrefix: graph.places.databasePrefix,
    redis: { namespace: graph.places.redisNamespace, ownerUrl: servers.redisUrl, roleUrls: graph.academy.redisUrls },
    signingKey: TEST_SIGNING_KEY,
    submissions: async () => graph.sandbox.ledger.submissions,
    issueToken: (request) => devIssuer.issueToken(request),
    subgraphCalls: async () => between.calls(),
    memoryBytes: async () => process.memoryUsage.rss(),
    logLines: async () => lines,
    sightings: () => readSightings(watched),
    whileHanging: between.whileHanging,
    async [Symbol.asyncDispose]() {
      await graph[Symbol.asyncDispose]();
      unwatch();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
