// A whole academy with two gateways over the same islands in one process: ours, and stock Apollo Server and Gateway. Plays one learner's
// journey first, so that there is something to ask for. Usage: node academy.ts, with TEST_ADMIN_DATABASE_URL and TEST_REDIS_URL in the
// environment; tells over IPC where both gateways are and what to ask; any message makes it stop and clean up.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DEFAULT_AUDIENCE, DEV_ISSUER_NAME } from '@academy/gateway/config';
import * as operations from '@academy/journeys/operations';
import { Person } from '@academy/journeys/person';
import { openDatabase } from '@academy/platform/db';
import { createLogger } from '@academy/platform/logger';
import { openIsland } from '@academy/platform/subgraph';
import { createInProcessTransport, ISLANDS } from '@academy/platform/topology';
import { startSandbox } from '@academy/sandbox';
import { defineIslands, startAcademy } from '@academy/scripts/academy';
import { FIRST_QUERY } from '@academy/scripts/first-answer';
import { TEST_PASSWORDS } from '@academy/testing/databases';
import { TEST_SIGNING_KEY } from '@academy/testing/island';
import { people, person, visitor } from '@academy/testing/people';
import { type StockCaller, startStock } from './stock.ts';

/** One operation of the journey: what is sent, and the token of who sends it. */
export type JourneyOperation = { readonly name: string; readonly body: string; readonly token: string };

/** Where both gateways are, and what they are asked. */
export type JourneyPlace = {
  readonly port: number;
  readonly stockPort: number;
  readonly tenant: string;
  readonly operations: readonly JourneyOperation[];
};

const TENANT = 'raices';
const COURSE = 'instalacion-fotovoltaica';

const adminDatabaseUrl = process.env['TEST_ADMIN_DATABASE_URL'] ?? '';
const redisUrl = process.env['TEST_REDIS_URL'] ?? '';
const dataDir = await mkdtemp(join(tmpdir(), 'academy-bench-'));
const client = { clientId: 'bench', clientSecret: 'only for this bench run' };
const sandbox = await startSandbox({ ...client, pollsUntilVerdict: 1 });
const authority = { url: sandbox.url, ...client, pollFirstMs: 100, pollMaxMs: 500, lookupSettleMs: 500, breakerPauseMs: 1_000 };
const databasePrefix = `bg_${process.pid}`;
const academy = await startAcademy({
  adminDatabaseUrl,
  databasePrefix,
  redisUrl,
  redisNamespace: databasePrefix.replaceAll('_', '-'),
  dataDir,
  signingKey: TEST_SIGNING_KEY,
  passwordsOf: () => TEST_PASSWORDS,
  authority,
  gateway: {
    identity: { kind: 'development', issuer: DEV_ISSUER_NAME, audience: DEFAULT_AUDIENCE, directory: join(dataDir, 'issuer') },
  },
  calls: 'in-process',
  logger: createLogger({ process: 'academy', level: 'info' }),
  onProgress: () => {},
});

const callers = new Map<string, StockCaller>([['', visitor(TENANT)]]);
async function tokenOf(principal: Extract<StockCaller, { kind: 'user' }>): Promise<string> {
  const { userId, tenantId, persona } = principal;
  const token = await academy.gateway.devIssuer?.issueToken({ userId, tenantId, persona, lifetimeSeconds: 3_600 });
  if (token === undefined) throw new Error('The academy has no development issuer.');
  callers.set(token, principal);
  return token;
}
const alice = await tokenOf(people.raices.alice);
const ana = await tokenOf(person(TENANT, 'ana', 'analyst'));

const islands = defineIslands(authority);
const opened = await Promise.all(ISLANDS.map((island) => openIsland(islands[island], academy.resources[island])));
const stock = await startStock({
  transport: createInProcessTransport(Object.fromEntries(opened.map((island) => [island.name, island])) as never),
  callerOf: (token) => callers.get(token),
});

const learner = new Person({
  url: `http://127.0.0.1:${academy.port}/graphql`,
  tenant: TENANT,
  key: 'alice',
  persona: 'learner',
  token: alice,
});
const enrollment = await learner.completesCourse(COURSE);
const certification = await learner.certificationOf(enrollment);
const { certificate, course } = await learner.seesCertification(certification, 'ISSUED', 60_000);
const { me } = await learner.gets('{ me { enrollments(first: 1) { edges { node { course { id } } } } } }');
if (course === null) throw new Error('The certification has no course.');

const operation = (name: string, token: string, query: string, variables: Record<string, unknown> = {}): JourneyOperation => ({
  name,
  token,
  body: JSON.stringify({ query, variables }),
});
const place: JourneyPlace = {
  port: academy.port,
  stockPort: stock.port,
  tenant: TENANT,
  operations: [
    operation('catalogue, as a visitor', '', FIRST_QUERY),
    operation('about me', alice, operations.ABOUT_ME),
    operation('enrol again (a mutation that is refused)', alice, operations.ENROLL, {
      input: { courseId: me.enrollments.edges[0].node.course.id, idempotencyKey: crypto.randomUUID() },
    }),
    operation("an enrolment's certification", alice, operations.CERTIFICATION_OF_ENROLLMENT, { id: enrollment }),
    operation('a certification, whole', alice, operations.CERTIFICATION, { id: certification }),
    operation('verify a certificate, as a visitor', '', operations.VERIFY, { code: certificate.verificationCode }),
    operation('completions by course, as an analyst', ana, operations.REPORT),
  ],
};

process.once('message', () => void stop());
process.once('disconnect', () => void stop());
process.send?.(place);

let stopping: Promise<void> | undefined;
function stop(): Promise<void> {
  stopping ??= cleanUp();
  return stopping;
}
async function cleanUp(): Promise<void> {
  await stock.stop();
  await Promise.all(opened.map((island) => island.close()));
  await academy.stop();
  await sandbox.stop();
  const admin = openDatabase({ url: adminDatabaseUrl, maxConnections: 1, name: 'bench' });
  for (const island of ISLANDS) await admin.pool.unsafe(`drop database if exists "${databasePrefix}_${island}" with (force)`);
  await admin.close();
  await rm(dataDir, { recursive: true, force: true });
  if (process.connected) process.send?.({ port: 0 });
  process.exit(0);
}
