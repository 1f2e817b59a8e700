// What signed HTTP between gateway and islands costs: the same academy with its islands in process and over HTTP, the same queries in turn,
// rounds interleaved, one after the other on one connection each. Prints medians and the ratio. Usage: npm run bench -- topology [--minutes N]
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { DEFAULT_AUDIENCE, DEV_ISSUER_NAME } from '@academy/gateway/config';
import { openDatabase } from '@academy/platform/db';
import { createLogger } from '@academy/platform/logger';
import { ISLANDS } from '@academy/platform/topology';
import { startSandbox } from '@academy/sandbox';
import { startAcademy } from '@academy/scripts/academy';
import { FIRST_QUERY } from '@academy/scripts/first-answer';
import { TEST_PASSWORDS } from '@academy/testing/databases';
import { TEST_SIGNING_KEY } from '@academy/testing/island';

const { values } = parseArgs({ options: { minutes: { type: 'string', default: '0.5' } } });
const adminDatabaseUrl = process.env['TEST_ADMIN_DATABASE_URL'];
const redisUrl = process.env['TEST_REDIS_URL'];
if (adminDatabaseUrl === undefined || redisUrl === undefined) throw new Error('Run it through `npm run bench -- topology`.');

const ROUND = 40;
const QUERIES: Record<string, string> = {
  'one island (standards)': '{ standards(first: 20) { edges { node { code title level sector } } } }',
  'three islands (courses, users, conocer)': FIRST_QUERY,
};

const authority = { clientId: 'bench', clientSecret: 'only for this bench run' };
const sandbox = await startSandbox(authority);
const dataDir = await mkdtemp(join(tmpdir(), 'academy-bench-'));

async function boot(calls: 'in-process' | 'http') {
  const prefix = `b_${process.pid}_${calls === 'http' ? 'http' : 'proc'}`;
  const academy = await startAcademy({
    adminDatabaseUrl: adminDatabaseUrl as string,
    databasePrefix: prefix,
    redisUrl: redisUrl as string,
    redisNamespace: prefix.replaceAll('_', '-'),
    dataDir: join(dataDir, calls),
    signingKey: TEST_SIGNING_KEY,
    passwordsOf: () => TEST_PASSWORDS,
    authority: {
      url: sandbox.url,
      ...authority,
      pollFirstMs: 1_000,
      pollMaxMs: 1_000,
      lookupSettleMs: 1_000,
      breakerPauseMs: 1_000,
    },
    gateway: {
      identity: {
        kind: 'development',
        issuer: DEV_ISSUER_NAME,
        audience: DEFAULT_AUDIENCE,
        directory: join(dataDir, calls, 'dev-issuer'),
      },
    },
    calls,
    logger: createLogger({ process: 'bench', level: 'silent' }),
    onProgress: () => {},
  });
  return { academy, prefix, url: `http://127.0.0.1:${academy.port}/graphql` };
}

async function round(url: string, query: string): Promise<{ msPerRequest: number; body: string }> {
  const body = JSON.stringify({ query });
  let last = '';
  const began = performance.now();
  for (let count = 0; count < ROUND; count += 1) {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-tenant-id': 'raices' },
      body,
    });
    last = await response.text();
  }
  return { msPerRequest: (performance.now() - began) / ROUND, body: last };
}

const median = (numbers: readonly number[]) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? Number.NaN;

const sides = [await boot('in-process'), await boot('http')] as const;
const budgetMs = (Number(values.minutes) * 60_000) / Object.keys(QUERIES).length;
console.log(`rounds of ${ROUND} requests, interleaved, ${values.minutes} min in all; one request at a time`);
for (const [name, query] of Object.entries(QUERIES)) {
  const [first, second] = [await round(sides[0].url, query), await round(sides[1].url, query)];
  if (first.body !== second.body) throw new Error(`${name}: the two answers differ.`);
  const taken: [number[], number[]] = [[], []];
  const until = performance.now() + budgetMs;
  while (performance.now() < until || taken[0].length < 3) {
    taken[0].push((await round(sides[0].url, query)).msPerRequest);
    taken[1].push((await round(sides[1].url, query)).msPerRequest);
  }
  const [inProcess, http] = [median(taken[0]), median(taken[1])];
  console.log(
    `${name}: in process ${inProcess.toFixed(2)} ms, signed HTTP ${http.toFixed(2)} ms, ratio ${(http / inProcess).toFixed(2)} (medians of ${taken[0].length} rounds)`,
  );
}

const admin = openDatabase({ url: adminDatabaseUrl, maxConnections: 1, name: 'bench' });
for (const { academy, prefix } of sides) {
  await academy.stop();
  for (const island of ISLANDS) await admin.pool.unsafe(`drop database if exists "${prefix}_${island}" with (force)`);
}
await admin.close();
await sandbox.stop();
await rm(dataDir, { recursive: true, force: true });
