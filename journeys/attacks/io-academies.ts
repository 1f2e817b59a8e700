import { mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { DEFAULT_AUDIENCE, DEV_ISSUER_NAME } from '@academy/gateway/config';
import { createDevIssuer } from '@academy/gateway/dev-issuer';
import { type Persona, systemClock } from '@academy/kernel';
import type { SigningKey } from '@academy/platform/access';
import { openDatabase } from '@academy/platform/db';
import { createLogger } from '@academy/platform/logger';
import { ISLANDS } from '@academy/platform/topology';
import { composeSupergraph } from '@academy/schema/compose';
import { freePort } from '@academy/scripts/free-port';
import { TEST_PASSWORDS } from '@academy/testing/databases';
import { TEST_SIGNING_KEY } from '@academy/testing/island';
import { type TenantSlug, tenantIdOf, userIdOf } from '@academy/testing/people';
import { bootGraph } from '../src/boot-graph.ts';
import { readCompose } from '../src/compose.ts';
import { startDistributed } from '../src/distributed.ts';
import { Person } from '../src/person.ts';
import type { Processes } from '../src/processes.ts';
import { type Servers, serversOfTests } from '../src/servers.ts';
import { type Between, createBetween } from './annex/between.ts';
import { type Annex, annexService, openAnnex, secretOf } from './annex/open-annex.ts';
import { type IoStages, openIoStages, STUDENTS, TENANT_IDS, TENANTS, type UnderAttack } from './io-stages.ts';
import { openMovableCase } from './live/open-case.ts';
import { resumeTokens } from './live/resume-tokens.ts';

/** How an academy runs. */
export type Topology = 'embedded' | 'distributed';

/** An academy of either topology, with what the cases of these transports name. */
export type AttackedAcademy = AsyncDisposable & {
  readonly origin: string;
  /** Header that names tenant A. */
  readonly host: string;
  readonly stages: IoStages;
  /** Folder of the key that signs tokens. */
  readonly issuerDirectory: string;
  issueToken(request: TokenRequest): Promise<string>;
  /** What the process that the gateway runs in holds in memory. */
  readonly memoryBytes: () => Promise<number>;
  /** The subgraph with what our schema lacks; what was done there by A's people. */
  readonly annex: Pick<Annex, 'acts'>;
  /** Calls to subgraphs so far. */
  readonly subgraphCalls: () => Promise<number>;
  /** Everything that the academy wrote into its logs so far. */
  readonly logLines: () => Promise<readonly string[]>;
  /** While `work` is done, nobody of A may do more than a few operations a minute; afterwards as before. */
  readonly withFewRequests: <T>(work: () => Promise<T>) => Promise<T>;
  /** Nothing is answered by this island until `work` is done. */
  readonly whileHanging: <T>(island: string, work: () => Promise<T>) => Promise<T>;
  /** What a placeholder stands for; tokens that are short-lived are made when they are asked for. */
  valueOf(placeholder: string): Promise<string>;
};

type TokenRequest = { userId: string; tenantId: string; persona: Persona; lifetimeSeconds: number };

type Ground = AsyncDisposable &
  Pick<UnderAttack, 'databasePrefix' | 'redis' | 'signingKey' | 'islands' | 'submissions'> & {
    readonly url: string;
    readonly issuerDirectory: string;
    issueToken(request: TokenRequest): Promise<string>;
  } & Pick<AttackedAcademy, 'subgraphCalls' | 'memoryBytes' | 'logLines' | 'whileHanging'>;

/** Of about a hundred of the smallest operations. */
const COST_OF_FEW = 100;
/** The register is written past the island, which therefore tells nobody: gateways read all of it again after 5 s. */
const IN_FORCE_MS = 5_500;
const COURSE = 'instalacion-fotovoltaica';
const TOKEN_SECONDS = 3_600;
const SHORT_SECONDS = 2;

/** Boots the academy, opens a case that can be moved in each tenant, and a database with the tables that the corpus speaks of. */
export async function openAttackedAcademy(topology: Topology, servers: Servers = serversOfTests()): Promise<AttackedAcademy> {
  const signingKey = topology === 'embedded' ? TEST_SIGNING_KEY : await keyOfCompose();
  const annex = await openAnnex(servers, signingKey);
  const ground = await (topology === 'embedded' ? openEmbedded(servers, annex) : openDistributed(servers, annex));
  const openedAt = systemClock.now();
  const cases = await openCases(ground, servers);
  await annex.fill({ A: cases.A.id, B: cases.B.id });
  const tokenOf = (tenant: TenantSlug, key: string, persona: Persona, lifetimeSeconds = TOKEN_SECONDS) =>
    ground.issueToken({ userId: userIdOf(tenant, key), tenantId: tenantIdOf(tenant), persona, lifetimeSeconds });
  const stages = await openIoStages({
    ...ground,
    adminDatabaseUrl: servers.adminDatabaseUrl,
    cases,
    async revoke() {
      const carla = new Person({
        url: ground.url,
        tenant: TENANTS.A,
        key: 'carla',
        persona: 'admin',
        token: await tokenOf(TENANTS.A, 'carla', 'admin'),
      });
      const input = { userId: userIdOf(TENANTS.A, 'bruno'), reason: 'Her token was stolen.' };
      await carla.gets('mutation ($input: UserAccessRevokeInput!) { userAccessRevoke(input: $input) { __typename } }', { input });
    },
    annex: {
      database: annex.database,
      island: 'annex',
      inserts: { used: insertOf('code-B'), unused: insertOf('nobodys') },
      secretsOfB: [secretOf('B')],
    },
  });
  const resume = resumeTokens({
    keys: [ground.signingKey],
    A: { principal: STUDENTS.A, certificationId: cases.A.id },
    B: { principal: STUDENTS.B, certificationId: cases.B.id },
    openedAt,
  });
  const good = await tokenOf(TENANTS.A, 'alice', 'learner');
  const [header = '', payload = '', signature = ''] = good.split('.');
  const values: Readonly<Record<string, () => Promise<string>>> = {
    'tok.A.student': async () => good,
    'tok.A.admin': () => tokenOf(TENANTS.A, 'carla', 'admin'),
    'tok.B.student': () => tokenOf(TENANTS.B, 'diego', 'learner'),
    'tok.A.toRevoke': () => tokenOf(TENANTS.A, 'bruno', 'evaluator'),
    'tok.short': () => tokenOf(TENANTS.A, 'alice', 'learner', SHORT_SECONDS),
    'tok.algNone': async () => `${Buffer.from('{"alg":"none","typ":"at+jwt"}').toString('base64url')}.${payload}.`,
    'tok.wrongAud': async () => `${header}.${Buffer.from('{"aud":"others"}').toString('base64url')}.${signature}`,
    ...Object.fromEntries(Object.entries(resume).map(([name, token]) => [`resume.${name}`, async () => token])),
    ...Object.fromEntries(
      Object.entries({
        's.status': 'certificationStatusChanged',
        'q.cert': 'certification',
        't.cert': 'Certification',
        'id.certA': cases.A.id,
        'id.certB': cases.B.id,
        'secret.B': secretOf('B'),
        'tenant.A': TENANTS.A,
        'tenant.B': TENANTS.B,
        'tenantUuid.A': TENANT_IDS.A,
        'tenantUuid.B': TENANT_IDS.B,
        'tbl.certs': 'certs',
        'tbl.events': 'events',
        'tbl.view': 'certs_seen',
        // Filled by the step itself.
        i: '{{i}}',
      }).map(([name, value]) => [name, async () => value]),
    ),
  };
  return {
    issuerDirectory: ground.issuerDirectory,
    issueToken: ground.issueToken,
    memoryBytes: ground.memoryBytes,
    annex,
    subgraphCalls: ground.subgraphCalls,
    logLines: ground.logLines,
    withFewRequests: (work) => withFewRequests(servers, ground.databasePrefix, work),
    whileHanging: ground.whileHanging,
    origin: new URL(ground.url).origin,
    host: `${TENANTS.A}.localhost`,
    stages,
    async valueOf(placeholder) {
      const value = values[placeholder];
      if (value === undefined) throw new Error(`The placeholder ${placeholder} is not mapped.`);
      return value();
    },
    async [Symbol.asyncDispose]() {
      await stages.close();
      await ground[Symbol.asyncDispose]();
      await annex.close();
    },
  };
}

async function openEmbedded(servers: Servers, annex: Annex): Promise<Ground> {
  const lines: string[] = [];
  const between: Between = createBetween(annex.island);
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
    whileHanging: between.whileHanging,
    [Symbol.asyncDispose]: () => graph[Symbol.asyncDispose](),
  };
}

