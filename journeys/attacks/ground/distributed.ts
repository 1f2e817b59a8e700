import { mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DEFAULT_AUDIENCE, DEV_ISSUER_NAME } from '@academy/gateway/config';
import { createDevIssuer } from '@academy/gateway/dev-issuer';
import { systemClock } from '@academy/kernel';
import type { SigningKey } from '@academy/platform/access';
import { ISLANDS } from '@academy/platform/topology';
import { composeSupergraph } from '@academy/schema/compose';
import { freePort } from '@academy/scripts/free-port';
import { readCompose } from '../../src/compose.ts';
import { startDistributed } from '../../src/distributed.ts';
import type { Processes } from '../../src/processes.ts';
import type { Servers } from '../../src/servers.ts';
import { type Annex, annexService } from '../annex/open-annex.ts';
import { readSightings } from '../watch/sightings.ts';
import type { Ground } from './ground.ts';

/** The academy as processes that call one another by certificates, with the annex. */
export async function openDistributed(servers: Servers, annex: Annex): Promise<Ground> {
  const schema = await mkdtemp(join(tmpdir(), 'academy-attack-schema-'));
  const { supergraphSdl, apiSdl } = composeSupergraph([annexService()]);
  await writeFile(join(schema, 'supergraph.graphql'), supergraphSdl);
  await writeFile(join(schema, 'api.graphql'), apiSdl);
  const annexPort = await freePort(0);
  const watched = join(schema, 'sightings.jsonl');
  const isWatched = { WATCH_FILE: watched, NODE_OPTIONS: `--import=${new URL('../watch/preload.ts', import.meta.url).href}` };
  const processes = await startDistributed(
    (service): Record<string, string> => {
      if (service.name === 'gateway')
        return { ...isWatched, INTROSPECTION: 'off', SCHEMA_DIR: schema, ANNEX_URL: `https://127.0.0.1:${annexPort}` };
      return service.name === 'sandbox' ? { SANDBOX_CONTROL: 'on', SANDBOX_PROCESSING_MS: '500' } : isWatched;
    },
    { withCertificates: true, servers, mains: { gateway: 'journeys/attacks/annex/gateway-process.ts' } },
  );
  if (processes.certificates === undefined) throw new Error('The processes call one another by certificates.');
  await annex.listen(annexPort, processes.certificates);
  const issuer = await createDevIssuer({
    directory: join(processes.folder, 'data/dev-issuer'),
    issuer: DEV_ISSUER_NAME,
    audience: DEFAULT_AUDIENCE,
    isProduction: false,
    clock: systemClock,
  });
  return {
    url: processes.url,
    issuerDirectory: join(processes.folder, 'data/dev-issuer'),
    databasePrefix: processes.databasePrefix,
    redis: {
      namespace: processes.databasePrefix.replaceAll('_', '-'),
      ownerUrl: servers.redisUrl,
      roleUrls: processes.redisUrls,
    },
    signingKey: await keyOfCompose(),
    islands: {
      addressOf: (island) => ({ origin: `https://127.0.0.1:${processes.portOf(island)}`, name: island }),
      certificates: processes.certificates,
    },
    submissions: () => processes.sandbox.submissions(),
    issueToken: (request) => issuer.issueToken(request),
    subgraphCalls: () => operationsOf(processes),
    memoryBytes: () => gatewayMemory(processes.url),
    logLines: () => linesOf(processes.folder),
    sightings: () => readSightings(watched),
    async whileHanging(island, work) {
      processes.signal(island, 'SIGSTOP');
      try {
        return await work();
      } finally {
        processes.signal(island, 'SIGCONT');
      }
    },
    [Symbol.asyncDispose]: () => processes[Symbol.asyncDispose](),
  };
}

/** The key by which gateway and islands of docker-compose.yml sign. */
export async function keyOfCompose(): Promise<SigningKey> {
  const services = await readCompose();
  const [, id = '', secret = ''] =
    /^([^:,]+):([^,]+)/.exec(services.find(({ name }) => name === 'certification')?.environment['SIGNING_KEYS'] ?? '') ?? [];
  return { id, secret };
}

/** Operations of all islands, by their own count. */
async function operationsOf(processes: Processes): Promise<number> {
  const counts = await Promise.all(
    ISLANDS.map(async (island) => {
      const answer = await fetch(`http://127.0.0.1:${processes.healthPortOf(island)}/metrics`);
      const text = await answer.text();
      return [...text.matchAll(/^academy_island_operation_seconds_count\{[^}]*\} (\d+)$/gm)].map(([, count]) => Number(count));
    }),
  );
  return counts.flat().reduce((sum, count) => sum + count, 0);
}

/** What the gateway's process holds, by its own metrics. */
async function gatewayMemory(gatewayUrl: string): Promise<number> {
  const text = await (await fetch(new URL('/metrics', gatewayUrl))).text();
  const bytes = /^process_resident_memory_bytes(?:\{[^}]*\})? (\S+)$/m.exec(text)?.[1];
  if (bytes === undefined) throw new Error('Expected process_resident_memory_bytes among the metrics of the gateway.');
  return Number(bytes);
}

async function linesOf(folder: string): Promise<string[]> {
  const files = (await readdir(folder)).filter((name) => name.endsWith('.log'));
  const texts = await Promise.all(files.map((name) => readFile(join(folder, name), 'utf8')));
  return texts.flatMap((text) => text.split('\n'));
}
