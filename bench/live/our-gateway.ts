import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { ISLANDS, type IslandName } from '@academy/platform/topology';
import { AS_IN_PRODUCTION } from '../gateway/contenders.ts';
import { GATEWAY_CORE } from '../gateway/enter.ts';
import { ISSUER } from '../gateway/processes/bench-tenant.ts';
import { freePort, type Spawned, start } from '../gateway/processes/spawned.ts';
import { BENCH_SIGNING_KEY } from './signing-key.ts';

/** What a gateway is started with. */
export type GatewaySetup = {
  readonly islandUrls: Readonly<Record<IslandName, string>>;
  readonly redisUrl: string;
  readonly namespace: string;
  readonly jwksUrl: string;
  readonly logFile: string;
  /** Whether a profiler may be attached. */
  readonly isInspected: boolean;
};

/** A gateway that is ready. */
export type RunningGateway = { readonly process: Spawned; readonly port: number; readonly inspectorPort: number | undefined };

const ROOT = resolve(import.meta.dirname, '../..');
const READY_MS = 60_000;
const POLL_MS = 100;
const SHOWN_LINES = 10;

/** `gateway/src/main.ts` as production runs it, NODE_ENV=production and all, ready for requests. Rejects with the end of its log. */
export async function startGateway(setup: GatewaySetup): Promise<RunningGateway> {
  const port = await freePort();
  const inspectorPort = setup.isInspected ? await freePort() : undefined;
  const inspect = inspectorPort === undefined ? [] : [`--inspect=127.0.0.1:${inspectorPort}`];
  const spawned = await start({
    args: [...AS_IN_PRODUCTION, ...inspect, 'gateway/src/main.ts'],
    core: GATEWAY_CORE,
    logFile: setup.logFile,
    cwd: ROOT,
    tells: false,
    env: {
      PORT: String(port),
      REDIS_URL: setup.redisUrl,
      REDIS_NAMESPACE: setup.namespace,
      SIGNING_KEYS: `${BENCH_SIGNING_KEY.id}:${BENCH_SIGNING_KEY.secret}`,
      ISSUER: ISSUER.issuer,
      AUDIENCE: ISSUER.audience,
      JWKS_URL: setup.jwksUrl,
      ...Object.fromEntries(ISLANDS.map((island) => [`${island.toUpperCase()}_URL`, setup.islandUrls[island]])),
    },
  });
  const until = performance.now() + READY_MS;
  while (!(await isReady(port))) {
    const ended = spawned.exitReason();
    if (ended !== undefined) throw new Error(`The gateway did not start, ${ended}:\n${endOf(setup.logFile)}`);
    if (performance.now() > until) {
      await spawned.stop();
      throw new Error(`The gateway was not ready within ${READY_MS / 1_000} s:\n${endOf(setup.logFile)}`);
    }
    await new Promise((wait) => setTimeout(wait, POLL_MS));
  }
  return { process: spawned, port, inspectorPort };
}

async function isReady(port: number): Promise<boolean> {
  try {
    const response = await fetch(`http://127.0.0.1:${port}/health/ready`, { signal: AbortSignal.timeout(2_000) });
    await response.arrayBuffer();
    return response.ok;
  } catch {
    return false;
  }
}

function endOf(file: string): string {
  return readFileSync(file, 'utf8').trim().split('\n').slice(-SHOWN_LINES).join('\n');
}
