import { courseCompleted, coursePublished, enrollmentStarted, lessonCompleted } from '@academy/contracts';
import { tenantIdOf, userIdOf } from '@academy/testing/people';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { seedCourses, seededCourses } from '../src/seed.ts';
import { courseOf, graduate, graduation, ivan, openSchool, type School, WORLD } from './school.ts';

let school: School;
beforeAll(async () => {
  school = await openSchool();
});
afterAll(() => school.close());

const TABLES = [
  'courses',
  'modules',
  'lessons',
  'assessments',
  'assessment_items',
  'enrollments',
  'lesson_completions',
  'assessment_attempts',
  'outbox',
] as const;

/** Every row that a tenant sees, by table, as text. */
async function rowsOf(tenantId: string): Promise<Record<string, string[]>> {
  return school.database.pool.begin(async (sql) => {
    await sql`select set_config('app.tenant_id', ${tenantId}, true)`;
    const rows: Record<string, string[]> = {};
    for (const table of TABLES)
      rows[table] = (await sql`select t::text as row from ${sql(table)} t order by 1`).map((row) => String(row['row']));
    return rows;
  });
}

test('each tenant has the whole catalogue under ids of its own, taught by its own instructor', async () => {
  const raices = await rowsOf(tenantIdOf('raices'));
  const solaris = await rowsOf(tenantIdOf('solaris'));
  for (const rows of [raices, solaris]) {
    expect(rows['courses']).toHaveLength(7);
    expect(rows['lessons']?.length).toBeGreaterThan(40);
    expect(rows['assessment_items']?.length).toBeGreaterThan(35);
  }
  for (const { id } of seededCourses('raices')) expect(JSON.stringify(raices)).toContain(id);
  for (const { id } of seededCourses('solaris')) expect(JSON.stringify(raices)).not.toContain(id);
  expect(JSON.stringify(solaris)).toContain(userIdOf('solaris', 'ines'));
  expect(JSON.stringify(solaris)).not.toContain(ivan.userId);
});

test('seeding again changes nothing', async () => {
  const before = await rowsOf(tenantIdOf('raices'));
  await seedCourses(school.database, WORLD);
  expect(await rowsOf(tenantIdOf('raices'))).toEqual(before);
});

test('every course is told as published once, before the first learner enrolled', async () => {
  const told = await school.emitted(tenantIdOf('raices'), coursePublished);
  expect(told.map((event) => event.data.courseId).sort()).toEqual(
    seededCourses('raices')
      .map(({ id }) => id)
      .sort(),
  );
  const photovoltaic = told.find((event) => event.subject === courseOf('raices', 'instalacion-fotovoltaica').id);
  expect(photovoltaic?.data).toMatchObject({ standardCode: 'EC0586.01', instructorId: ivan.userId, priceMxn: 480 });
  expect(new Date(photovoltaic?.occurredAt ?? '').getTime()).toBeLessThan(graduation.enrolledAt.getTime());
});

test('history is there, and told to nobody', async () => {
  const query = `query ($id: ID!) { enrollment(id: $id) { status progressPercent enrolledAt completedAt completedLessons { id }
    assessmentResult { scorePercent isPassed submittedAt } } }`;
  const { data } = await school.ask(graduate, query, { id: graduation.enrollmentId });
  const completedAt = graduation.completedAt.toISOString();
  expect(data).toEqual({
    enrollment: {
      status: 'COMPLETED',
      progressPercent: 100,
      enrolledAt: graduation.enrolledAt.toISOString(),
      completedAt,
      completedLessons: courseOf('raices', 'instalacion-fotovoltaica').lessons.map(({ id }) => ({ id })),
      assessmentResult: { scorePercent: 85, isPassed: true, submittedAt: completedAt },
    },
  });
  for (const contract of [enrollmentStarted, lessonCompleted, courseCompleted] as const) {
    expect((await school.emitted(tenantIdOf('raices'))).filter((event) => event.type === contract.type)).toEqual([]);
  }
});

test('a query outside a tenant’s transaction sees no row', async () => {
  for (const table of TABLES) expect(await school.database.pool`select 1 from ${school.database.pool(table)}`).toHaveLength(0);
});

test('a tenant that has no instructor is a mistake of the caller', async () => {
  await expect(seedCourses(school.database, { ...WORLD, instructorIds: {} })).rejects.toThrow(
    'Expected an instructor for the tenant raices',
  );
});
