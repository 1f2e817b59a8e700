// How fast the outbox relay of the certification island moves live events to Redis, numbers included: from the moment a change's transaction has
// committed until its entry can be read from its tenant's live stream. Usage: npm run bench -- relay [--rate N] [--seconds N] [--tenants N]
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { defineCertification } from '@academy/certification';
import { certificationStatusChanged, type DomainEvent } from '@academy/contracts';
import { fromEntry, liveStreamKey, startRelay } from '@academy/platform/events';
import { newId } from '@academy/platform/ids';
import { createLogger } from '@academy/platform/logger';
import { openRedis } from '@academy/platform/redis';
import { createTelemetry } from '@academy/platform/telemetry';
import { dropTestDatabases, openTestDatabase } from '@academy/testing/databases';
import { TEST_SIGNING_KEY } from '@academy/testing/island';

const { values } = parseArgs({
  options: {
    rate: { type: 'string', default: '2000' },
    seconds: { type: 'string', default: '10' },
    tenants: { type: 'string', default: '10' },
  },
});
const [rate, seconds, tenants] = [Number(values.rate), Number(values.seconds), Number(values.tenants)];
const { TEST_ADMIN_DATABASE_URL: adminUrl, TEST_REDIS_URL: redisUrl } = process.env;
if (adminUrl === undefined || redisUrl === undefined) throw new Error('Run it through `npm run bench -- relay`.');

const runId = `bench${process.pid}`;
const logger = createLogger({ process: 'bench', level: 'error' });
const definition = defineCertification();
const db = await openTestDatabase({ adminUrl, runId, island: 'certification', migrations: definition.migrations });
const redis = openRedis({ url: redisUrl, namespace: runId, logger, name: 'bench' });
const reader = redis.connect('reader');
const relay = startRelay({
  producer: definition.name,
  database: db.relayDatabase,
  redis,
  signingKey: TEST_SIGNING_KEY,
  contracts: definition.emits,
  numbering: definition.numbering ?? [],
  logger,
  telemetry: createTelemetry({ process: 'bench' }),
});

type Transaction = Parameters<Parameters<typeof db.database.pool.begin>[1]>[0];
type Case = { tenantId: string; id: string; seq: number };
const WRITERS = 8;
const MOST_PER_TRANSACTION = 20;
/** What is the same in the data of all changes. */
const DATA = {
  status: 'SUBMISSION_PREPARED',
  hold: null,
  candidateId: newId(),
  courseId: newId(),
  enrollmentId: newId(),
  standardCode: 'EC0586.01',
};
const tenantIds = Array.from({ length: tenants }, () => newId());
const committedAt = new Map<string, number>();
const readAt = new Map<string, number>();
const numbers = new Map<string, number[]>(tenantIds.map((tenantId) => [tenantId, []]));
let isOver = false;

async function openCase(tenantId: string): Promise<Case> {
  const [id, enrollmentId] = [newId(), newId()];
  await inTenant(tenantId, async (tx) => {
    await tx`insert into completions values (${tenantId}, ${enrollmentId}, ${newId()}, 'Curso', ${newId()}, ${newId()},
      null, 90, 80, '[]', now())`;
    await tx`insert into certifications (tenant_id, id, candidate_id, course_id, course_title, enrollment_id, instructor_id, status, is_open, seq,
      opened_at, changed_at) values (${tenantId}, ${id}, ${newId()}, ${newId()}, 'Curso', ${enrollmentId}, ${newId()}, 'SUBMISSION_PREPARED', true,
      1, now(), now())`;
  });
  return { tenantId, id, seq: 0 };
}

/** Changes of one case in one transaction, so many that the writers keep the rate. */
async function change(one: Case, count: number): Promise<void> {
  const ids = Array.from({ length: count }, () => newId());
  await inTenant(one.tenantId, async (tx) => {
    await Promise.all(
      ids.flatMap((id) => {
        one.seq += 1;
        const previousStatus = one.seq === 1 ? null : 'SUBMISSION_PREPARED';
        const data = { certificationId: one.id, seq: one.seq, previousStatus, ...DATA };
        return [
          tx`insert into certification_events (tenant_id, certification_id, seq, id, previous_status, status, occurred_at)
            values (${one.tenantId}, ${one.id}, ${one.seq}, ${id}, ${previousStatus}, 'SUBMISSION_PREPARED', now())`,
          tx`insert into outbox (tenant_id, id, type, subject, data, occurred_at)
            values (${one.tenantId}, ${id}, ${certificationStatusChanged.type}, ${one.id}, ${JSON.stringify(data)}, now())`,
        ];
      }),
    );
  });
  const now = performance.now();
  for (const id of ids) committedAt.set(id, now);
}

