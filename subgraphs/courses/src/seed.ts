import {
  coursePublished,
  type SeedCompletion,
  type SeedHolder,
  type SeedMentoring,
  type SeedPlacement,
  type SeedTenant,
} from '@academy/contracts';
import { DAY_MS, seedId } from '@academy/kernel';
import { seedPlacements } from '@academy/platform/centres';
import type { Database, Tx } from '@academy/platform/db';
import { emit, seedPersonaHolders } from '@academy/platform/events';
import { and, eq } from 'drizzle-orm';
import { CATALOGUE } from './seed/catalogue.ts';
import { type CourseSeed, choicesOf } from './seed/course-seed.ts';
import { outcomeForScore } from './seed/outcome-for-score.ts';
import { lessonsOf, seedIdsOf } from './seed/seeded-courses.ts';
import {
  assessmentAttempts,
  assessmentItems,
  assessments,
  courses,
  enrollments,
  lessonCompletions,
  lessons,
  modules,
} from './tables.ts';

export { type SeededCourse, seededCourses } from './seed/seeded-courses.ts';

/** Courses were published this long before the first learner enrolled. */
const PUBLISHED_BEFORE_MS = 30 * DAY_MS;

/**
 * Every tenant offers the catalogue afterwards, taught by its one instructor, and the history's learners have completed their courses.
 * `coursePublished` is told once per course; completions are told to nobody, as each island seeds its own part of the history.
 * Seeding again changes nothing.
 */
export async function seedCourses(
  database: Database,
  world: {
    readonly tenants: readonly SeedTenant[];
    /** By the tenant's slug. */
    readonly instructorIds: Readonly<Record<string, string>>;
    readonly history: readonly SeedCompletion[];
    /** Who may accompany learners, and who does. */
    readonly holders?: readonly SeedHolder[];
    readonly mentorings?: readonly SeedMentoring[];
    readonly placements?: readonly SeedPlacement[];
    readonly now: Date;
  },
): Promise<void> {
  const firstEnrolledAt = Math.min(world.now.getTime(), ...world.history.map((one) => one.enrolledAt.getTime()));
  const publishedAt = new Date(firstEnrolledAt - PUBLISHED_BEFORE_MS);
  for (const tenant of world.tenants) {
    const instructorId = world.instructorIds[tenant.slug];
    if (instructorId === undefined) throw new Error(`Expected an instructor for the tenant ${tenant.slug}.`);
    const history = world.history.filter((one) => one.tenantId === tenant.id);
    await database.inTenant(tenant.id, 'write', async (tx) => {
      for (const course of CATALOGUE) await insertCourse(tx, { tenant, instructorId, publishedAt, course });
      for (const completion of history) await insertCompletion(tx, tenant, completion);
      for (const one of (world.mentorings ?? []).filter(({ tenantId }) => tenantId === tenant.id)) await nameMentor(tx, one);
    });
  }
  await seedPersonaHolders(database, world.holders ?? []);
  await seedPlacements(database, world.placements ?? []);
}

/** Unless it was ever decided who accompanies her. */
async function nameMentor(tx: Tx, { tenantId, enrollmentId, mentorId }: SeedMentoring): Promise<void> {
  const isUndecided = and(eq(enrollments.tenantId, tenantId), eq(enrollments.id, enrollmentId), eq(enrollments.mentorVersion, 0));
  await tx.update(enrollments).set({ mentorId, mentorVersion: 1 }).where(isUndecided);
}

async function insertCourse(
  tx: Tx,
  seed: { tenant: SeedTenant; instructorId: string; publishedAt: Date; course: CourseSeed },
): Promise<void> {
  const { tenant, instructorId, publishedAt, course } = seed;
  const { slug, title, summary, level, standardCode } = course;
  const tenantId = tenant.id;
  const ids = seedIdsOf(tenant.slug, course);
  const courseId = ids.course;
  const priceMxn = course.price.amountMxn;
  const inserted = await tx
    .insert(courses)
    .values({ tenantId, id: courseId, slug, title, summary, level, priceMxn, standardCode, instructorId, publishedAt })
    .onConflictDoNothing()
    .returning({ id: courses.id });
  if (inserted.length === 0) return;
  await tx
    .insert(modules)
    .values(
      course.modules.map((module, i) => ({ tenantId, id: ids.module(module), courseId, position: i + 1, title: module.title })),
    );
  await tx.insert(lessons).values(
    course.modules.flatMap((module) =>
      module.lessons.map((lesson, i) => {
        const { title, minutes, isRequired, body } = lesson;
        return {
          tenantId,
          id: ids.lesson(lesson),
          courseId,
          moduleId: ids.module(module),
          position: i + 1,
          title,
          minutes,
          isRequired,
          body,
        };
      }),
    ),
  );
  const { passingScorePercent, items } = course.assessment;
  await tx.insert(assessments).values({ tenantId, id: ids.assessment, courseId, passingScorePercent });
  await tx.insert(assessmentItems).values(
    items.map((item, i) => ({
      tenantId,
      id: ids.item(item),
      assessmentId: ids.assessment,
      position: i + 1,
      prompt: item.prompt,
      isMultipleChoice: item.rightKeys.length > 1,
      choices: choicesOf(item).map(({ key, text }) => ({ key, text })),
      rightChoiceKeys: [...item.rightKeys],
      weight: item.weight,
      reactivoId: item.reactivo,
      criterion: item.criterion,
    })),
  );
  const data = { courseId, slug, title, standardCode, instructorId, priceMxn };
  await emit(tx, coursePublished, { tenantId, subject: courseId, occurredAt: publishedAt, data, id: ids.published });
}

async function insertCompletion(tx: Tx, tenant: SeedTenant, completion: SeedCompletion): Promise<void> {
  const { tenantId, enrollmentId, courseId, learnerId, scorePercent, enrolledAt, completedAt } = completion;
  const course = CATALOGUE.find(({ slug }) => slug === completion.courseSlug);
  if (course === undefined) throw new Error(`Expected a course of the catalogue, got ${completion.courseSlug}.`);
  const inserted = await tx
    .insert(enrollments)
    .values({
      tenantId,
      id: enrollmentId,
      courseId,
      learnerId,
      status: 'COMPLETED',
      progressPercent: 100,
      enrolledAt,
      completedAt,
    })
    .onConflictDoNothing()
    .returning({ id: enrollments.id });
  if (inserted.length === 0) return;
  const ids = seedIdsOf(tenant.slug, course);
  const done = lessonsOf(course);
  const paceMs = (completedAt.getTime() - enrolledAt.getTime()) / (done.length + 1);
  await tx.insert(lessonCompletions).values(
    done.map((lesson, i) => {
      const lessonDoneAt = new Date(enrolledAt.getTime() + Math.round(paceMs * (i + 1)));
      return { tenantId, enrollmentId, lessonId: ids.lesson(lesson), completedAt: lessonDoneAt };
    }),
  );
  await tx.insert(assessmentAttempts).values({
    tenantId,
    id: seedId(`attempt:${enrollmentId}`),
    enrollmentId,
    scorePercent,
    isPassed: scorePercent >= course.assessment.passingScorePercent,
    reactivos: outcomeForScore(course.assessment.items, scorePercent),
    submittedAt: completedAt,
  });
}
