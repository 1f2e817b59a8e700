import { courseCompleted, enrollmentStarted } from '@academy/contracts';
import { PERSONAS, type Persona, type Principal, seedId } from '@academy/kernel';
import { people, person, tenantIdOf, visitor, worker } from '@academy/testing/people';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { insertedCourse } from './inserted-course.ts';
import {
  celia,
  courseOf,
  enroll,
  enrolled,
  enrollmentIdOf,
  freshKey,
  irma,
  ivan,
  MUTATIONS,
  newcomer,
  openSchool,
  type School,
} from './school.ts';

let school: School;
beforeAll(async () => {
  school = await openSchool();
});
afterAll(() => school.close());

const garden = courseOf('raices', 'huerto-educativo');
const NOT_LEARNERS = PERSONAS.filter(
  (one): one is Exclude<Persona, 'service' | 'learner'> => one !== 'service' && one !== 'learner',
);

describe('enrolling', () => {
  test('starts an enrolment with nothing done, and tells the other islands', async () => {
    const alice = newcomer();
    const outcome = await enroll(school, alice, garden.id);
    expect(outcome).toMatchObject({
      __typename: 'CourseEnrollSuccess',
      enrollment: {
        status: 'ACTIVE',
        progressPercent: 0,
        enrolledAt: school.clock.now().toISOString(),
        completedAt: null,
        learner: { id: alice.userId },
        course: { id: garden.id, title: 'Huerto educativo en la escuela' },
        completedLessons: [],
        assessmentResult: null,
      },
    });
    const enrollmentId = enrollmentIdOf(outcome);
    const told = await school.emitted(alice.tenantId, enrollmentStarted);
    expect(told.filter((event) => event.subject === enrollmentId).map((event) => event.data)).toEqual([
      expect.objectContaining({ enrollmentId, courseId: garden.id, learnerId: alice.userId, instructorId: expect.any(String) }),
    ]);
  });

  test('with the same key and input answers the same and enrols once', async () => {
    const alice = newcomer();
    const key = freshKey();
    const first = await enroll(school, alice, garden.id, key);
    expect(await enroll(school, alice, garden.id, key)).toEqual(first);
    const told = await school.emitted(alice.tenantId, enrollmentStarted);
    expect(told.filter((event) => event.data.learnerId === alice.userId)).toHaveLength(1);
  });

  test('with the same key and another course is a conflict, and does nothing', async () => {
    const alice = newcomer();
    const key = freshKey();
    await enroll(school, alice, garden.id, key);
    const other = courseOf('raices', 'consultoria-general');
    expect(await enroll(school, alice, other.id, key)).toMatchObject({
      __typename: 'ConflictError',
      code: 'IDEMPOTENCY_CONFLICT',
    });
    expect((await enroll(school, alice, other.id)).__typename).toBe('CourseEnrollSuccess');
  });

  test('with the key of another learner is not answered with hers', async () => {
    const key = freshKey();
    const first = enrollmentIdOf(await enroll(school, newcomer(), garden.id, key));
    expect(enrollmentIdOf(await enroll(school, newcomer(), garden.id, key))).not.toBe(first);
  });

  test('a second time is refused with the enrolment that exists', async () => {
    const alice = newcomer();
    const enrollmentId = await enrolled(school, alice, garden.id);
    expect(await enroll(school, alice, garden.id)).toEqual({
      __typename: 'AlreadyEnrolledError',
      code: 'ALREADY_ENROLLED',
      message: `You have been enrolled in this course since ${school.clock.now().toISOString()}.`,
      enrollment: { id: enrollmentId, status: 'ACTIVE' },
    });
  });

  test('five times at once enrols once, and the others learn of that one', async () => {
    const alice = newcomer();
    const outcomes = await Promise.all(Array.from({ length: 5 }, () => enroll(school, alice, garden.id)));
    expect(outcomes.filter((one) => one.__typename === 'CourseEnrollSuccess')).toHaveLength(1);
    expect(outcomes.filter((one) => one.__typename === 'AlreadyEnrolledError')).toHaveLength(4);
    expect(new Set(outcomes.map(enrollmentIdOf)).size).toBe(1);
  });

  test('again is possible after giving up', async () => {
    const alice = newcomer();
    const first = await enrolled(school, alice, garden.id);
    await giveUp(first);
    expect(enrollmentIdOf(await enroll(school, alice, garden.id))).not.toBe(first);
  });

  test.each([
    ['of another tenant', courseOf('solaris', 'huerto-educativo').id],
    ['that does not exist', seedId('no such course')],
    ['whose id is no id', 'huerto'],
  ])('in a course %s is not found', async (_what, courseId) => {
    expect(await enroll(school, newcomer(), courseId)).toEqual({
      __typename: 'NotFoundError',
      code: 'NOT_FOUND',
      message: 'There is no course with this id.',
    });
  });

  test('in a course that is not published is not found', async () => {
    const draft = await insertedCourse(school, { slug: 'borrador', title: 'Borrador', publishedAt: null });
    expect((await enroll(school, newcomer(), draft)).__typename).toBe('NotFoundError');
  });

  test.each([
    ['no characters', ''],
    ['101 characters', 'k'.repeat(101)],
  ])('with a key of %s is invalid input', async (_what, key) => {
    expect(await enroll(school, newcomer(), garden.id, key)).toMatchObject({
      __typename: 'InvalidInputError',
      code: 'INVALID_INPUT',
      field: 'idempotencyKey',
    });
  });

  test.each<[string, Principal]>([
    ['a visitor', visitor('raices')],
    ['a process', worker('raices', 'certification-worker', ['progress.read'])],
    ...NOT_LEARNERS.map((persona): [string, Principal] => [persona, person('raices', 'otro', persona)]),
  ])('is forbidden for %s, and enrols nobody', async (_who, who) => {
    const { data, errors } = await school.ask(who, MUTATIONS.ENROLL, {
      input: { courseId: garden.id, idempotencyKey: freshKey() },
    });
    expect(data).toEqual({ courseEnroll: null });
    expect(errors.map((error) => error.code)).toEqual(['FORBIDDEN']);
    const told = await school.emitted(tenantIdOf('raices'), enrollmentStarted);
    expect(told.filter((event) => event.data.learnerId === person('raices', 'otro', 'learner').userId)).toEqual([]);
  });
});

