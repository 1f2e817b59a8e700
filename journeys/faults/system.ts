import { cp, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { IslandName } from '@academy/platform/topology';
import { type KillableServers, startKillableServers } from '@academy/scripts/killable-servers';
import { TEST_PASSWORDS } from '@academy/testing/databases';
import { openTcpProxy, type TcpProxy } from '@academy/testing/tcp-proxy';
import { ROOT } from '../src/compose.ts';
import { type Processes, startProcesses } from '../src/processes.ts';

/** The distributed topology, with two gateways behind one address, and all that a fault may touch. */
export type System = {
  readonly processes: Processes;
  readonly servers: KillableServers;
  /** In front of both gateways: clients know this address alone. */
  readonly door: TcpProxy;
  readonly origin: string;
  /** In front of Redis: no process reaches it otherwise. */
  readonly redisProxy: TcpProxy;
  /** In front of that, for the first worker of conocer alone. */
  readonly officeRedisProxy: TcpProxy;
  /** An island's database, as its API and as the superuser. */
  databaseUrl(island: IslandName, as: 'app' | 'admin'): string;
  /** Writes another supergraph, which the gateways take in some moments. */
  changeSchema(): Promise<void>;
  stop(): Promise<void>;
};

/** Second processes, by name. */
export const SECOND = { gateway: 'gateway-2', relay: 'certification-worker-2', office: 'conocer-worker-2' } as const;
const DATABASE_PREFIX = 'faults';
/** An authority that is asked often, and given up soon. */
const OFFICE_ENVIRONMENT = {
  POLL_FIRST_MS: '200',
  POLL_MAX_MS: '500',
  SUBMIT_TIMEOUT_MS: '2000',
  LOOKUP_SETTLE_MS: '500',
  BREAKER_PAUSE_MS: '1000',
};

/** Boots PostgreSQL, Redis, the five islands with their workers, the sandbox and two gateways: about 20 s. */
export async function startSystem(): Promise<System> {
  const folder = await mkdtemp(join(tmpdir(), 'academy-faults-'));
  const schemaDirectory = join(folder, 'schema');
  await cp(join(ROOT, 'schema'), schemaDirectory, { recursive: true, filter: (path) => !/node_modules/.test(path) });
  const undo: (() => Promise<unknown>)[] = [() => rm(folder, { recursive: true, force: true })];
  const stop = async () => {
    for (const one of undo.reverse()) await one();
  };
  try {
    const servers = await startKillableServers(join(folder, 'servers'));
    undo.push(() => servers.stop());
    const redisUrl = new URL(servers.redisUrl);
    const redisProxy = await openTcpProxy([Number(redisUrl.port)]);
    undo.push(() => redisProxy.close());
    redisUrl.port = String(redisProxy.port);
    const officeRedisProxy = await openTcpProxy([redisProxy.port]);
    undo.push(() => officeRedisProxy.close());
    const processes = await startProcesses({
      adminDatabaseUrl: servers.postgresUrl,
      redisUrl: redisUrl.toString(),
      areServersOwn: true,
      name: DATABASE_PREFIX,
      copies: { [SECOND.gateway]: 'gateway', [SECOND.relay]: 'certification-worker', [SECOND.office]: 'conocer-worker' },
      change({ name }, _folder, environment): Record<string, string> {
        if (name.startsWith('gateway')) return { SCHEMA_DIR: schemaDirectory, SCHEMA_LOOK_MS: '250' };
        if (name === 'sandbox') return { SANDBOX_CONTROL: 'on', SANDBOX_PROCESSING_MS: '500' };
        if (name === 'conocer-worker')
          return { ...OFFICE_ENVIRONMENT, REDIS_URL: throughPort(environment['REDIS_URL'] ?? '', officeRedisProxy.port) };
        return name === SECOND.office ? OFFICE_ENVIRONMENT : {};
      },
    });
    undo.push(async () => processes[Symbol.asyncDispose]());
    await processes.start(SECOND.gateway);
    const ports = ['gateway', SECOND.gateway].flatMap((name) => processes.portOf(name) ?? []);
    const door = await openTcpProxy(ports);
    undo.push(() => door.close());
    let changes = 0;
    return {
      processes,
      servers,
      door,
      origin: `http://127.0.0.1:${door.port}`,
      redisProxy,
      officeRedisProxy,
      databaseUrl: (island, as) => databaseUrl(servers.postgresUrl, island, as),
      async changeSchema() {
        changes += 1;
        const supergraph = await readFile(join(ROOT, 'schema/supergraph.graphql'), 'utf8');
        const draft = join(schemaDirectory, 'supergraph.part');
        await writeFile(draft, `${supergraph}\nscalar FaultRun${changes} @join__type(graph: USERS)\n`);
        await rename(draft, join(schemaDirectory, 'supergraph.graphql'));
      },
      stop,
    };
  } catch (thrown) {
    await stop();
    throw thrown;
  }
}

function throughPort(address: string, port: number): string {
  const url = new URL(address);
  url.port = String(port);
  return url.toString();
}

function databaseUrl(adminUrl: string, island: IslandName, as: 'app' | 'admin'): string {
  const url = new URL(adminUrl);
  url.pathname = `/${DATABASE_PREFIX}_${island}`;
  if (as === 'app') {
    url.username = `${island}_app`;
    url.password = TEST_PASSWORDS.app;
  }
  return url.toString();
}
