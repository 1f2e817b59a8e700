import { courseCompleted } from '@academy/contracts';
import { openDatabase } from '@academy/platform/db';
import { newId } from '@academy/platform/ids';
import { tenantIdOf } from '@academy/testing/people';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Academy, courseIdOf, openAcademy, type Way } from './academy.ts';

let academy: Academy;
beforeEach(async () => {
  academy = await openAcademy();
});
afterEach(() => academy.island.close());

const SOLAR = 'instalacion-fotovoltaica';
const raices = tenantIdOf('raices');

describe('an event', () => {
  test('that is delivered twice counts once', async () => {
    await academy.manyComplete(SOLAR, 9);
    const tenth = { course: SOLAR, learner: 'bea' };
    const { id } = await academy.completes(tenth);
    await academy.isCertified(tenth);
    const facts = await academy.factCount();
    await academy.completes({ ...tenth, id });
    expect(await academy.factCount()).toBe(facts);
    expect(await academy.rows()).toMatchObject([{ completions: 10, certificatesIssued: 1 }]);
  });

  test('that is delivered twice counts once, also when its first delivery was forgotten', async () => {
    const way = { course: SOLAR, learner: 'bea' };
    const { id } = await academy.completes(way);
    const owner = openDatabase({ url: academy.island.urls.owner, maxConnections: 1, name: 'owner' });
    await owner.inTenant(raices, 'write', (tx) => tx.execute('delete from inbox'));
    await owner.close();
    await academy.completes({ ...way, id });
    expect(await academy.factCount()).toBe(1);
  });

  test('that tells of a learner’s second completion does not make her two', async () => {
    await academy.manyComplete(SOLAR, 10);
    await academy.completes({ course: SOLAR, learner: 'learner-1' });
    expect(await academy.factCount()).toBe(11);
    expect(await academy.rows()).toMatchObject([{ completions: 10 }]);
  });

  test('that does not keep its contract leaves no trace', async () => {
    const broken = { tenantId: raices, subject: newId(), data: { courseId: 'x' } as never };
    await expect(academy.island.deliver(courseCompleted, broken)).rejects.toThrow('enrollmentId');
    expect(await academy.factCount()).toBe(0);
    expect((await academy.report()).asOf).toBeNull();
  });

  test.each([
    ['before the first partition', '2019-06-01T00:00:00.000Z', 'facts_default'],
    ['at the first instant of the first partition', '2025-01-01T00:00:00.000Z', 'facts_2025_01'],
    ['at the last instant of a month', '2026-02-28T23:59:59.999Z', 'facts_2026_02'],
    ['at the last instant of the last partition', '2028-12-31T23:59:59.999Z', 'facts_2028_12'],
    ['after the last partition', '2029-01-01T00:00:00.000Z', 'facts_default'],
  ])('%s is stored and counted', async (_, at, partition) => {
    await academy.manyComplete(SOLAR, 10, { at: new Date(at) });
    expect(await academy.rows()).toMatchObject([{ completions: 10 }]);
    const kept = await academy.island.inTenant(raices, async (tx) => [
      ...(await tx.execute('select distinct tableoid::regclass::text as name from facts')),
    ]);
    expect(kept).toEqual([{ name: partition }]);
  });
});

describe('certificates', () => {
  let ways: Way[];
  beforeEach(async () => {
    ways = await academy.manyComplete(SOLAR, 12);
    for (const way of ways) await academy.isCertified(way);
  });

  test('that were revoked do not count, and the completion stays', async () => {
    for (const way of ways.slice(0, 2)) await academy.losesCertificate(way);
    expect(await academy.rows()).toMatchObject([{ completions: 12, certificatesIssued: 10 }]);
  });

  test('are revoked once, however often that is told', async () => {
    const [way] = ways;
    if (way === undefined) throw new Error('Expected a learner.');
    const { id } = await academy.losesCertificate(way);
    await academy.losesCertificate({ ...way, id });
    await academy.losesCertificate(way);
    expect(await academy.rows()).toMatchObject([{ completions: 12, certificatesIssued: 11 }]);
  });

  test('whose revocation arrives before their issue do not count either', async () => {
    const late = { course: SOLAR, learner: 'bea' };
    await academy.completes(late);
    await academy.losesCertificate({ ...late, at: new Date('2026-03-02T15:30:00.000Z') });
    await academy.isCertified({ ...late, at: new Date('2026-03-02T15:00:00.000Z') });
    expect(await academy.rows()).toMatchObject([{ completions: 13, certificatesIssued: 12 }]);
  });

  test('become official when their case is ISSUED, and by no other state', async () => {
    for (const way of ways.slice(0, 5)) {
      for (const status of ['SUBMITTED', 'IN_PROCESS', 'REJECTED', 'CLOSED'] as const) await academy.caseBecomes(way, status);
    }
    expect(await academy.rows()).toMatchObject([{ officialCertificatesIssued: 0 }]);
    for (const way of ways.slice(0, 3)) await academy.caseBecomes(way, 'ISSUED');
    expect(await academy.rows()).toMatchObject([{ completions: 12, certificatesIssued: 12, officialCertificatesIssued: 3 }]);
  });

  test('that arrive before the completion count once it has arrived', async () => {
    const early = { course: SOLAR, learner: 'bea' };
    await academy.isCertified(early);
    expect(await academy.rows()).toMatchObject([{ completions: 12, certificatesIssued: 12 }]);
    await academy.completes(early);
    expect(await academy.rows()).toMatchObject([{ completions: 13, certificatesIssued: 13 }]);
  });
});

