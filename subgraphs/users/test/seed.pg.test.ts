import { type SeedCompletion, tenantConfigured } from '@academy/contracts';
import { seedId } from '@academy/kernel';
import type { TestIsland } from '@academy/testing/island';
import { people, tenantIdOf } from '@academy/testing/people';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { seedPeople, seedPortfolios, seedUsers } from '../src/seed.ts';
import type { Services } from '../src/worker-context.ts';
import { openUsers, SEEDED_AT } from './open-users.ts';

let users: TestIsland<Services>;
beforeEach(async () => {
  users = await openUsers();
});
afterEach(() => users.close());

const raices = tenantIdOf('raices');
const { alice, carla } = people.raices;

const TABLES = ['tenant_directory', 'centres', 'users', 'user_identities', 'persona_grants', 'portfolio_entries', 'outbox'];

async function rowCounts(tenantId: string): Promise<number[]> {
  return users.database.inTenant(tenantId, 'read', async (tx) => {
    const counts: number[] = [];
    for (const table of TABLES) {
      const [row] = await tx.execute<{ count: number }>(`select count(*)::int as count from ${table}`);
      counts.push(row?.count ?? -1);
    }
    return counts;
  });
}

test('seeding again, at another time, adds nothing and undoes no change', async () => {
  await users.ask(alice, 'mutation { profileUpdate(input: { displayName: "Ali" }) { __typename } }');
  await users.ask(carla, 'mutation { tenantConfigure(input: { minimumSustainability: 10 }) { __typename } }');
  const before = [await rowCounts(raices), await rowCounts(tenantIdOf('solaris'))];
  await seedUsers(users.database, new Date(SEEDED_AT.getTime() + 1_000), users.context.vault);
  expect([await rowCounts(raices), await rowCounts(tenantIdOf('solaris'))]).toEqual(before);
  expect(before).toEqual([
    [2, 2, 44, 44, 44, 0, 2],
    [2, 2, 43, 43, 43, 0, 1],
  ]);
  const { data } = await users.ask(
    carla,
    `{ user(id: "${alice.userId}") { displayName } tenant { settings { policies { minimumSustainability } } } }`,
  );
  expect(data).toEqual({ user: { displayName: 'Ali' }, tenant: { settings: { policies: { minimumSustainability: 10 } } } });
});

test('the other islands hear of each tenant’s policies once', async () => {
  for (const slug of ['raices', 'solaris'] as const) {
    expect(await users.emitted(tenantIdOf(slug), tenantConfigured)).toMatchObject([
      { subject: tenantIdOf(slug), occurredAt: SEEDED_AT.toISOString(), data: { slug, policies: { solarpunkPolicy: 'GATE' } } },
    ]);
  }
});

test('a history is shown in the portfolio, once however often it is seeded', async () => {
  const completion: SeedCompletion = {
    tenantId: raices,
    learnerId: alice.userId,
    learnerInitials: 'ARC',
    instructorId: seedId('user:raices:ines'),
    courseId: seedId('course'),
    courseSlug: 'huerto-educativo',
    courseTitle: 'Huerto educativo',
    standardCode: null,
    enrollmentId: seedId('enrollment'),
    certificationId: seedId('certification'),
    certificateId: seedId('certificate'),
    folio: 'SEED-1',
    verificationCode: 'V',
    officialFolio: 'SEED-D-1',
    scorePercent: 92,
    enrolledAt: new Date('2025-09-01T00:00:00.000Z'),
    completedAt: new Date('2025-10-01T00:00:00.000Z'),
    officialIssuedAt: new Date('2025-10-20T00:00:00.000Z'),
  };
  await seedPortfolios(users.database, [completion]);
  await seedPortfolios(users.database, [completion]);
  const { data } = await users.ask(alice, '{ me { portfolio { edges { node { kind title folio earnedAt } } } } }');
  expect(data).toEqual({
    me: {
      portfolio: {
        edges: [
          {
            node: {
              kind: 'CONOCER_CERTIFICATE',
              title: 'Huerto educativo',
              folio: 'SEED-D-1',
              earnedAt: '2025-10-20T00:00:00.000Z',
            },
          },
          {
            node: {
              kind: 'PLATFORM_CERTIFICATE',
              title: 'Huerto educativo',
              folio: 'SEED-1',
              earnedAt: '2025-10-01T00:00:00.000Z',
            },
          },
        ],
      },
    },
  });
});

test('whoever hands out tokens finds the people of the tests under the personas that the database grants', async () => {
  const listed = seedPeople();
  expect(listed).toHaveLength(87);
  for (const [slug, persons] of Object.entries(people)) {
    for (const [key, principal] of Object.entries(persons)) {
      const found = listed.find((one) => one.tenantSlug === slug && one.key === key);
      expect(found).toMatchObject({ tenantId: principal.tenantId, userId: principal.userId, personas: [principal.persona] });
      const { data } = await users.ask(principal, '{ me { displayName personas { persona } } }');
      expect(data).toEqual({ me: { displayName: found?.displayName, personas: [{ persona: principal.persona.toUpperCase() }] } });
    }
  }
});
