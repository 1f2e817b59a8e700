import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Arena } from './contenders.ts';
import { OTHER_CORE } from './enter.ts';
import { growthSubgraphs } from './graph/growth.ts';
import { benchSubgraphs } from './graph/subgraphs.ts';
import { composeBench } from './graph/supergraph.ts';
import { issueTokens } from './processes/bench-tenant.ts';
import { recordPlans } from './processes/recorded-plan.ts';
import { type Spawned, start } from './processes/spawned.ts';

/** Everything that is not a gateway: the subgraphs, the load driver, tokens, files. */
export type OpenArena = {
  readonly arena: Arena;
  readonly subgraphs: Spawned;
  readonly driver: Spawned;
  /** One token for each person. */
  readonly tokens: readonly string[];
  close(): Promise<void>;
};

/**
 * Subgraphs and driver are up afterwards, and the files that contenders read are written to a folder of their own, removed by `close`.
 * `recorded` are the request bodies that the floor must know.
 */
export async function openArena(options: {
  graph: 'big' | 'growth';
  people: number;
  redisUrl: string;
  recorded: readonly string[];
}): Promise<OpenArena> {
  const workDir = await mkdtemp(join(tmpdir(), 'gateway-bench-'));
  const own = (file: string) => resolve(import.meta.dirname, 'processes', file);
  const startOther = (file: string, ...args: string[]) =>
    start({ args: [own(file), ...args], core: OTHER_CORE, logFile: join(workDir, `${file}.log`), tells: true });
  const subgraphs = await startOther('subgraphs.ts', options.graph);
  const driver = await startOther('load.ts');
  const graph = options.graph === 'growth' ? growthSubgraphs() : benchSubgraphs();
  const subgraphsUrl = `http://127.0.0.1:${subgraphs.port}`;
  const arena: Arena = {
    supergraphFile: join(workDir, 'supergraph.graphql'),
    recordingsFile: join(workDir, 'recordings.json'),
    identityDirectory: join(workDir, 'identity'),
    subgraphNames: graph.map(({ name }) => name),
    subgraphsUrl,
    redisUrl: options.redisUrl,
    graph: options.graph,
    workDir,
  };
  const supergraphSdl = composeBench(graph, subgraphsUrl);
  await writeFile(arena.supergraphFile, supergraphSdl);
  await writeFile(arena.recordingsFile, JSON.stringify(await recordPlans(supergraphSdl, graph, options.recorded)));
  const tokens = await issueTokens(arena.identityDirectory, options.people);
  return {
    arena,
    subgraphs,
    driver,
    tokens,
    async close() {
      await driver.stop();
      await subgraphs.stop();
      await rm(workDir, { recursive: true, force: true });
    },
  };
}
