import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { certificateIssued, certificationStatusChanged, type DomainEvent } from '@academy/contracts';
import { openDatabase } from '@academy/platform/db';
import { emit, eventStreamKey, fromEntry, liveStreamKey, startRelay } from '@academy/platform/events';
import { newId } from '@academy/platform/ids';
import type { Service } from '@academy/platform/lifecycle';
import { TEST_SIGNING_KEY } from '@academy/testing/island';
import { tenantIdOf } from '@academy/testing/people';
import { afterEach, beforeEach, describe, expect, inject, test } from 'vitest';
import { numberChanges } from '../src/store/positions.ts';
import { defineCertification } from '../src/subgraph.ts';
import { completions } from '../src/tables/candidates.ts';
import { certificationEvents, certifications } from '../src/tables/cases.ts';
import { type Certification, openCertification } from './open-certification.ts';

const TENANTS = [tenantIdOf('raices'), tenantIdOf('solaris'), newId()];
const [raices = ''] = TENANTS;
const PATIENT = { timeout: 60_000, interval: 50 };

type Case = { readonly tenantId: string; readonly id: string; seq: number };

let academy: Certification;
const relays: Service[] = [];
const children: ChildProcess[] = [];
beforeEach(async () => {
  academy = await openCertification();
});
afterEach(async () => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
  for (const relay of relays.splice(0)) await relay.stop();
  await academy.close();
});

function relay(): void {
  const { relayDatabase, redis, logger, telemetry } = academy.island.resources;
  const { emits: contracts, numbering = [] } = defineCertification();
  relays.push(
    startRelay({
      producer: 'certification',
      database: relayDatabase,
      redis,
      signingKey: TEST_SIGNING_KEY,
      contracts,
      numbering,
      logger,
      telemetry,
    }),
  );
}

async function relayProcess(): Promise<ChildProcess> {
  const script = fileURLToPath(new URL('./relay/main.ts', import.meta.url));
  const { id, secret } = TEST_SIGNING_KEY;
  const { redis } = academy.island.resources;
  const child = fork(script, [academy.island.urls.relay, inject('redisUrl'), redis.namespace, id, secret], { execArgv: [] });
  children.push(child);
  await once(child, 'message');
  return child;
}

async function openCase(tenantId: string): Promise<Case> {
  const [id, enrollmentId, courseId, person] = [newId(), newId(), newId(), newId()];
  const now = new Date();
  await academy.island.inTenant(tenantId, async (tx) => {
    const common = { tenantId, enrollmentId, courseId, courseTitle: 'Curso', instructorId: person, standardCode: null };
    await tx
      .insert(completions)
      .values({ ...common, learnerId: person, scorePercent: 90, minimumScorePercent: 80, reactivos: [], completedAt: now });
    await tx.insert(certifications).values({
      ...common,
      id,
      candidateId: person,
      status: 'SUBMISSION_PREPARED',
      isOpen: true,
      seq: 1,
      openedAt: now,
      changedAt: now,
    });
  });
  return { tenantId, id, seq: 0 };
}

/** Changes of a case in one transaction, each with its event; `more` runs before it commits. */
async function change(one: Case, count: number, more: () => Promise<unknown> = async () => {}): Promise<void> {
  const { tenantId, id: certificationId } = one;
  await academy.island.inTenant(tenantId, async (tx) => {
    for (let i = 0; i < count; i += 1) {
      one.seq += 1;
      const [id, occurredAt] = [newId(), new Date()];
      const entry = { certificationId, seq: one.seq, status: 'SUBMISSION_PREPARED', hold: null } as const;
      const previousStatus = one.seq === 1 ? null : entry.status;
      await tx.insert(certificationEvents).values({ ...entry, tenantId, id, previousStatus, occurredAt });
      const data = { ...entry, previousStatus, candidateId: id, courseId: id, enrollmentId: id, standardCode: null };
      await emit(tx, certificationStatusChanged, { tenantId, id, subject: certificationId, occurredAt, data });
    }
    await more();
  });
}

/** Everything that was written has been published. */
async function settled(): Promise<void> {
  const { pool } = academy.island.resources.relayDatabase;
  await expect.poll(() => pool`select 1 from outbox where published_at is null limit 1`, PATIENT).toHaveLength(0);
}

async function live(tenantId: string): Promise<DomainEvent<{ certificationId: string; seq: number }>[]> {
  const entries = await academy.island.resources.redis.commands.xrange(
    liveStreamKey(academy.island.resources.redis, tenantId, 'certification'),
    '-',
    '+',
  );
  return entries.map(
    ([, fields]) => fromEntry(fields, [TEST_SIGNING_KEY]) as DomainEvent<{ certificationId: string; seq: number }>,
  );
}

/**
 * Asserts that the stream of a tenant tells each event of the log, under its number and no other, first times in order; returns how often one was
 * told again.
 */
async function repeatsOf(tenantId: string): Promise<number> {
  const log = await academy.island.inTenant(tenantId, async (tx) => [
    ...(await tx.execute<{ id: string; position: number }>(
      'select id, position::int as position from certification_events order by position',
    )),
  ]);
  expect(log.map((row) => row.position)).toEqual(log.map((_, index) => index + 1));
  const told = (await live(tenantId)).map(({ id, position }) => ({ id, position }));
  const numbers = new Map(log.map((row) => [row.id, row.position]));
  for (const { id, position } of told) expect(position).toBe(numbers.get(id));
  const first = told.filter(({ id }, index) => told.findIndex((other) => other.id === id) === index);
  expect(first).toEqual(log);
  return told.length - first.length;
}

