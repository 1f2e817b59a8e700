import type { Principal } from '@academy/kernel';
import type { SigningKey } from '@academy/platform/access';
import { type Database, openDatabase } from '@academy/platform/db';
import { createLogger } from '@academy/platform/logger';
import { openRedis, type RedisDoor } from '@academy/platform/redis';
import { ISLAND_PATH, ISLANDS, type IslandName } from '@academy/platform/topology';
import { TEST_PASSWORDS } from '@academy/testing/databases';
import { person, type TenantSlug, tenantIdOf } from '@academy/testing/people';
import type { InsertPair } from './db/compare-inserts.ts';
import type { SqlTarget } from './db/play-sql.ts';
import { readClientCertificates } from './direct/client-certificates.ts';
import type { Address } from './direct/send.ts';
import type { CheckedWorld } from './expectations/io.ts';
import type { MovableCase } from './live/move-case.ts';
import { createTriggers, type Trigger } from './live/triggers.ts';
import { setAsDeployed } from './redis/as-deployed.ts';
import { submitAmongForgedJobs } from './redis/submit-once.ts';
import type { DbStage } from './transports/db.ts';
import type { RedisStage } from './transports/redis.ts';
import type { DirectStage } from './transports/subgraph-direct.ts';

/** The tenants that the corpus calls A and B. */
export const TENANTS = { A: 'raices', B: 'solaris' } as const satisfies Record<'A' | 'B', TenantSlug>;
export const TENANT_IDS = { A: tenantIdOf(TENANTS.A), B: tenantIdOf(TENANTS.B) } as const;
/** Whom the corpus calls the student of A, and the one of B. */
export const STUDENTS = { A: person(TENANTS.A, 'alice', 'learner'), B: person(TENANTS.B, 'diego', 'learner') } as const;

/** An academy under attack, whichever its topology. */
export type UnderAttack = {
  /** A superuser's; the islands' databases are `PREFIX_ISLAND` on the same server, with the roles' passwords of tests. */
  readonly adminDatabaseUrl: string;
  readonly databasePrefix: string;
  readonly redis: {
    readonly namespace: string;
    /** Of whoever may write what it likes. */
    readonly ownerUrl: string;
    /** Of the operator, and of the processes. */
    readonly roleUrls: { readonly admin: string; readonly app: string };
  };
  readonly signingKey: SigningKey;
  /** Where islands listen; undefined when they do not, because all is one process. */
  readonly islands?: { addressOf(island: IslandName): Address; readonly certificates: string | undefined };
  /** What the authority has received. */
  submissions(): Promise<readonly { externalRef: string }[]>;
  /** Takes back the access of the person whom `tok.A.toRevoke` belongs to. */
  revoke(): Promise<void>;
  readonly cases: Readonly<Record<'A' | 'B', MovableCase>>;
  /** The database whose tables the corpus names, and what is secret in it. */
  readonly annex: {
    readonly database: string;
    readonly island: string;
    readonly inserts: InsertPair;
    readonly secretsOfB: readonly string[];
  };
};

/** What the transports to sockets, streams, islands, Redis and databases need of an academy. */
export type IoStages = {
  readonly trigger: Trigger;
  /** Undefined where there is nothing to call past the gateway. */
  readonly direct: DirectStage | undefined;
  readonly redis: RedisStage;
  readonly db: DbStage;
  readonly checked: CheckedWorld;
  close(): Promise<void>;
};