describe('how far the figures reach', () => {
  const way = { course: SOLAR, learner: 'bea' };
  const at = (time: string) => new Date(`2026-03-02T${time}:00.000Z`);
  const asOf = async () => (await academy.report()).asOf;

  test('is unknown until both islands were heard of', async () => {
    expect(await asOf()).toBeNull();
    await academy.enrolls({ ...way, at: at('09:00') });
    expect(await asOf()).toBeNull();
    await academy.isCertified({ ...way, at: at('11:00') });
    expect(await asOf()).toBe('2026-03-02T09:00:00.000Z');
  });

  test('is the latest event of the island that is least far, whether it counts or not', async () => {
    await academy.completes({ ...way, at: at('10:00') });
    await academy.caseBecomes({ ...way, at: at('10:05') }, 'REGISTERED');
    expect(await asOf()).toBe('2026-03-02T10:00:00.000Z');
    await academy.enrolls({ ...way, learner: 'cleo', at: at('12:00') });
    expect(await asOf()).toBe('2026-03-02T10:05:00.000Z');
  });

  test('does not go back when a late event arrives, which counts all the same', async () => {
    await academy.isCertified({ ...way, at: at('12:00') });
    await academy.manyComplete(SOLAR, 9, { at: at('12:00') });
    await academy.completes({ ...way, at: new Date('2025-11-30T10:00:00.000Z') });
    expect(await asOf()).toBe('2026-03-02T12:00:00.000Z');
    expect(await academy.rows()).toMatchObject([{ completions: 10 }]);
  });

  test('stops at an event that was buried, until a person has resolved it', async () => {
    await academy.isCertified({ ...way, at: at('12:00') });
    const event = await academy.completes({ ...way, at: at('12:00') });
    const buried = { reaction: 'course-completed', event: { ...event, occurredAt: at('08:00').toISOString() } };
    const bury = `insert into dead_letters (tenant_id, id, source, reference, payload, error, attempts)
      values ('${raices}', '${newId()}', 'event:${event.type}', '${newId()}', '${JSON.stringify(buried)}', 'x', 7)`;
    await academy.island.inTenant(raices, (tx) => tx.execute(bury));
    expect(await asOf()).toBe('2026-03-02T08:00:00.000Z');
    await academy.island.inTenant(raices, (tx) => tx.execute('update dead_letters set resolved_at = now()'));
    expect(await asOf()).toBe('2026-03-02T12:00:00.000Z');
  });
});

test('a fact keeps ids and times alone: no folio, title or score of its event', async () => {
  await academy.completes({ course: SOLAR, learner: 'bea', at: new Date('2026-03-02T10:00:00.000Z') });
  await academy.isCertified({ course: SOLAR, learner: 'bea', at: new Date('2026-03-02T10:00:00.000Z') });
  const rows = await academy.island.inTenant(raices, (tx) => tx.execute('select * from facts'));
  const columns = ['course_id', 'event_id', 'kind', 'learner_id', 'object_id', 'occurred_at', 'recorded_at', 'tenant_id'];
  expect(rows).toHaveLength(2);
  for (const row of rows) expect(Object.keys(row).sort()).toEqual(columns);
  expect(rows.map((row) => row['course_id'])).toEqual([courseIdOf(SOLAR), courseIdOf(SOLAR)]);
});
