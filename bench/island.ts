// What serving an island's operations costs: Apollo Server's pipeline, our lean one, and the lean one with graphql-jit. Each side is a process of
// its own that answers signed calls over HTTP; rounds are interleaved. Prints medians and ratios. Usage: npm run bench -- island [--seconds N]
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { isDeepStrictEqual, parseArgs } from 'node:util';
import { defineCourses } from '@academy/courses';
import { seedCourses } from '@academy/courses/seed';
import { systemClock } from '@academy/kernel';
import { signCall } from '@academy/platform/access';
import { ISLAND_PATH } from '@academy/platform/topology';
import { dropTestDatabases, openTestDatabase } from '@academy/testing/databases';
import { TEST_SIGNING_KEY } from '@academy/testing/island';
import { person, tenantIdOf, userIdOf } from '@academy/testing/people';
import { Pool } from 'undici';
import { SIDES, type Side } from './island/sides.ts';

const { values } = parseArgs({ options: { seconds: { type: 'string', default: '30' } } });
const { TEST_ADMIN_DATABASE_URL: adminUrl, TEST_REDIS_URL: redisUrl } = process.env;
if (adminUrl === undefined || redisUrl === undefined) throw new Error('Run it through `npm run bench -- island`.');

const CONNECTIONS = 16;
const ROUNDS = 5;
const alice = person('raices', 'alice', 'learner');

type Case = { name: string; island: 'rows' | 'memory'; query: string; variables: object };
type RunningSide = { side: Side; child: ChildProcess; pools: Record<Case['island'], Pool> };
type Measured = { perSecond: number; cpuMs: number };

const runId = `bench${process.pid}`;
const database = await openTestDatabase({
  adminUrl,
  runId,
  island: 'courses',
  migrations: defineCourses().migrations,
  seed: {
    name: 'catalogue',
    fill: (db) =>
      seedCourses(db, {
        tenants: [{ id: tenantIdOf('raices'), slug: 'raices' }],
        instructorIds: { raices: userIdOf('raices', 'ivan') },
        history: [],
        now: new Date('2026-03-01T00:00:00.000Z'),
      }),
  },
});
const sides = await Promise.all(SIDES.map(start));
try {
  const ids = await courseIds();
  const cases: readonly Case[] = [
    {
      name: 'a page of courses with modules and lessons, from PostgreSQL',
      island: 'rows',
      query:
        '{ courses(first: 20) { edges { node { id title level priceMxn instructor { id } modules { id title lessons { id title minutes } } } } pageInfo { hasNextPage } } }',
      variables: {},
    },
    {
      name: `${ids.length} courses by reference, from PostgreSQL`,
      island: 'rows',
      query:
        'query ($representations: [_Any!]!) { _entities(representations: $representations) { ... on Course { title level priceMxn instructor { id } } } }',
      variables: { representations: ids.map((id) => ({ __typename: 'Course', id })) },
    },
    {
      name: 'a page of 20 courses, in memory',
      island: 'memory',
      query:
        '{ courses(first: 20) { edges { node { id slug title summary level priceMxn instructor { id } } } pageInfo { hasNextPage } } }',
      variables: {},
    },
    {
      name: 'one field, in memory',
      island: 'memory',
      query: '{ courses(first: 1) { pageInfo { hasNextPage } } }',
      variables: {},
    },
  ];
  const roundMs = (Number(values.seconds) * 1_000) / (cases.length * sides.length * (ROUNDS + 1));
  console.log(
    `${CONNECTIONS} connections, medians of ${ROUNDS} interleaved rounds of ${(roundMs / 1_000).toFixed(1)} s, Node ${process.version}`,
  );
  for (const one of cases) {
    await compareAnswers(one);
    const taken = new Map<Side, Measured[]>(SIDES.map((side) => [side, []]));
    for (let round = 0; round <= ROUNDS; round += 1) {
      for (const running of sides) {
        const measured = await measure(running, one, roundMs);
        if (round > 0) taken.get(running.side)?.push(measured);
      }
    }
    report(one, taken);
  }
} finally {
  for (const { child, pools } of sides) {
    await Promise.all([pools.rows.close(), pools.memory.close()]);
    child.disconnect();
    await once(child, 'exit');
  }
  await database.drop();
  await dropTestDatabases(adminUrl, runId);
}

