import { seedAnalytics } from '@academy/analytics/seed';
import { seedCertification } from '@academy/certification/seed';
import { seedConocer } from '@academy/conocer/seed';
import { seedCourses, seededCourses } from '@academy/courses/seed';
import type { Database } from '@academy/platform/db';
import type { IslandName } from '@academy/platform/topology';
import type { Vault } from '@academy/platform/vault';
import { type FurtherTenant, seedFurtherTenant as seedPeopleOf } from '@academy/users/seed';
import { seedHolders } from './seed-assignments.ts';

/**
 * One more tenant exists in all five islands afterwards, with its people and the catalogue's courses, and no history: for runs and benchmarks. The databases are
 * opened as the islands' own roles. Throws when none of its staff is an instructor.
 */
export async function seedFurtherTenant(
  databases: Readonly<Record<IslandName, Database>>,
  tenant: FurtherTenant,
  options: { now: Date; vault: Vault },
): Promise<void> {
  const { now } = options;
  const people = await seedPeopleOf(databases.users, tenant, options);
  const instructor = people.find(({ personas }) => personas.includes('instructor'));
  if (instructor === undefined) throw new Error(`The tenant ${tenant.slug} needs an instructor among its staff.`);
  const { tenantId } = instructor;
  const tenants = [{ id: tenantId, slug: tenant.slug }];
  const holders = seedHolders(people, now);
  const courses = seededCourses(tenant.slug).map(({ id, slug, standardCode }) => ({ tenantId, id, slug, standardCode }));
  const instructorIds = { [tenant.slug]: instructor.userId };
  await seedCourses(databases.courses, { tenants, instructorIds, history: [], holders, now });
  await seedCertification(databases.certification, { history: [], holders, now });
  await seedConocer(databases.conocer, { tenants, courses, now });
  await seedAnalytics(databases.analytics, { tenants, history: [], now });
}
