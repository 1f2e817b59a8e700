import { setTimeout as pause } from 'node:timers/promises';
import { type Persona, systemClock } from '@academy/kernel';
import { openDatabase } from '@academy/platform/db';
import { TEST_PASSWORDS } from '@academy/testing/databases';
import { TEST_SIGNING_KEY } from '@academy/testing/island';
import { type TenantSlug, tenantIdOf, userIdOf } from '@academy/testing/people';
import { Person } from '../src/person.ts';
import { type Servers, serversOfTests } from '../src/servers.ts';
import { type Annex, openAnnex, secretOf } from './annex/open-annex.ts';
import { keyOfCompose, openDistributed } from './ground/distributed.ts';
import { openEmbedded } from './ground/embedded.ts';
import type { Ground } from './ground/ground.ts';
import { type IoStages, openIoStages, STUDENTS, TENANT_IDS, TENANTS, type UnderAttack } from './io-stages.ts';
import { openMovableCase } from './live/open-case.ts';
import { resumeTokens } from './live/resume-tokens.ts';

/** How an academy runs. */
export type Topology = 'embedded' | 'distributed';

/** An academy of either topology, with what the cases of these transports name. */
export type AttackedAcademy = Omit<Ground, 'url' | 'databasePrefix' | 'redis' | 'signingKey' | 'islands' | 'submissions'> & {
  readonly origin: string;
  /** Header that names tenant A. */
  readonly host: string;
  readonly stages: IoStages;
  /** The subgraph with what our schema lacks; what was done there by A's people. */
  readonly annex: Pick<Annex, 'acts'>;
  /** While `work` is done, nobody of A may do more than a few operations a minute; afterwards as before. */
  readonly withFewRequests: <T>(work: () => Promise<T>) => Promise<T>;
  /** What a placeholder stands for; tokens that are short-lived are made when they are asked for. */
  valueOf(placeholder: string): Promise<string>;
};

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
    ...ground,
    annex,
    withFewRequests: (work) => withFewRequests(servers, ground.databasePrefix, work),
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
