// How a backlog drains, and what that does to tenants beside it. Some tenants have a backlog from an outage, each at the same agreed rate; two others hand in one
// now and then. Each is measured alone and then all together, in one run: how long a submission waits from its request to the authority's receipt.
// Usage: npm run bench -- drain [--backlog N] [--tenants N] [--per-minute N] [--latency MS] [--workers N] [--quiet SECONDS]
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { defineConocer } from '@academy/conocer';
import { conocerSettings } from '@academy/conocer/config';
import { DEFAULT_TENANT_POLICIES } from '@academy/contracts';
import { systemClock } from '@academy/kernel';
import { openDatabase } from '@academy/platform/db';
import { newId } from '@academy/platform/ids';
import { createLogger } from '@academy/platform/logger';
import { openRedis } from '@academy/platform/redis';
import { createFileStorage } from '@academy/platform/storage';
import { startWorker } from '@academy/platform/subgraph';
import { createTelemetry } from '@academy/platform/telemetry';
import { startSandbox } from '@academy/sandbox';
import { dropTestDatabases, openTestDatabase } from '@academy/testing/databases';
import { TEST_SIGNING_KEY } from '@academy/testing/island';
import { openTestVault } from '@academy/testing/vault';

const { values } = parseArgs({
  options: {
    backlog: { type: 'string', default: '10000' },
    tenants: { type: 'string', default: '10' },
    'per-minute': { type: 'string', default: '300' },
    latency: { type: 'string', default: '20' },
    workers: { type: 'string', default: '2' },
    quiet: { type: 'string', default: '30' },
  },
});
const [backlog, tenants, perMinute] = [Number(values.backlog), Number(values.tenants), Number(values['per-minute'])];
const [latencyMs, workers, quietSeconds] = [Number(values.latency), Number(values.workers), Number(values.quiet)];
const { TEST_ADMIN_DATABASE_URL: adminUrl, TEST_REDIS_URL: redisUrl } = process.env;
if (adminUrl === undefined || redisUrl === undefined) throw new Error('Run it through `npm run bench -- drain`.');

/** Those beside hand in one each time that so long has passed. */
const TRICKLE_MS = 1_000;
const GATE = JSON.stringify({ isOpen: true, missed: [] });
const CANDIDATE = { curp: 'SABC560626MDFLRN01', fullName: 'Alicia Salas Bernal' };
const CLIENT = { clientId: 'bench', clientSecret: 'a secret of the bench alone' };

const runId = `bench${process.pid}`;
const logger = createLogger({ process: 'bench', level: 'fatal' });
const sandbox = await startSandbox({ ...CLIENT, latencyMs, processingMs: 86_400_000 });
const settings = conocerSettings.parse({
  AUTHORITY_URL: sandbox.url,
  AUTHORITY_CLIENT_ID: CLIENT.clientId,
  AUTHORITY_CLIENT_SECRET: CLIENT.clientSecret,
  POLL_FIRST_MS: '3600000',
  POLL_MAX_MS: '3600000',
});
const definition = defineConocer(settings);
const db = await openTestDatabase({ adminUrl, runId, island: 'conocer', migrations: definition.migrations });
const redis = openRedis({ url: redisUrl, namespace: runId, logger, name: 'bench' });
const resources = {
  database: db.database,
  relayDatabase: db.relayDatabase,
  redis,
  signingKeys: [TEST_SIGNING_KEY],
  storage: createFileStorage('.cache/bench-drain'),
  vault: openTestVault(),
  clock: systemClock,
  logger,
  telemetry: createTelemetry({ process: 'bench' }),
};
const transport = { call: async () => ({ data: { _entities: [CANDIDATE] } }), close: async () => undefined };
/** Each with connections of its own, as many as a process has by default. */
const pools = Array.from({ length: workers }, (_, one) => ({
  database: openDatabase({ url: db.app, maxConnections: 10, name: `bench-${one}` }),
  relayDatabase: openDatabase({ url: db.relay, maxConnections: 3, name: `bench-relay-${one}` }),
}));
const running = pools.map((pool, one) =>
  startWorker(definition, { ...resources, ...pool }, { transport, consumerName: `bench-${one}` }),
);

type Transaction = Parameters<Parameters<typeof db.database.pool.begin>[1]>[0];

function inTenant<T>(tenantId: string, work: (tx: Transaction) => Promise<T>): Promise<Awaited<T>> {
  return db.database.pool.begin(async (tx) => {
    await tx`select set_config('app.tenant_id', ${tenantId}, true)`;
    return work(tx);
  }) as Promise<Awaited<T>>;
}

async function openTenant(): Promise<string> {
  const tenantId = newId();
  const policies = JSON.stringify({ ...DEFAULT_TENANT_POLICIES, submissionsPerMinute: perMinute });
  await inTenant(
    tenantId,
    (tx) => tx`insert into tenant_policies values (${tenantId}, ${tenantId}, ${policies}::text::jsonb, now())`,
  );
  return tenantId;
}

