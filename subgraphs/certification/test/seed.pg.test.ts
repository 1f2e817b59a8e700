import { certificationStatusChanged, type SeedCompletion } from '@academy/contracts';
import { DAY_MS, seedId, type UserPrincipal } from '@academy/kernel';
import { countDueWork } from '@academy/platform/jobs';
import { people, tenantIdOf, userIdOf, visitor } from '@academy/testing/people';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { seedCertification } from '../src/seed.ts';
import { type Certification, fieldOf, openCertification, path } from './open-certification.ts';

const NOW = new Date('2026-03-01T12:00:00Z');
const raices = tenantIdOf('raices');

function completion(key: string, more: Partial<SeedCompletion> = {}): SeedCompletion {
  return {
    tenantId: raices,
    learnerId: userIdOf('raices', key),
    learnerInitials: 'L. U.',
    instructorId: userIdOf('raices', 'ines'),
    courseId: seedId('course:raices:instalacion-fotovoltaica'),
    courseSlug: 'instalacion-fotovoltaica',
    courseTitle: 'Instalación fotovoltaica',
    standardCode: 'EC0586.01',
    enrollmentId: seedId(`enrollment:${key}`),
    certificationId: seedId(`certification:${key}`),
    certificateId: seedId(`certificate:${key}`),
    folio: `SEED-${key.toUpperCase()}`,
    verificationCode: `SEED${key.toUpperCase()}CODE`,
    officialFolio: `SEED-D-${key.toUpperCase()}`,
    scorePercent: 92,
    enrolledAt: new Date(NOW.getTime() - 60 * DAY_MS),
    completedAt: new Date(NOW.getTime() - 30 * DAY_MS),
    officialIssuedAt: new Date(NOW.getTime() - 10 * DAY_MS),
    ...more,
  };
}

const UNOFFICIAL = { officialFolio: null, officialIssuedAt: null };
const HISTORY = [
  completion('lucia'),
  completion('mateo', UNOFFICIAL),
  completion('mateo2', { ...UNOFFICIAL, learnerId: userIdOf('raices', 'mateo') }),
  completion('futura', { completedAt: new Date(NOW.getTime() + DAY_MS) }),
  completion('sofia', { tenantId: tenantIdOf('solaris'), learnerId: userIdOf('solaris', 'sofia') }),
];

let academy: Certification;
beforeAll(async () => {
  academy = await openCertification({
    seed: { name: 'history', fill: (database) => seedCertification(database, { history: HISTORY, now: NOW }) },
  });
});
afterAll(() => academy.close());

const { carla, alice } = people.raices;
const learner = (key: string): UserPrincipal => ({ ...alice, userId: userIdOf('raices', key) });

async function counts(tenantId: string): Promise<Record<string, unknown>[]> {
  return academy.island.inTenant(tenantId, async (tx) => [
    ...(await tx.execute(`select (select count(*) from certifications) as cases, (select count(*) from certification_events) as entries,
      (select count(*) from certificates) as certificates, (select count(*) from completions) as completions,
      (select count(*) from outbox) as events, (select count(*) from sagas) as sagas`)),
  ]);
}

test('a seeded case that became official has its whole history, in order and without gaps', async () => {
  const seen = await academy.sees(learner('lucia'), seedId('certification:lucia'));
  expect(path(seen)).toEqual([
    'REGISTERED',
    'EVALUATING',
    'JUDGED_COMPETENT',
    'RESULTS_DELIVERED',
    'SUBMISSION_PREPARED',
    'SUBMITTED',
    'IN_PROCESS',
    'ISSUED',
  ]);
  expect(seen).toMatchObject({ officialFolio: 'SEED-D-LUCIA', folio: 'SEED-LUCIA', certificate: { status: 'ISSUED' } });
  const answer = await academy.island.ask(
    carla,
    `query ($id: ID!) { certification(id: $id) { history(first: 100) { edges { node { occurredAt } } } } }`,
    {
      id: seedId('certification:lucia'),
    },
  );
  const entries = fieldOf<{ history: { edges: { node: { occurredAt: string } }[] } }>(answer, 'certification').history.edges;
  const at = entries.map((edge) => edge.node.occurredAt);
  expect(at).toEqual([...at].sort());
});

test('one that did not ends with its results, and stands in nobody’s way', async () => {
  expect(path(await academy.sees(learner('mateo'), seedId('certification:mateo'))).at(-1)).toBe('RESULTS_DELIVERED');
  const id = await academy.submittedCase(learner('mateo'));
  expect((await academy.sees(learner('mateo'), id)).status).toBe('SUBMISSION_PREPARED');
});

test('a seeded certificate can be verified', async () => {
  for (const code of ['seed-lucia', 'SEED LUCIA CODE']) {
    const answer = await academy.island.ask(
      visitor('raices'),
      'query ($code: String!) { certificateVerification(code: $code) { isValid holderInitials officialFolio } }',
      { code },
    );
    expect(answer.data).toEqual({
      certificateVerification: { isValid: true, holderInitials: 'L. U.', officialFolio: 'SEED-D-LUCIA' },
    });
  }
});

test('seeding tells nobody, starts nothing, and again changes nothing, also at another time', async () => {
  const solaris = tenantIdOf('solaris');
  const before = await counts(solaris);
  expect(before).toEqual([{ cases: '1', entries: '8', certificates: '1', completions: '1', events: '0', sagas: '0' }]);
  const later = HISTORY.map((one) => ({ ...one, officialFolio: null, completedAt: new Date(one.completedAt.getTime() + 1) }));
  await seedCertification(academy.island.database, { history: later, now: NOW });
  expect(await counts(solaris)).toEqual(before);
  expect(await academy.island.emitted(solaris, certificationStatusChanged)).toEqual([]);
  expect(await academy.island.inTenant(solaris, countDueWork)).toBe(0);
});

test('what lies after the time of seeding is left out', async () => {
  const answer = await academy.island.ask(carla, 'query ($id: ID!) { certification(id: $id) { id } }', {
    id: seedId('certification:futura'),
  });
  expect(answer.errors.map((error) => error.code)).toEqual(['NOT_FOUND']);
});

test('seeded changes are in the log of their tenant, numbered from 1 in the order in which they happened', async () => {
  const log = (tenantId: string) =>
    academy.island.inTenant(tenantId, async (tx) => [
      ...(await tx.execute<{ position: number; is_in_order: boolean }>(`
        select position::int as position, occurred_at >= lag(occurred_at, 1, occurred_at) over (order by position)
          and not exists (select 1 from certification_events earlier where earlier.certification_id = one.certification_id
            and earlier.position < one.position and earlier.seq > one.seq) as is_in_order
        from certification_events one where not exists (select 1 from outbox event where event.id = one.id) order by position`)),
    ]);
  for (const tenantId of [raices, tenantIdOf('solaris')]) {
    const rows = await log(tenantId);
    expect(rows.length).toBeGreaterThanOrEqual(8);
    expect(rows).toEqual(rows.map((_, index) => ({ position: index + 1, is_in_order: true })));
  }
});
