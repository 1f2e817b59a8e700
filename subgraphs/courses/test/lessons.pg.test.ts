import { lessonCompleted } from '@academy/contracts';
import { seedId } from '@academy/kernel';
import { people, tenantIdOf } from '@academy/testing/people';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { CATALOGUE } from '../src/seed/catalogue.ts';
import {
  answersTo,
  completeLesson,
  courseOf,
  enrolled,
  ivan,
  MUTATIONS,
  newcomer,
  type Outcome,
  openSchool,
  readyForAssessment,
  type School,
  submit,
} from './school.ts';

let school: School;
beforeAll(async () => {
  school = await openSchool();
});
afterAll(() => school.close());

const course = courseOf('raices', 'instalacion-fotovoltaica');
const lessons = CATALOGUE.find(({ slug }) => slug === course.slug)?.modules.flatMap((module) => module.lessons) ?? [];
const [firstLesson, secondLesson] = course.lessons;
const optionalLesson = course.lessons.find((lesson) => !lesson.isRequired);
if (firstLesson === undefined || secondLesson === undefined || optionalLesson === undefined) throw new Error('Expected lessons.');
const requiredMinutes = lessons.filter((lesson) => lesson.isRequired).reduce((sum, lesson) => sum + lesson.minutes, 0);

function progress(outcome: Outcome) {
  return (outcome as unknown as { enrollment: { progressPercent: number; completedLessons: { id: string }[] } }).enrollment;
}

async function tellings(enrollmentId: string) {
  return (await school.emitted(tenantIdOf('raices'), lessonCompleted)).filter((event) => event.subject === enrollmentId);
}

test('a finished lesson counts by its minutes, and is told once', async () => {
  const alice = newcomer();
  const enrollmentId = await enrolled(school, alice, course.id);
  const outcome = await completeLesson(school, alice, enrollmentId, firstLesson.id);
  expect(outcome.__typename).toBe('LessonCompleteSuccess');
  expect(progress(outcome).progressPercent).toBeCloseTo((100 * (lessons[0]?.minutes ?? 0)) / requiredMinutes, 9);
  expect(progress(outcome).completedLessons).toEqual([{ id: firstLesson.id }]);
  expect((await tellings(enrollmentId)).map((event) => event.data)).toEqual([
    { enrollmentId, courseId: course.id, learnerId: alice.userId, lessonId: firstLesson.id },
  ]);
});

test('a lesson finished twice changes nothing the second time', async () => {
  const alice = newcomer();
  const enrollmentId = await enrolled(school, alice, course.id);
  const first = await completeLesson(school, alice, enrollmentId, firstLesson.id);
  expect(await completeLesson(school, alice, enrollmentId, firstLesson.id)).toEqual(first);
  expect(await tellings(enrollmentId)).toHaveLength(1);
});

test('an optional lesson is recorded and counts for nothing', async () => {
  const alice = newcomer();
  const enrollmentId = await enrolled(school, alice, course.id);
  const outcome = await completeLesson(school, alice, enrollmentId, optionalLesson.id);
  expect(progress(outcome)).toMatchObject({ progressPercent: 0, completedLessons: [{ id: optionalLesson.id }] });
});

test('all required lessons are exactly 100 percent, in teaching order, however they were done', async () => {
  const alice = newcomer();
  const enrollmentId = await enrolled(school, alice, course.id);
  const required = course.lessons.filter((lesson) => lesson.isRequired);
  for (const lesson of required.toReversed()) await completeLesson(school, alice, enrollmentId, lesson.id);
  const outcome = await completeLesson(school, alice, enrollmentId, firstLesson.id);
  expect(progress(outcome).progressPercent).toBe(100);
  expect(progress(outcome).completedLessons).toEqual(required.map(({ id }) => ({ id })));
});

test('lessons finished at the same time are all counted', async () => {
  const alice = newcomer();
  const enrollmentId = await enrolled(school, alice, course.id);
  const required = course.lessons.filter((lesson) => lesson.isRequired);
  await Promise.all([...required, ...required].map((lesson) => completeLesson(school, alice, enrollmentId, lesson.id)));
  const outcome = await completeLesson(school, alice, enrollmentId, firstLesson.id);
  expect(progress(outcome).progressPercent).toBe(100);
  expect(await tellings(enrollmentId)).toHaveLength(required.length);
});