describe('an enrolment', () => {
  const read = `query ($id: ID!) { enrollment(id: $id) { id status learner { id } assessmentResult { scorePercent } } }`;
  const hidden = [{ message: 'There is no enrolment with this id that you may see.', code: 'NOT_FOUND', path: ['enrollment'] }];

  test('is seen by its learner, the course’s instructor, centre admins, admins, and processes that may read progress', async () => {
    const alice = newcomer();
    const id = await enrolled(school, alice, garden.id);
    for (const who of [alice, ivan, celia, people.raices.carla, worker('raices', 'certification-worker', ['progress.read'])]) {
      const { data, errors } = await school.ask(who, read, { id });
      expect(errors).toEqual([]);
      expect(data).toEqual({ enrollment: { id, status: 'ACTIVE', learner: { id: alice.userId }, assessmentResult: null } });
    }
  });

  test('does not exist for anybody else, whatever the persona', async () => {
    const id = await enrolled(school, newcomer(), garden.id);
    const others = NOT_LEARNERS.filter((persona) => persona !== 'centre_admin' && persona !== 'admin');
    for (const who of [newcomer(), irma, ...others.map((persona) => person('raices', 'otro', persona))]) {
      const { data, errors } = await school.ask(who, read, { id });
      expect(data).toEqual({ enrollment: null });
      expect(errors).toEqual(hidden);
    }
  });

  test('does not exist for an evaluator, her own included', async () => {
    const alice = newcomer();
    const id = await enrolled(school, alice, garden.id);
    const { data, errors } = await school.ask({ ...alice, persona: 'evaluator' }, read, { id });
    expect(data).toEqual({ enrollment: null });
    expect(errors).toEqual(hidden);
  });

  test('does not exist for the other tenant, not even for the same person’s id', async () => {
    const alice = newcomer();
    const id = await enrolled(school, alice, garden.id);
    for (const who of [people.solaris.fabian, { ...alice, tenantId: tenantIdOf('solaris') }]) {
      expect((await school.ask(who, read, { id })).errors).toEqual(hidden);
    }
  });

  test('is closed to visitors and to processes without the scope', async () => {
    const id = await enrolled(school, newcomer(), garden.id);
    for (const who of [visitor('raices'), worker('raices', 'users-worker', ['users.read'])]) {
      expect((await school.ask(who, read, { id })).errors.map((error) => error.code)).toEqual(['FORBIDDEN']);
    }
  });

  test('whose id is no id is not found', async () => {
    expect((await school.ask(newcomer(), read, { id: "1' or '1'='1" })).errors).toEqual(hidden);
  });
});

test('nothing of this was told as a completion', async () => {
  expect(await school.emitted(tenantIdOf('raices'), courseCompleted)).toEqual([]);
});

async function giveUp(enrollmentId: string): Promise<void> {
  await school.database.pool.begin(async (sql) => {
    await sql`select set_config('app.tenant_id', ${tenantIdOf('raices')}, true)`;
    const changed = await sql`update enrollments set status = 'CANCELLED' where id = ${enrollmentId}`;
    expect(changed.count).toBe(1);
  });
}