/** Opens the connections. The caller closes them. */
export async function openIoStages(of: UnderAttack): Promise<IoStages> {
  const logger = createLogger({ process: 'attack', level: 'silent' });
  const openDoor = (url: string): RedisDoor => openRedis({ url, namespace: of.redis.namespace, logger, name: 'attack' });
  const doors = {
    owner: openDoor(of.redis.ownerUrl),
    admin: openDoor(of.redis.roleUrls.admin),
    app: openDoor(of.redis.roleUrls.app),
  };
  await setAsDeployed(doors.owner);
  const certification = openDatabase({
    url: urlOf(of, `${of.databasePrefix}_certification`, 'certification_app', TEST_PASSWORDS.app),
    maxConnections: 4,
    name: 'attack-triggers',
  });
  return {
    trigger: createTriggers({ certification, caseA: of.cases.A, caseB: of.cases.B, revoke: of.revoke }),
    direct: of.islands === undefined ? undefined : await openDirect(of, of.islands),
    redis: {
      ...doors,
      adminUrls: ISLANDS.map((island) => urlOf(of, `${of.databasePrefix}_${island}`)),
      tenantNamedIn: (fields) => (named(fields['tenantId'], 'A') ? TENANT_IDS.A : TENANT_IDS.B),
      streamOf: (logical, fields) => streamOf(logical, String(fields['type'] ?? '')),
      queueOf,
      submitAmong: ({ times, data }) => submit(of, { certification, redis: doors.owner, times, data }),
    },
    db: {
      annex: targetOf(of, of.annex.island, of.annex.database),
      islands: Object.fromEntries(ISLANDS.map((island) => [island, targetOf(of, island, `${of.databasePrefix}_${island}`)])),
      inserts: of.annex.inserts,
    },
    checked: { tenantIds: TENANT_IDS, secretsOfB: of.annex.secretsOfB },
    async close() {
      await Promise.all([certification.close(), ...Object.values(doors).map((door) => door.close())]);
    },
  };
}

/** Only the tenant's own certification is submitted; what names another is a forgery, and its jobs alone are put into the queue. */
function submit(
  of: UnderAttack,
  {
    certification,
    redis,
    times,
    data,
  }: { certification: Database; redis: RedisDoor; times: number; data: Readonly<Record<string, unknown>> },
) {
  const isTrue = named(data['tenantId'], 'A') && data['certificationId'] === of.cases.A.id;
  return submitAmongForgedJobs({
    certification,
    redis,
    tenant: TENANTS.A,
    one: of.cases.A,
    isTrue,
    times,
    data,
    submissions: of.submissions,
  });
}

async function openDirect(of: UnderAttack, islands: NonNullable<UnderAttack['islands']>): Promise<DirectStage> {
  const { certificates } = islands;
  return {
    addressOf: (island) => islands.addressOf(known(island, ISLANDS, 'island')),
    graphqlPath: ISLAND_PATH,
    key: of.signingKey,
    principals: STUDENTS satisfies Record<'A' | 'B', Principal>,
    certificates: certificates === undefined ? undefined : await readClientCertificates(certificates),
  };
}

function targetOf(of: UnderAttack, island: string, database: string): SqlTarget {
  return {
    roles: island,
    urls: {
      app_user: urlOf(of, database, `${island}_app`, TEST_PASSWORDS.app),
      app_owner: urlOf(of, database, `${island}_owner`, TEST_PASSWORDS.owner),
      postgres: urlOf(of, database),
    },
    tenantIds: TENANT_IDS,
  };
}

/** Without a user: as the superuser. */
function urlOf({ adminDatabaseUrl }: UnderAttack, database: string, user?: string, password?: string): string {
  const url = new URL(adminDatabaseUrl);
  url.pathname = `/${database}`;
  if (user !== undefined) url.username = user;
  if (password !== undefined) url.password = password;
  return url.toString();
}

function named(tenant: unknown, letter: 'A' | 'B'): boolean {
  return tenant === TENANTS[letter] || tenant === TENANT_IDS[letter];
}

/** The stream that a logical one is: `events` are of the island that the entry's type speaks of. */
function streamOf(logical: string, type: string): string {
  if (/^(sys|t|bull|rl|sub):/.test(logical)) return logical;
  if (logical === 'live') return `t:${TENANT_IDS.A}:live:certification`;
  const island = ISLANDS.find(
    (name) => logical.startsWith(name) || type.includes(name) || type.startsWith(name.replace(/s$/, '')),
  );
  if (logical !== 'events' && island === undefined) throw new Error(`There is no stream "${logical}".`);
  return `sys:events:${island ?? 'courses'}`;
}

/** Other names for the island whose queue is meant. */
const QUEUES: Readonly<Record<string, IslandName>> = {
  notification: 'users',
  notifications: 'users',
  certificate: 'certification',
  certificates: 'certification',
  reports: 'analytics',
  submissions: 'conocer',
  submission: 'conocer',
  saga: 'certification',
  sagas: 'certification',
};

function queueOf(logical: string): string {
  return known(QUEUES[logical] ?? logical, ISLANDS, 'queue');
}

function known<Name extends string>(name: string, names: readonly Name[], what: string): Name {
  const found = names.find((one) => one === name);
  if (found === undefined) throw new Error(`There is no ${what} "${name}"; there are ${names.join(', ')}.`);
  return found;
}
