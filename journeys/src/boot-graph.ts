import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DEFAULT_AUDIENCE, DEV_ISSUER_NAME, type GatewayConfig } from '@academy/gateway/config';
import type { Persona } from '@academy/kernel';
import { openDatabase } from '@academy/platform/db';
import { createLogger, type Logger } from '@academy/platform/logger';
import { type Sandbox, startSandbox } from '@academy/sandbox';
import { type Academy, type AcademyOptions, startAcademy } from '@academy/scripts/academy';
import { TEST_PASSWORDS } from '@academy/testing/databases';
import { TEST_SIGNING_KEY } from '@academy/testing/island';
import { type TenantSlug, tenantIdOf, userIdOf } from '@academy/testing/people';
import type { UsersSettings } from '@academy/users/config';
import { cloneGraphDatabases } from './graph-databases.ts';
import { Person } from './person.ts';
import { type Servers, serversOfTests } from './servers.ts';

const AUTHORITY = { clientId: 'academy', clientSecret: 'the sandbox’s secret in tests' };

/** A whole academy of one's own, with its authority, reached through the gateway's public door. */
export type Graph = AsyncDisposable & {
  readonly url: string;
  readonly academy: Academy;
  /** The servers, and the folder of stored objects, ledger and keys: for whoever looks behind the door. */
  readonly places: {
    readonly adminDatabaseUrl: string;
    readonly databasePrefix: string;
    readonly redisUrl: string;
    readonly redisNamespace: string;
    readonly dataDir: string;
  };
  /** Of the gateway: another one with the same accepts the same tokens. */
  readonly identity: GatewayConfig['identity'];
  /** The authority: records every accepted POST as a new submission, so that a doubled one shows. */
  readonly sandbox: Sandbox;
  /** Nothing listens at the authority's address afterwards, until `authorityReturns`; its ledger stays. */
  authorityGoesAway(): Promise<void>;
  authorityReturns(): Promise<void>;
  /** Someone of the seed, signed in under one persona. */
  person(tenant: TenantSlug, key: string, persona: Persona): Promise<Person>;
  visitor(tenant: TenantSlug): Person;
  readonly alice: Person;
  readonly carla: Person;
  readonly diego: Person;
};

let booted = 0;

/**
 * Boots the academy; `calls` says whether the gateway reaches the islands in this process or over signed HTTP. `onLog` is given every line that
 * would be logged, at the most talkative level.
 */
export async function bootGraph(
  options: {
    calls?: 'in-process' | 'http';
    onLog?: (line: string) => void;
    gateway?: Partial<GatewayConfig>;
    users?: UsersSettings;
    servers?: Servers;
    logger?: Logger;
  } & Pick<AcademyOptions, 'guests' | 'between'> = {},
): Promise<Graph> {
  booted += 1;
  const servers = options.servers ?? serversOfTests();
  const { adminDatabaseUrl, redisUrl, runId } = servers;
  const name = `j_${runId}_${process.pid}_${booted}`;
  const dataDir = await mkdtemp(join(tmpdir(), 'academy-journey-'));
  const openAuthority = (port: number) =>
    startSandbox({ ...AUTHORITY, port, pollsUntilVerdict: 3, ledgerFile: join(dataDir, 'ledger.jsonl') });
  let sandbox = await openAuthority(0);
  const authority = {
    url: sandbox.url,
    ...AUTHORITY,
    pollFirstMs: 60,
    pollMaxMs: 200,
    lookupSettleMs: 300,
    breakerPauseMs: 500,
    standardsFeedUrl: `${sandbox.url}/CONOCERBACKCITAS/sectoresProductivos/getEstandaresAll`,
  };
  // Servers that a command names see one graph: a template would be made for nothing.
  if (options.servers === undefined) await cloneGraphDatabases(servers, name, authority);
  const { onLog } = options;
  const spoken = onLog === undefined ? { level: 'silent' as const } : { level: 'trace' as const, destination: { write: onLog } };
  const logger = options.logger ?? createLogger({ process: 'journey', ...spoken });
  const identity = {
    kind: 'development',
    issuer: DEV_ISSUER_NAME,
    audience: DEFAULT_AUDIENCE,
    directory: join(dataDir, 'dev-issuer'),
  } as const;
  const academy = await startAcademy({
    adminDatabaseUrl,
    databasePrefix: name,
    redisUrl,
    redisNamespace: name.replaceAll('_', '-'),
    dataDir,
    signingKey: TEST_SIGNING_KEY,
    passwordsOf: () => TEST_PASSWORDS,
    authority,
    ...(options.users === undefined ? {} : { users: options.users }),
    gateway: {
      ...options.gateway,
      identity,
    },
    calls: options.calls ?? 'in-process',
    ...(options.guests === undefined ? {} : { guests: options.guests }),
    ...(options.between === undefined ? {} : { between: options.between }),
    logger,
    onProgress: () => {},
  });
  const url = `http://127.0.0.1:${academy.port}/graphql`;
  async function person(tenant: TenantSlug, key: string, persona: Persona): Promise<Person> {
    const token = await academy.gateway.devIssuer?.issueToken({
      userId: userIdOf(tenant, key),
      tenantId: tenantIdOf(tenant),
      persona,
      lifetimeSeconds: 3_600,
    });
    return new Person({ url, tenant, key, persona, token });
  }
  return {
    url,
    academy,
    places: {
      adminDatabaseUrl,
      databasePrefix: name,
      redisUrl,
      redisNamespace: name.replaceAll('_', '-'),
      dataDir,
    },
    identity,
    get sandbox() {
      return sandbox;
    },
    authorityGoesAway: () => sandbox.stop(),
    async authorityReturns() {
      sandbox = await openAuthority(sandbox.port);
    },
    person,
    visitor: (tenant) => new Person({ url, tenant, key: 'visitor', persona: 'learner', token: undefined }),
    alice: await person('raices', 'alice', 'learner'),
    carla: await person('raices', 'carla', 'admin'),
    diego: await person('solaris', 'diego', 'learner'),
    async [Symbol.asyncDispose]() {
      await academy.stop();
      await sandbox.stop();
      const admin = openDatabase({ url: adminDatabaseUrl, maxConnections: 1, name: 'journeys' });
      for (const island of Object.keys(academy.resources))
        await admin.pool.unsafe(`drop database if exists "${name}_${island}" with (force)`);
      await admin.close();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}