describe('the relay', () => {
  test('tells each change under the number that it has in the log, in the order of the numbers', async () => {
    relay();
    const cases = await Promise.all([...TENANTS, ...TENANTS, ...TENANTS].map(openCase));
    await Promise.all(cases.map((one) => change(one, 7)));
    await Promise.all(cases.map((one) => change(one, 5)));
    await settled();
    for (const tenantId of TENANTS) expect(await repeatsOf(tenantId)).toBe(0);
  });

  test('tells a change that was written early and committed late after those that were committed before it', async () => {
    relay();
    const [slow, quick] = [await openCase(raices), await openCase(raices)];
    await change(slow, 1, async () => {
      await change(quick, 2);
      await settled();
    });
    await settled();
    expect(await repeatsOf(raices)).toBe(0);
    expect((await live(raices)).map(({ data }) => data.certificationId)).toEqual([quick.id, quick.id, slow.id]);
  });

  test('goes on with the numbers that one gave that died before it published', async () => {
    const one = await openCase(raices);
    await change(one, 3);
    const given = await academy.island.emitted(raices, certificationStatusChanged);
    await academy.island.resources.relayDatabase.inTenant(raices, 'write', (tx) => numberChanges(tx, given));
    await change(await openCase(raices), 2);
    relay();
    await settled();
    expect(await repeatsOf(raices)).toBe(0);
    expect((await live(raices)).slice(0, 3).map(({ id, position }) => [id, position])).toEqual(
      given.map(({ id }, index) => [id, index + 1]),
    );
  });

  test('tells again, under the same numbers, what it published before its connection to PostgreSQL was cut', async () => {
    await change(await openCase(raices), 3);
    const { relayDatabase, redis } = academy.island.resources;
    const admin = openDatabase({ url: inject('adminDatabaseUrl'), maxConnections: 1, name: 'admin' });
    const isReleased = Promise.withResolvers<void>();
    const isHeld = Promise.withResolvers<void>();
    const holding = relayDatabase.pool.begin(async (tx) => {
      await tx`select 1 from outbox for update`;
      isHeld.resolve();
      await isReleased.promise;
    });
    await isHeld.promise;
    relay();
    const stream = eventStreamKey(redis, 'certification');
    await expect.poll(() => redis.commands.xlen(stream), PATIENT).toBeGreaterThanOrEqual(3);
    const [{ name = '' } = {}] = await relayDatabase.pool<{ name: string }[]>`select current_database() as name`;
    await admin.pool`
      select pg_terminate_backend(pid) from pg_stat_activity
      where datname = ${name} and wait_event_type = 'Lock' and query like '%update outbox%'`;
    isReleased.resolve();
    await holding;
    await settled();
    expect(await repeatsOf(raices)).toBeGreaterThanOrEqual(3);
    await admin.close();
  });

  test('publishes an event of another kind in its place among the changes of its case', async () => {
    const one = await openCase(raices);
    await change(one, 1);
    await academy.island.inTenant(raices, (tx) =>
      emit(tx, certificateIssued, {
        tenantId: raices,
        subject: one.id,
        occurredAt: new Date(),
        data: { certificateId: newId(), certificationId: one.id, folio: 'F', holderId: newId(), courseId: newId() },
      }),
    );
    await change(one, 1);
    relay();
    await settled();
    const { redis } = academy.island.resources;
    const entries = await redis.commands.xrange(eventStreamKey(redis, 'certification'), '-', '+');
    const told = entries.map(([, fields]) => fromEntry(fields, [TEST_SIGNING_KEY]));
    expect(told.map((event) => [event?.type, event?.position])).toEqual([
      [certificationStatusChanged.type, 1],
      [certificateIssued.type, undefined],
      [certificationStatusChanged.type, 2],
    ]);
  });
});

test('two relays of which one is killed or stopped give no number twice and leave none out', async () => {
  const cases = await Promise.all([...TENANTS, ...TENANTS].map(openCase));
  const writing = new AbortController();
  const written = Promise.all(
    cases.map(async (one) => {
      for (; !writing.signal.aborted; await sleep(20)) await change(one, 2);
    }),
  );
  const morePublished = async () => {
    const before = await publishedCount();
    await expect.poll(publishedCount, PATIENT).toBeGreaterThan(before + 20);
  };
  try {
    const [first, second, third] = await Promise.all([relayProcess(), relayProcess(), relayProcess()]);
    await morePublished();
    first.kill('SIGKILL');
    await morePublished();
    second.kill('SIGSTOP');
    await morePublished();
    second.kill('SIGCONT');
    third.kill('SIGKILL');
    await morePublished();
  } finally {
    writing.abort();
    await written;
  }
  await settled();
  for (const tenantId of TENANTS) await repeatsOf(tenantId);
}, 120_000);

async function publishedCount(): Promise<number> {
  const [row] = await academy.island.resources.relayDatabase.pool<{ count: number }[]>`
    select count(*)::int as count from outbox where published_at is not null`;
  return row?.count ?? 0;
}