async function openDistributed(servers: Servers, annex: Annex): Promise<Ground> {
  const schema = await mkdtemp(join(tmpdir(), 'academy-attack-schema-'));
  const { supergraphSdl, apiSdl } = composeSupergraph([annexService()]);
  await writeFile(join(schema, 'supergraph.graphql'), supergraphSdl);
  await writeFile(join(schema, 'api.graphql'), apiSdl);
  const annexPort = await freePort(0);
  const processes = await startDistributed(
    (service): Record<string, string> => {
      if (service.name === 'gateway')
        return { INTROSPECTION: 'off', SCHEMA_DIR: schema, ANNEX_URL: `https://127.0.0.1:${annexPort}` };
      return service.name === 'sandbox' ? { SANDBOX_CONTROL: 'on', SANDBOX_PROCESSING_MS: '500' } : {};
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

async function openCases({ databasePrefix }: Ground, servers: Servers): Promise<UnderAttack['cases']> {
  const url = new URL(servers.adminDatabaseUrl);
  url.pathname = `/${databasePrefix}_certification`;
  url.username = 'certification_app';
  url.password = TEST_PASSWORDS.app;
  const database = openDatabase({ url: url.toString(), maxConnections: 1, name: 'attack-cases' });
  try {
    return {
      A: await openMovableCase(database, { tenant: TENANTS.A, learner: 'alice', course: COURSE }),
      B: await openMovableCase(database, { tenant: TENANTS.B, learner: 'diego', course: COURSE }),
    };
  } finally {
    await database.close();
  }
}

async function keyOfCompose(): Promise<SigningKey> {
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

async function withFewRequests<T>(servers: Servers, databasePrefix: string, work: () => Promise<T>): Promise<T> {
  const url = new URL(servers.adminDatabaseUrl);
  url.pathname = `/${databasePrefix}_users`;
  const database = openDatabase({ url: url.toString(), maxConnections: 1, name: 'attack-limits' });
  try {
    const [before] = await database.pool<
      { settings: string }[]
    >`select settings::text as settings from tenant_directory where id = ${TENANT_IDS.A}`;
    if (before === undefined) throw new Error('Tenant A is not in the database of users.');
    const few = { costPerMinutePerPrincipal: COST_OF_FEW };
    await database.pool`update tenant_directory set changed_at = now(), settings = jsonb_set(settings, '{limits}', ${JSON.stringify(few)}::text::jsonb) where id = ${TENANT_IDS.A}`;
    try {
      await pause(IN_FORCE_MS);
      return await work();
    } finally {
      await database.pool`update tenant_directory set changed_at = now(), settings = ${before.settings}::text::jsonb where id = ${TENANT_IDS.A}`;
      await pause(IN_FORCE_MS);
    }
  } finally {
    await database.close();
  }
}

function insertOf(code: string): string {
  return `insert into certs (tenant_id, id, code) values ('${TENANT_IDS.A}', 77, '${code}')`;
}
