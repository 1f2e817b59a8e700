import { courseCompleted, type SeedCompletion } from '@academy/contracts';
import { seedId } from '@academy/kernel';
import type { Database } from '@academy/platform/db';
import { deadLetters } from '@academy/platform/db';
import { expect, test } from 'vitest';
import { seedAnalytics } from '../src/seed.ts';
import { completionOf, openAcademyYear, raices, solaris, wayOf, waysOf } from './academy-year.ts';

const SEEDED_AT = new Date('2026-03-01T00:00:00.000Z');

const history: SeedCompletion[] = waysOf('raices', 'huerto', 12).map((way, index) => ({
  ...way,
  learnerInitials: 'L. L.',
  instructorId: seedId('user:raices:ines'),
  courseSlug: 'huerto',
  courseTitle: 'Huerto educativo',
  standardCode: 'EC0586.01',
  folio: `RAI-${index}`,
  verificationCode: `code-${index}`,
  scorePercent: 90,
  enrolledAt: new Date('2026-01-10T00:00:00.000Z'),
  completedAt: new Date('2026-02-10T00:00:00.000Z'),
  ...(index < 4
    ? { officialFolio: `OF-${index}`, officialIssuedAt: new Date('2026-02-20T00:00:00.000Z') }
    : { officialFolio: null, officialIssuedAt: null }),
}));

const tenants = [
  { id: raices, slug: 'raices' },
  { id: solaris, slug: 'solaris' },
];
const seed = (now: Date) => ({
  name: 'history',
  fill: (database: Database) => seedAnalytics(database, { tenants, history, now }),
});

test('the seeded history is what its events would have led to, as of the time of seeding', async () => {
  await using year = await openAcademyYear({ seed: seed(SEEDED_AT) });
  expect(await year.report()).toMatchObject({
    asOf: SEEDED_AT.toISOString(),
    rows: { edges: [{ node: { completions: 12, certificatesIssued: 12, officialCertificatesIssued: 4 } }] },
  });
});

test('seeding again changes nothing, and claims nothing newer', async () => {
  await using year = await openAcademyYear({ seed: seed(SEEDED_AT) });
  const before = await year.report();
  await seedAnalytics(year.island.database, { tenants, history, now: new Date('2026-09-01T00:00:00.000Z') });
  expect(await year.report()).toEqual(before);
});

test('a report is as of the island that is counted least far', async () => {
  await using year = await openAcademyYear({ seed: seed(SEEDED_AT) });
  const alice = wayOf('raices', 'huerto', 'alice');
  await year.complete([alice], '2026-03-10T12:00:00.000Z');
  expect((await year.report()).asOf).toBe(SEEDED_AT.toISOString());
  await year.reachStatus(alice, 'IN_PROCESS', '2026-03-09T12:00:00.000Z');
  expect((await year.report()).asOf).toBe('2026-03-09T12:00:00.000Z');
});

test('a late event is counted and takes the instant not back', async () => {
  await using year = await openAcademyYear();
  await year.certify([wayOf('raices', 'huerto', 'bea')], '2026-03-10T12:00:00.000Z');
  await year.complete(waysOf('raices', 'huerto', 10), '2026-03-10T12:00:00.000Z');
  await year.complete([wayOf('raices', 'huerto', 'alice')], '2026-02-10T12:00:00.000Z');
  const { asOf, rows } = await year.report();
  expect([asOf, rows.edges[0]?.node.completions]).toEqual(['2026-03-10T12:00:00.000Z', 11]);
});

test('an event that was buried holds the report back until a person has resolved it', async () => {
  await using year = await openAcademyYear();
  await year.certify([wayOf('raices', 'huerto', 'bea')], '2026-03-10T12:00:00.000Z');
  await year.complete(waysOf('raices', 'huerto', 10), '2026-03-10T12:00:00.000Z');
  const { occurredAt, ...buried } = completionOf(wayOf('raices', 'huerto', 'alice'), '2026-03-05T12:00:00.000Z');
  const event = { ...buried, id: seedId('event:buried'), type: courseCompleted.type, occurredAt: occurredAt.toISOString() };
  await year.island.inTenant(raices, (tx) =>
    tx.insert(deadLetters).values({
      tenantId: raices,
      id: seedId('letter'),
      source: `event:${event.type}`,
      reference: event.id,
      payload: { reaction: 'course-completed', event },
      error: 'no reason given',
      attempts: 7,
    }),
  );
  expect((await year.report()).asOf).toBe('2026-03-05T12:00:00.000Z');
  await year.island.inTenant(raices, (tx) => tx.update(deadLetters).set({ resolvedAt: new Date() }));
  expect((await year.report()).asOf).toBe('2026-03-10T12:00:00.000Z');
});
