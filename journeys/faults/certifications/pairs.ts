import { seededCourses } from '@academy/courses/seed';
import { openDatabase } from '@academy/platform/db';
import { type TenantSlug, tenantIdOf, userIdOf } from '@academy/testing/people';
import type { System } from '../system.ts';

/** A learner and a course that leads to a standard. */
export type Pair = { readonly key: string; readonly slug: string };

const COURSES = ['instalacion-fotovoltaica', 'huerto-educativo', 'calentador-solar-termosifonico'];
const LEARNERS = Array.from({ length: 26 }, (_, index) => `learner-${String(index + 5).padStart(2, '0')}`);

/** So many pairs of the tenant of which the learner is not enrolled in the course, and was not erased. Throws when there are no more: one system lasts for some twenty runs. */
export async function freePairs(system: System, tenant: TenantSlug, count: number): Promise<Pair[]> {
  const open = (island: 'courses' | 'users') =>
    openDatabase({ url: system.databaseUrl(island, 'admin'), maxConnections: 1, name: 'faults-pairs' });
  const [courses, users] = [open('courses'), open('users')];
  try {
    const rows = await courses.pool<{ learner_id: string; course_id: string }[]>`
      select learner_id, course_id from enrollments where tenant_id = ${tenantIdOf(tenant)}`;
    const taken = new Set(rows.map(({ learner_id, course_id }) => `${learner_id} ${course_id}`));
    const gone = await users.pool<{ id: string }[]>`
      select id from users where tenant_id = ${tenantIdOf(tenant)} and blocked_at is not null`;
    const erased = new Set(gone.map(({ id }) => id));
    const idOf = new Map(seededCourses(tenant).map(({ slug, id }) => [slug, id]));
    const free = COURSES.flatMap((slug) => LEARNERS.map((key) => ({ key, slug }))).filter(
      ({ key, slug }) =>
        idOf.has(slug) && !erased.has(userIdOf(tenant, key)) && !taken.has(`${userIdOf(tenant, key)} ${idOf.get(slug)}`),
    );
    if (free.length < count)
      throw new Error(`${tenant} has no ${count} learners left who could take a course; begin with another system.`);
    return free.slice(0, count);
  } finally {
    await Promise.all([courses.close(), users.close()]);
  }
}
