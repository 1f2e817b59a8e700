import type { SeedCompletion } from '@academy/contracts';
import { DAY_MS, seedId } from '@academy/kernel';
import { type TenantSlug, tenantIdOf } from '@academy/testing/people';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { seedAnalytics } from '../src/seed.ts';
import { type Academy, ana, andres, courseIdOf, openAcademy } from './academy.ts';

let academy: Academy;
beforeEach(async () => {
  academy = await openAcademy();
});
afterEach(() => academy.island.close());

const NOW = new Date('2026-03-01T12:00:00.000Z');
const TENANTS = (['raices', 'solaris'] as const).map((slug) => ({ id: tenantIdOf(slug), slug }));

/** So many learners of one course, of whom every second has her official certificate. */
function history(slug: TenantSlug, courseSlug: string, count: number, now = NOW): SeedCompletion[] {
  return Array.from({ length: count }, (_, index) => {
    const key = `${slug}:${courseSlug}:${index}`;
    const completedAt = new Date(now.getTime() - (index + 1) * DAY_MS);
    return {
      tenantId: tenantIdOf(slug),
      learnerId: seedId(`user:${slug}:learner-${index}`),
      learnerInitials: 'B.',
      instructorId: seedId(`user:${slug}:ines`),
      courseId: courseIdOf(courseSlug),
      courseSlug,
      courseTitle: courseSlug,
      standardCode: null,
      enrollmentId: seedId(`enrollment:${key}`),
      certificationId: seedId(`certification:${key}`),
      certificateId: seedId(`certificate:${key}`),
      folio: `SEED-${key}`,
      verificationCode: key,
      officialFolio: index % 2 === 0 ? `SEED-D-${key}` : null,
      scorePercent: 90,
      enrolledAt: new Date(completedAt.getTime() - 30 * DAY_MS),
      completedAt,
      officialIssuedAt: index % 2 === 0 ? now : null,
    };
  });
}

function world(now = NOW): Parameters<typeof seedAnalytics>[1] {
  const past = [history('raices', 'solar', 12, now), history('raices', 'huerto', 4, now), history('solaris', 'viento', 10, now)];
  return { tenants: TENANTS, history: past.flat(), now };
}

test('an analyst sees the history of her tenant, as of the seed', async () => {
  await seedAnalytics(academy.island.database, world());
  expect(await academy.report()).toMatchObject({
    asOf: NOW.toISOString(),
    rows: {
      edges: [
        {
          node: { completions: 12, certificatesIssued: 12, officialCertificatesIssued: 6, course: { id: courseIdOf('solar') } },
        },
        { node: { isSuppressed: true, completions: null, course: { id: courseIdOf('huerto') } } },
      ],
    },
  });
  expect(await academy.rows({}, andres)).toMatchObject([{ completions: 10, course: { id: courseIdOf('viento') } }]);
});

test('seeding again, at another time, adds nothing and moves nothing', async () => {
  await seedAnalytics(academy.island.database, world());
  const before = [await academy.report(), await academy.factCount(), await academy.factCount('solaris')];
  await seedAnalytics(academy.island.database, world());
  await seedAnalytics(academy.island.database, world(new Date(NOW.getTime() + 40 * DAY_MS)));
  expect([await academy.report(), await academy.factCount(), await academy.factCount('solaris')]).toEqual(before);
  expect(before.slice(1)).toEqual([3 * 16 + 8, 3 * 10 + 5]);
});

test('two processes that seed at the same time store the history once', async () => {
  const later = world(new Date(NOW.getTime() + 1_000));
  await Promise.all([seedAnalytics(academy.island.database, world()), seedAnalytics(academy.island.database, later)]);
  expect(await academy.factCount()).toBe(3 * 16 + 8);
});

test('a tenant without a history has an empty report as of the seed', async () => {
  await seedAnalytics(academy.island.database, { ...world(), history: [] });
  expect(await academy.report({}, ana)).toMatchObject({ asOf: NOW.toISOString(), rows: { edges: [] } });
});

test('the history is the report’s first version, also when it is seeded again, and a tenant without one has none', async () => {
  const versions = async () => {
    const query = '{ reportVersion(report: COMPLETION) { version changedAt } }';
    const answers = [await academy.island.ask(ana, query), await academy.island.ask(andres, query)];
    return answers.map((answer) => answer.data?.['reportVersion']);
  };
  const ofRaices = { ...world(), history: history('raices', 'solar', 12) };
  await seedAnalytics(academy.island.database, ofRaices);
  await seedAnalytics(academy.island.database, ofRaices);
  expect(await versions()).toEqual([
    { version: 1, changedAt: NOW.toISOString() },
    { version: 0, changedAt: null },
  ]);
});

test('what happens after the seed adds to it', async () => {
  await seedAnalytics(academy.island.database, world());
  await academy.completes({ course: 'solar', learner: 'bea' });
  expect(await academy.rows({ filter: { courseId: courseIdOf('solar') } })).toMatchObject([{ completions: 13 }]);
});
