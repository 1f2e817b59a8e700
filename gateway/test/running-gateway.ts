import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Clock, systemClock } from '@academy/kernel';
import { newId } from '@academy/platform/ids';
import { createLogger } from '@academy/platform/logger';
import { openRedis } from '@academy/platform/redis';
import { createTelemetry } from '@academy/platform/telemetry';
import type { IslandTransport } from '@academy/platform/topology';
import { TEST_SIGNING_KEY } from '@academy/testing/island';
import { inject } from 'vitest';
import { DEFAULT_AUDIENCE, DEV_ISSUER_NAME, defaults, type GatewayConfig } from '../src/config.ts';
import { loadFederation } from '../src/federation/federation.ts';
import { createGateway } from '../src/gateway.ts';
import type { OpenLive } from '../src/live-door.ts';
import { openAcademy } from './academy-islands.ts';
import { alice, type carla } from './people.ts';
import { openSharedPlanner } from './shared-planner.ts';

type Person = typeof alice | typeof carla;

/** What a client got. */
export type Got = {
  readonly status: number;
  readonly headers: Headers;
  readonly body: {
    readonly data?: Record<string, unknown> | null;
    readonly errors?: readonly {
      message: string;
      path?: readonly unknown[];
      extensions: { code: string; requestId: string; id?: string; retryAfterSeconds?: number };
    }[];
  };
};

/** A gateway on a free port, before islands of the real schema. */
export async function openGateway(
  options: {
    config?: Partial<GatewayConfig>;
    openLive?: OpenLive;
    clock?: Clock;
    /** Default: that of the tests, under a namespace of the gateway's own. */
    redis?: { url?: string; namespace?: string };
    /** Another way to the same islands, e.g. over HTTP; closed by whoever made it. */
    transportTo?: (academy: ReturnType<typeof openAcademy>) => Promise<IslandTransport>;
  } = {},
) {
  const directory = await mkdtemp(join(tmpdir(), 'gateway-test-'));
  const academy = openAcademy();
  const log: string[] = [];
  const logger = createLogger({ process: 'gateway', level: 'info', destination: { write: (line) => void log.push(line) } });
  const { url: redisUrl = inject('redisUrl'), namespace = `test-${newId()}` } = options.redis ?? {};
  const redis = openRedis({ url: redisUrl, namespace, logger, name: 'gateway-test' });
  const gateway = await createGateway({
    config: {
      ...defaults,
      // What is kept would outlive what a test plants, and hide which islands are asked.
      isCacheOn: false,
      identity: { kind: 'development', issuer: DEV_ISSUER_NAME, audience: DEFAULT_AUDIENCE, directory },
      ...options.config,
    },
    transport: (await options.transportTo?.(academy)) ?? academy.transport,
    load: (parts) => loadFederation({ ...parts, openPlanner: openSharedPlanner }),
    supergraphSdl: await readSchema('supergraph.graphql'),
    apiSdl: await readSchema('api.graphql'),
    redis,
    signingKeys: [TEST_SIGNING_KEY],
    logger,
    telemetry: createTelemetry({ process: 'gateway' }),
    clock: options.clock ?? systemClock,
    ...(options.openLive === undefined ? {} : { openLive: options.openLive }),
  });
  const { url } = await gateway.listen();

  async function tokenOf(person: Person, lifetimeSeconds = 600): Promise<string> {
    if (gateway.devIssuer === undefined) throw new Error('This gateway has no issuer.');
    return gateway.devIssuer.issueToken({ ...person, lifetimeSeconds });
  }
  async function send(path: string, init: RequestInit = {}): Promise<Got> {
    const response = await fetch(`${url}${path}`, init);
    const text = await response.text();
    const body = text.startsWith('{') ? (JSON.parse(text) as Got['body']) : {};
    return { status: response.status, headers: response.headers, body };
  }
  return {
    ...academy,
    redis,
    gateway,
    url,
    log,
    /** Folder of the development issuer. */
    directory,
    tokenOf,
    send,
    /** Asks in a person's own tenant, or in the tenant given. */
    async ask(
      person: Person | undefined,
      query: string,
      more: { variables?: unknown; operationName?: string; tenant?: string; headers?: Record<string, string> } = {},
    ): Promise<Got> {
      const { variables, operationName, tenant = person?.tenantSlug ?? alice.tenantSlug, headers } = more;
      const token = person === undefined ? {} : { authorization: `Bearer ${await tokenOf(person)}` };
      return send(`/t/${tenant}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...token, ...headers },
        body: JSON.stringify({ query, variables, operationName }),
      });
    },
    async [Symbol.asyncDispose]() {
      await gateway.close();
      await redis.close();
      await rm(directory, { recursive: true });
    },
  };
}

function readSchema(name: string): Promise<string> {
  return readFile(join(import.meta.dirname, '../../schema', name), 'utf8');
}