test('two lessons in one operation: the second answer holds both', async () => {
  const alice = newcomer();
  const enrollmentId = await enrolled(school, alice, course.id);
  const answer = (lessonId: string) => `lessonComplete(input: { enrollmentId: "${enrollmentId}", lessonId: "${lessonId}" }) {
    ... on LessonCompleteSuccess { enrollment { progressPercent completedLessons { id } } } }`;
  const { data } = await school.ask(alice, `mutation { one: ${answer(firstLesson.id)} two: ${answer(secondLesson.id)} }`);
  expect(data).toMatchObject({
    one: { enrollment: { completedLessons: [{ id: firstLesson.id }] } },
    two: { enrollment: { completedLessons: [{ id: firstLesson.id }, { id: secondLesson.id }] } },
  });
});

test.each([
  ['of another course', courseOf('raices', 'huerto-educativo').lessons[0]?.id ?? ''],
  ['of another tenant', courseOf('solaris', 'instalacion-fotovoltaica').lessons[0]?.id ?? ''],
  ['that does not exist', seedId('no such lesson')],
  ['whose id is no id', 'leccion'],
])('a lesson %s is not found', async (_what, lessonId) => {
  const alice = newcomer();
  const enrollmentId = await enrolled(school, alice, course.id);
  expect(await completeLesson(school, alice, enrollmentId, lessonId)).toEqual({
    __typename: 'NotFoundError',
    code: 'NOT_FOUND',
    message: "There is no lesson in this enrolment's course.",
  });
});

test('the enrolment of another learner, of another tenant, or of nobody is not found, and stays as it was', async () => {
  const alice = newcomer();
  const enrollmentId = await enrolled(school, alice, course.id);
  const notFound = { __typename: 'NotFoundError', code: 'NOT_FOUND', message: 'There is no enrolment with this id.' };
  expect(await completeLesson(school, newcomer(), enrollmentId, firstLesson.id)).toEqual(notFound);
  expect(await completeLesson(school, people.solaris.diego, enrollmentId, firstLesson.id)).toEqual(notFound);
  expect(await completeLesson(school, alice, seedId('no such enrolment'), firstLesson.id)).toEqual(notFound);
  expect(await completeLesson(school, alice, 'inscripcion', firstLesson.id)).toEqual(notFound);
  expect(await tellings(enrollmentId)).toEqual([]);
});

test('nobody but a learner records lessons: not the instructor, not the admin, not the learner as evaluator', async () => {
  const alice = newcomer();
  const enrollmentId = await enrolled(school, alice, course.id);
  for (const who of [ivan, people.raices.carla, { ...alice, persona: 'evaluator' as const }]) {
    const { data, errors } = await school.ask(who, MUTATIONS.COMPLETE, { input: { enrollmentId, lessonId: firstLesson.id } });
    expect(data).toEqual({ lessonComplete: null });
    expect(errors.map((error) => error.code)).toEqual(['FORBIDDEN']);
  }
  expect(await tellings(enrollmentId)).toEqual([]);
});

test('an optional lesson may still be finished after the course is completed', async () => {
  const alice = newcomer();
  const enrollmentId = await readyForAssessment(school, alice, course);
  await submit(school, alice, enrollmentId, answersTo(course));
  const outcome = await completeLesson(school, alice, enrollmentId, optionalLesson.id);
  expect(progress(outcome)).toMatchObject({ status: 'COMPLETED', progressPercent: 100 });
  expect(progress(outcome).completedLessons).toHaveLength(course.lessons.length);
});

test('no lesson is finished in an enrolment that was given up, but what was done stays done', async () => {
  const alice = newcomer();
  const enrollmentId = await enrolled(school, alice, course.id);
  await completeLesson(school, alice, enrollmentId, firstLesson.id);
  await school.database.pool.begin(async (sql) => {
    await sql`select set_config('app.tenant_id', ${alice.tenantId}, true)`;
    await sql`update enrollments set status = 'CANCELLED' where id = ${enrollmentId}`;
  });
  expect(await completeLesson(school, alice, enrollmentId, secondLesson.id)).toEqual({
    __typename: 'InvalidStateError',
    code: 'INVALID_STATE',
    message: 'The enrolment is CANCELLED; this can be done while it is ACTIVE or COMPLETED.',
  });
  expect((await completeLesson(school, alice, enrollmentId, firstLesson.id)).__typename).toBe('LessonCompleteSuccess');
});