/** So many submissions wait, and the first lane of their tenant is due: as the island's reaction leaves them. */
function handIn(tenantId: string, count: number): Promise<unknown> {
  return inTenant(tenantId, async (tx) => {
    await tx`insert into submissions (tenant_id, id, certification_id, case_attempt, candidate_id, course_id, standard_code, certificate_folio,
        evaluated_on, status, gate, authority, requested_at, changed_at)
      select ${tenantId}, gen_random_uuid(), gen_random_uuid(), 1, gen_random_uuid(), gen_random_uuid(), 'EC0586.01', 'BENCH', current_date,
        'PREPARED', ${GATE}::text::jsonb, 'SANDBOX', clock_timestamp(), clock_timestamp() from generate_series(1, ${count}::int)`;
    await tx`insert into authority_quotas (tenant_id, authority, free_at) values (${tenantId}, 'SANDBOX', 'epoch') on conflict do nothing`;
    await tx`select from authority_quotas where authority = 'SANDBOX' for update`;
    await tx`insert into due_work (tenant_id, job, key, payload, due_at)
      values (${tenantId}, 'dispatch-submissions', 'SANDBOX:0', '{"authority": "SANDBOX", "lane": 0}', now()) on conflict do nothing`;
  });
}

/** Seconds that each of a tenant's submissions waited, in order. */
async function waitsOf(tenantId: string): Promise<number[]> {
  const rows = await inTenant(
    tenantId,
    (tx) => tx<{ waited: number }[]>`
      select extract(epoch from a.answered_at - s.requested_at)::float8 as waited from submissions s
      join submission_attempts a on a.submission_id = s.id and a.outcome = 'ACCEPTED'`,
  );
  return rows.map(({ waited }) => waited).sort((a, b) => a - b);
}

async function untilDrained(tenantIds: readonly string[]): Promise<void> {
  for (const tenantId of tenantIds) {
    for (;;) {
      const [row] = await inTenant(
        tenantId,
        (tx) => tx<{ left: number }[]>`select count(*)::int as left from submissions where authority_id is null`,
      );
      if (row?.left === 0) break;
      await sleep(500);
    }
  }
}

const quantile = (waits: readonly number[], q: number) => waits[Math.max(0, Math.ceil(waits.length * q) - 1)] ?? 0;
const p99 = (waits: readonly number[]) => quantile(waits, 0.99);

/** One submission of the tenant after another, until it is told to stop. */
async function trickle(tenantId: string, isOver: () => boolean): Promise<void> {
  while (!isOver()) {
    await handIn(tenantId, 1);
    await sleep(TRICKLE_MS);
  }
}

const each = Math.round(backlog / tenants);
const besides = await Promise.all([openTenant(), openTenant()]);
const besidesAlone = await Promise.all([openTenant(), openTenant()]);
const [lone, ...flooding] = await Promise.all(Array.from({ length: tenants + 1 }, openTenant));
if (lone === undefined) throw new Error('At least one tenant is needed.');

const quietUntil = performance.now() + quietSeconds * 1_000;
await Promise.all(besidesAlone.map((tenantId) => trickle(tenantId, () => performance.now() >= quietUntil)));
await untilDrained(besidesAlone);

await handIn(lone, each);
await untilDrained([lone]);
const alone = await waitsOf(lone);
console.log(
  `one tenant alone: ${each} at ${perMinute} a minute drained in ${alone.at(-1)?.toFixed(1)} s, ${Math.round((each / (alone.at(-1) ?? 1)) * 60)} a minute; p99 ${p99(alone).toFixed(1)} s`,
);

let isOver = false;
const begun = performance.now();
const cpuBefore = process.cpuUsage();
await Promise.all(flooding.map((tenantId) => handIn(tenantId, each)));
const trickling = Promise.all(besides.map((tenantId) => trickle(tenantId, () => isOver)));
await untilDrained(flooding);
isOver = true;
await trickling;
await untilDrained(besides);
const seconds = (performance.now() - begun) / 1_000;
const cpu = process.cpuUsage(cpuBefore);

const together = await Promise.all(flooding.map(waitsOf));
const worst = Math.max(...together.map(p99));
console.log(
  `${tenants} tenants together: ${each * tenants} drained in ${seconds.toFixed(1)} s, ${((each * tenants) / seconds).toFixed(1)}/s by ${workers} workers in one process (${((cpu.user + cpu.system) / 1e6 / seconds).toFixed(2)} cores with the authority)`,
);
console.log(
  `  p99 of each against that tenant alone: ${together.map((waits) => (p99(waits) / p99(alone)).toFixed(2)).join(' ')}; most ${(worst / p99(alone)).toFixed(2)}`,
);
for (const [index, tenantId] of besides.entries()) {
  const quiet = await waitsOf(besidesAlone[index] ?? '');
  const beside = await waitsOf(tenantId);
  console.log(
    `a tenant beside, one a second: p50 ${quantile(quiet, 0.5).toFixed(2)} s, p99 ${p99(quiet).toFixed(2)} s of ${quiet.length} when it is quiet; p50 ${quantile(beside, 0.5).toFixed(2)} s, p99 ${p99(beside).toFixed(2)} s of ${beside.length} while the others drain: ${(p99(beside) / p99(quiet)).toFixed(2)}`,
  );
}
const duplicates = sandbox.ledger.duplicates.length;
console.log(
  `the authority has ${sandbox.ledger.submissions.length}, each once: ${duplicates === 0 ? 'yes' : `NO, ${duplicates}`}`,
);

await Promise.all(running.map((worker) => worker.stop()));
await Promise.all(pools.flatMap(({ database, relayDatabase }) => [database.close(), relayDatabase.close()]));
await sandbox.stop();
await redis.close();
await db.drop();
await dropTestDatabases(adminUrl, runId);
