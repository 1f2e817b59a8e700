import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { type AddressInfo, createServer as createNetServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { newId } from '@academy/platform/ids';
import type { CallContext, IslandRequest } from '@academy/platform/topology';
import { inject } from 'vitest';
import { createDirectoryIsland } from './directory-island.ts';
import { raices, tenants } from './people.ts';

const ROOT = join(import.meta.dirname, '../..');
/** An island takes this long, so that a signal finds requests under way. */
const ISLAND_MS = 20;

type Line = Readonly<Record<string, unknown>> & { readonly msg: string };

/** What a child takes over from the process that runs the tests. */
type Own = Pick<NodeJS.Process, 'execPath' | 'env'>;

/** A gateway as production runs it: `main.ts` in a process of its own, before islands over HTTP. */
export async function startGatewayProcess({ execPath, env }: Own, environment: Record<string, string> = {}) {
  const folder = await mkdtemp(join(tmpdir(), 'gateway-process-'));
  const islands = await startIslands();
  const port = await freePort();
  const child = spawn(execPath, ['gateway/src/main.ts'], {
    cwd: ROOT,
    env: {
      PATH: env['PATH'],
      ...(env['NODE_COMPILE_CACHE'] === undefined ? {} : { NODE_COMPILE_CACHE: env['NODE_COMPILE_CACHE'] }),
      PORT: String(port),
      REDIS_URL: inject('redisUrl'),
      REDIS_NAMESPACE: `process-${newId()}`,
      SIGNING_KEYS: `test:${'k'.repeat(32)}`,
      DEV_ISSUER: 'on',
      DEV_ISSUER_DIR: join(folder, 'issuer'),
      ...Object.fromEntries(
        ['USERS', 'COURSES', 'CERTIFICATION', 'CONOCER', 'ANALYTICS'].map((island) => [`${island}_URL`, islands.url]),
      ),
      ...environment,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const exited = once(child, 'exit') as Promise<[number | null]>;
  const log: Line[] = [];
  const watching = new Set<() => void>();
  createInterface(child.stdout).on('line', (text) => {
    log.push(JSON.parse(text) as Line);
    for (const look of watching) look();
  });
  let complaints = '';
  child.stderr.on('data', (chunk) => {
    complaints += String(chunk);
  });

  return {
    url: `http://127.0.0.1:${port}`,
    port,
    log,
    /** The lines with this message, once there are as many; rejects when the process ends before. */
    async lines(message: string, count: number): Promise<Line[]> {
      const found = Promise.withResolvers<Line[]>();
      const look = () => {
        const lines = log.filter(({ msg }) => msg === message);
        if (lines.length >= count) found.resolve(lines);
      };
      watching.add(look);
      look();
      const ended = exited.then(([code]) => {
        throw new Error(`the gateway ended with ${code}: ${complaints}`);
      });
      return Promise.race([found.promise, ended]).finally(() => watching.delete(look));
    },
    /** Ends the process as an orchestrator does; answers its exit code. */
    async end(): Promise<number | null> {
      child.kill('SIGTERM');
      return (await exited)[0];
    },
    async exitCode(): Promise<number | null> {
      return (await exited)[0];
    },
    async [Symbol.asyncDispose]() {
      await killAndWait(child, exited);
      islands.server.closeAllConnections();
      islands.server.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function killAndWait(child: ChildProcess, exited: Promise<unknown>): Promise<void> {
  if (child.exitCode === null && child.signalCode === null) child.kill('SIGKILL');
  await exited;
}

/** One server for all five islands: the tenant directory, and the name of a tenant. */
async function startIslands(): Promise<{ server: Server; url: string }> {
  const { transport } = createDirectoryIsland(tenants);
  const server = createServer(async (request, response) => {
    response.setHeader('content-type', 'application/json');
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    response.setHeader('content-type', 'application/json');
    const asked = JSON.parse(Buffer.concat(chunks).toString()) as IslandRequest;
    if (!/tenantDirectory|accessRevocations/.test(asked.query)) {
      await new Promise((resolve) => setTimeout(resolve, ISLAND_MS));
      return response.end(JSON.stringify({ data: { tenant: { name: raices.name } } }));
    }
    return response.end(JSON.stringify(await transport.call('users', asked, {} as CallContext)));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return { server, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
}

async function freePort(): Promise<number> {
  const server = createNetServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