async function start(side: Side): Promise<RunningSide> {
  const child = fork(fileURLToPath(new URL('./island/server.ts', import.meta.url)), {
    env: { ...process.env, NODE_ENV: 'production', SIDE: side, DATABASE_URL: database.app, REDIS_URL: redisUrl },
  });
  const [{ ports }] = (await once(child, 'message')) as [{ ports: Record<Case['island'], number> }];
  const pool = (port: number) => new Pool(`http://127.0.0.1:${port}`, { connections: CONNECTIONS, pipelining: 1 });
  return { side, child, pools: { rows: pool(ports.rows), memory: pool(ports.memory) } };
}

async function call({ pools }: RunningSide, { island, query, variables }: Omit<Case, 'name'>): Promise<string> {
  const body = JSON.stringify({ query, variables });
  const headers = signCall({ method: 'POST', path: ISLAND_PATH, body }, alice, TEST_SIGNING_KEY, systemClock);
  const answer = await pools[island].request({
    method: 'POST',
    path: ISLAND_PATH,
    body,
    headers: { 'content-type': 'application/json', ...headers },
  });
  const text = await answer.body.text();
  if (answer.statusCode !== 200) throw new Error(`Expected 200, got ${answer.statusCode}: ${text}`);
  return text;
}

async function courseIds(): Promise<string[]> {
  const [first] = sides;
  if (first === undefined) throw new Error('Expected a side.');
  const text = await call(first, { island: 'rows', query: '{ courses(first: 100) { edges { node { id } } } }', variables: {} });
  const { data } = JSON.parse(text) as { data: { courses: { edges: { node: { id: string } }[] } } };
  return data.courses.edges.map(({ node }) => node.id);
}

async function compareAnswers(one: Case): Promise<void> {
  const [first, ...others] = await Promise.all(
    sides.map(async (running) => JSON.parse(await call(running, one)) as { errors?: unknown }),
  );
  if (first?.errors !== undefined) throw new Error(`${one.name}: ${JSON.stringify(first.errors)}`);
  if (!others.every((other) => isDeepStrictEqual(other, first))) throw new Error(`${one.name}: the answers differ.`);
}

async function measure(running: RunningSide, one: Case, roundMs: number): Promise<Measured> {
  const cpuBefore = await cpuOf(running.child);
  const began = performance.now();
  let answered = 0;
  async function ask(): Promise<void> {
    while (performance.now() - began < roundMs) {
      await call(running, one);
      answered += 1;
    }
  }
  await Promise.all(Array.from({ length: CONNECTIONS }, ask));
  const tookMs = performance.now() - began;
  return { perSecond: (answered * 1_000) / tookMs, cpuMs: ((await cpuOf(running.child)) - cpuBefore) / answered };
}

/** CPU that a side's process has used so far, in milliseconds. */
async function cpuOf(child: ChildProcess): Promise<number> {
  child.send('cpu');
  const [{ cpu }] = (await once(child, 'message')) as [{ cpu: NodeJS.CpuUsage }];
  return (cpu.user + cpu.system) / 1_000;
}

function report({ name }: Case, taken: ReadonlyMap<Side, readonly Measured[]>): void {
  console.log(name);
  const of = (side: Side, what: keyof Measured) => median((taken.get(side) ?? []).map((one) => one[what]));
  for (const side of SIDES) {
    const [perSecond, cpuMs] = [of(side, 'perSecond'), of(side, 'cpuMs')];
    const [faster, cheaper] = [perSecond / of('stock', 'perSecond'), of('stock', 'cpuMs') / cpuMs];
    console.log(
      `  ${side.padEnd(5)} ${perSecond.toFixed(0).padStart(6)} requests/s (× ${faster.toFixed(2)})  ${cpuMs.toFixed(3)} ms CPU per request (÷ ${cheaper.toFixed(2)})`,
    );
  }
}

function median(numbers: readonly number[]): number {
  return [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? Number.NaN;
}