function inTenant<T>(tenantId: string, work: (tx: Transaction) => Promise<T>): Promise<unknown> {
  return db.database.pool.begin(async (tx) => {
    await tx`select set_config('app.tenant_id', ${tenantId}, true)`;
    return work(tx);
  });
}

async function readStreams(): Promise<void> {
  const streams = tenantIds.map((tenantId) => liveStreamKey(redis, tenantId, 'certification'));
  const last = streams.map(() => '0-0');
  while (!isOver) {
    const answer = await reader.xread('COUNT', 1_000, 'BLOCK', 200, 'STREAMS', ...streams, ...last);
    const now = performance.now();
    for (const [stream, entries] of answer ?? []) {
      last[streams.indexOf(stream)] = entries.at(-1)?.[0] ?? '0-0';
      for (const [, fields] of entries) note(fromEntry(fields, [TEST_SIGNING_KEY]), now);
    }
  }
}

function note(event: DomainEvent | undefined, now: number): void {
  if (event?.position === undefined || readAt.has(event.id)) return;
  readAt.set(event.id, now);
  numbers.get(event.tenantId)?.push(event.position);
}

/** Entries of the live streams, all tenants together. */
async function keptEntries(): Promise<number> {
  const lengths = await Promise.all(
    tenantIds.map((tenantId) => redis.commands.xlen(liveStreamKey(redis, tenantId, 'certification'))),
  );
  return lengths.reduce((sum, length) => sum + length, 0);
}

const reading = readStreams();
const cases = await Promise.all(
  Array.from({ length: WRITERS }, (_, writer) => {
    const own = tenantIds.filter((_id, index) => index % WRITERS === writer);
    return Promise.all((own.length === 0 ? [tenantIds[writer % tenants] ?? ''] : own).map(openCase));
  }),
);
const begun = performance.now();
const cpuBefore = process.cpuUsage();
let written = 0;
await Promise.all(
  cases.map(async (own) => {
    for (let turn = 0; performance.now() - begun < seconds * 1_000; turn += 1) {
      const behind = ((performance.now() - begun) / 1_000) * rate - written;
      const one = own[turn % own.length];
      if (behind < 1 || one === undefined) {
        await sleep(1);
        continue;
      }
      const count = Math.min(Math.ceil(behind / WRITERS), MOST_PER_TRANSACTION);
      written += count;
      await change(one, count);
    }
  }),
);
const writtenFor = (performance.now() - begun) / 1_000;
while (readAt.size < written) await sleep(10);
const readFor = (performance.now() - begun) / 1_000;
const cpu = process.cpuUsage(cpuBefore);
isOver = true;
await reading;

const delays = [...readAt].map(([id, at]) => at - (committedAt.get(id) ?? at)).sort((a, b) => a - b);
const quantile = (q: number) => (delays[Math.floor(delays.length * q)] ?? 0).toFixed(1);
const isContiguous = [...numbers.values()].every((list) => list.every((position, index) => position === index + 1));
console.log(
  `${written} changes in ${writtenFor.toFixed(1)} s by ${WRITERS} writers over ${tenants} tenants, ${Math.round(written / writtenFor)}/s`,
);
console.log(`all readable after ${readFor.toFixed(1)} s; numbers from 1 without gaps, in order: ${isContiguous ? 'yes' : 'NO'}`);
console.log(
  `commit to readable: p50 ${quantile(0.5)} ms, p90 ${quantile(0.9)} ms, p99 ${quantile(0.99)} ms, most ${quantile(0.9999)} ms`,
);
console.log(`CPU of writers, relay and reader together: ${((cpu.user + cpu.system) / 1e6 / readFor).toFixed(2)} cores`);
const kept = await keptEntries();
const [tenantId = ''] = tenantIds;
const stream = liveStreamKey(redis, tenantId, 'certification');
const [length, bytes] = [await redis.commands.xlen(stream), await redis.commands.memory('USAGE', stream, 'SAMPLES', 0)];
console.log(`one live stream: ${length} entries, ${bytes} bytes, ${Math.round(Number(bytes) / Math.max(length, 1))} per entry`);

await redis.commands.flushall();
const emptiedAt = performance.now();
let back = 0;
while (back < kept) {
  await sleep(20);
  back = await keptEntries();
}
console.log(`an emptied Redis had all of it again after ${((performance.now() - emptiedAt) / 1_000).toFixed(1)} s`);

await relay.stop();
await redis.close();
await db.drop();
await dropTestDatabases(adminUrl, runId);
