import { seedAnalytics } from '@academy/analytics/seed';
import { seedCertification } from '@academy/certification/seed';
import { seedConocer } from '@academy/conocer/seed';
import type { SeedCompletion, SeedTenant } from '@academy/contracts';
import { seedCourses, seededCourses } from '@academy/courses/seed';
import { DAY_MS, seedId } from '@academy/kernel';
import type { Database } from '@academy/platform/db';
import type { IslandName } from '@academy/platform/topology';
import type { Vault } from '@academy/platform/vault';
import { sealIdentities } from '@academy/users/seal-identities';
import { seedPeople, seedPortfolios, seedRelations, seedUsers } from '@academy/users/seed';

import { seedAccreditations } from './seed-accreditations.ts';
import { seedAssignments, seedHolders, seedMentorings } from './seed-assignments.ts';

type Person = ReturnType<typeof seedPeople>[number];

/** Every fourth completion still waits for its official certificate. */
const WAITS_FOR_AUTHORITY = 4;
/** Seeded learners finish their courses over this many days before the seed. */
const HISTORY_DAYS = 240;

/**
 * What fills each island's database: two tenants, their people, courses and history, of which each island knows its own part.
 * Filling again changes nothing. What an earlier version kept of people in the clear is sealed first.
 */
export function seeders(now: Date, vault: Vault): Readonly<Record<IslandName, (database: Database) => Promise<void>>> {
  const people = seedPeople();
  const tenants = tenantsOf(people);
  const history = completions(people, tenants, now);
  const [holders, assignments, mentorings] = [
    seedHolders(people, now),
    seedAssignments(people, history),
    seedMentorings(people, history),
  ];
  const placements = people.flatMap(({ tenantId, userId, centreId }) =>
    centreId === null ? [] : [{ tenantId, userId, centreId }],
  );
  const instructorIds = Object.fromEntries(tenants.map((tenant) => [tenant.slug, instructorOf(people, tenant).userId]));
  const courses = tenants.flatMap((tenant) =>
    seededCourses(tenant.slug).map(({ id, slug, standardCode }) => ({ tenantId: tenant.id, id, slug, standardCode })),
  );
  const accreditations = seedAccreditations(people, courses, now);
  return {
    users: async (database) => {
      await sealIdentities(database, vault);
      await seedUsers(database, now, vault);
      await seedPortfolios(database, history);
      await seedRelations(database, { assignments, mentorings });
    },
    courses: (database) => seedCourses(database, { tenants, instructorIds, history, holders, mentorings, placements, now }),
    certification: (database) =>
      seedCertification(database, { history, holders, assignments, mentorings, placements, accreditations, now }),
    conocer: (database) => seedConocer(database, { tenants, courses, holders, assignments, accreditations, placements, now }),
    analytics: (database) => seedAnalytics(database, { tenants, history, placements, now }),
  };
}

function tenantsOf(people: readonly Person[]): SeedTenant[] {
  return [...new Map(people.map((person) => [person.tenantSlug, { id: person.tenantId, slug: person.tenantSlug }])).values()];
}

function instructorOf(people: readonly Person[], tenant: SeedTenant): Person {
  const instructor = people.find((person) => person.tenantId === tenant.id && person.personas.includes('instructor'));
  if (instructor === undefined) throw new Error(`The tenant ${tenant.slug} has no instructor.`);
  return instructor;
}

/** The learners without a story of their own have each finished two courses: enough for groups of ten and more in a report, and one below. */
function completions(people: readonly Person[], tenants: readonly SeedTenant[], now: Date): SeedCompletion[] {
  return tenants.flatMap((tenant) => {
    const courses = seededCourses(tenant.slug);
    const instructorId = instructorOf(people, tenant).userId;
    const learners = people.filter((person) => person.tenantId === tenant.id && person.key.startsWith('learner-'));
    return learners.flatMap((learner, index) =>
      [courses[index % 3], courses[3 + (index % 2 === 0 ? 0 : 1 + (index % 5 === 0 ? 1 : 0))]].flatMap((course, which) => {
        if (course === undefined) return [];
        const key = `${tenant.slug}:${course.slug}:${learner.key}`;
        const completedAt = new Date(now.getTime() - ((index * 7 + which * 3) % HISTORY_DAYS) * DAY_MS - DAY_MS);
        const isOfficial = course.standardCode !== null && (index + which) % WAITS_FOR_AUTHORITY !== 0;
        return [
          {
            tenantId: tenant.id,
            learnerId: learner.userId,
            learnerInitials: initialsOf(learner.displayName),
            instructorId,
            courseId: course.id,
            courseSlug: course.slug,
            courseTitle: course.title,
            standardCode: course.standardCode,
            enrollmentId: seedId(`enrollment:${key}`),
            certificationId: seedId(`certification:${key}`),
            certificateId: seedId(`certificate:${key}`),
            folio: `SEED-${seedId(`folio:${key}`).slice(0, 8).toUpperCase()}`,
            verificationCode: seedId(`verification:${key}`).replaceAll('-', '').slice(0, 20).toUpperCase(),
            officialFolio: isOfficial ? `SEED-D-${seedId(`official:${key}`).slice(0, 8).toUpperCase()}` : null,
            scorePercent: 80 + ((index * 3 + which) % 20),
            enrolledAt: new Date(completedAt.getTime() - 30 * DAY_MS),
            completedAt,
            officialIssuedAt: isOfficial ? new Date(Math.min(completedAt.getTime() + 20 * DAY_MS, now.getTime())) : null,
          },
        ];
      }),
    );
  });
}

function initialsOf(name: string): string {
  return name
    .split(' ')
    .map((word) => `${word.charAt(0).toUpperCase()}.`)
    .join(' ');
}
