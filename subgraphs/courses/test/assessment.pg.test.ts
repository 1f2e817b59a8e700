import { courseCompleted } from '@academy/contracts';
import { MINUTE_MS, seedId } from '@academy/kernel';
import { people, tenantIdOf } from '@academy/testing/people';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { insertedCourse } from './inserted-course.ts';
import {
  answersTo,
  completeLesson,
  courseOf,
  enrolled,
  freshKey,
  ivan,
  MUTATIONS,
  newcomer,
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

async function completions(enrollmentId: string) {
  return (await school.emitted(tenantIdOf('raices'), courseCompleted)).filter((event) => event.subject === enrollmentId);
}

describe('passing the final assessment', () => {
  test('completes the course, and tells it with every reactivo', async () => {
    const alice = newcomer();
    const enrollmentId = await readyForAssessment(school, alice, course);
    school.clock.advance(MINUTE_MS);
    const now = school.clock.now().toISOString();
    const result = { scorePercent: 100, isPassed: true, submittedAt: now };
    expect(await submit(school, alice, enrollmentId, answersTo(course))).toMatchObject({
      __typename: 'AssessmentSubmitSuccess',
      enrollment: { id: enrollmentId, status: 'COMPLETED', progressPercent: 100, completedAt: now, assessmentResult: result },
      result,
    });
    const [told, ...more] = await completions(enrollmentId);
    expect(more).toEqual([]);
    expect(told?.occurredAt).toBe(now);
    expect(told?.data).toMatchObject({
      enrollmentId,
      courseId: course.id,
      courseTitle: 'Instalación fotovoltaica',
      learnerId: alice.userId,
      instructorId: ivan.userId,
      standardCode: 'EC0586.01',
      scorePercent: 100,
      minimumScorePercent: 80,
    });
    expect(told?.data.reactivos).toHaveLength(course.assessment.items.length);
    expect(told?.data.reactivos[0]).toEqual({
      id: 'SAMPLE-EC0586.01-R1',
      criterion: 'SAMPLE-EC0586.01-C1',
      weight: 20,
      isFulfilled: true,
    });
  });

  test('at the passing score with one wrong answer tells which reactivo is not fulfilled', async () => {
    const alice = newcomer();
    const enrollmentId = await readyForAssessment(school, alice, course);
    const outcome = await submit(school, alice, enrollmentId, answersTo(course, 1));
    expect(outcome).toMatchObject({ enrollment: { status: 'COMPLETED' }, result: { scorePercent: 80, isPassed: true } });
    const [told] = await completions(enrollmentId);
    expect(told?.data.reactivos.filter((reactivo) => !reactivo.isFulfilled).map(({ id }) => id)).toEqual(['SAMPLE-EC0586.01-R1']);
  });

  test('eight times at once completes the course once; the others are told that it is completed', async () => {
    const alice = newcomer();
    const enrollmentId = await readyForAssessment(school, alice, course);
    const outcomes = await Promise.all(Array.from({ length: 8 }, () => submit(school, alice, enrollmentId, answersTo(course))));
    expect(outcomes.filter((one) => one.__typename === 'AssessmentSubmitSuccess')).toHaveLength(1);
    expect(outcomes.filter((one) => one.__typename === 'InvalidStateError')).toHaveLength(7);
    expect(await completions(enrollmentId)).toHaveLength(1);
  });

  test('eight times at once with one key completes the course once, and all get the same answer', async () => {
    const alice = newcomer();
    const enrollmentId = await readyForAssessment(school, alice, course);
    const key = freshKey();
    const outcomes = await Promise.all(
      Array.from({ length: 8 }, () => submit(school, alice, enrollmentId, answersTo(course), key)),
    );
    expect(outcomes[0]?.__typename).toBe('AssessmentSubmitSuccess');
    for (const outcome of outcomes) expect(outcome).toEqual(outcomes[0]);
    expect(await completions(enrollmentId)).toHaveLength(1);
  });

  test('ends the attempts', async () => {
    const alice = newcomer();
    const enrollmentId = await readyForAssessment(school, alice, course);
    await submit(school, alice, enrollmentId, answersTo(course));
    expect(await submit(school, alice, enrollmentId, answersTo(course, 6))).toEqual({
      __typename: 'InvalidStateError',
      code: 'INVALID_STATE',
      message: 'The enrolment is COMPLETED; this can be done while it is ACTIVE.',
    });
  });
});

describe('failing the final assessment', () => {
  test('changes nothing but the best result, and may be repeated until it is passed', async () => {
    const alice = newcomer();
    const enrollmentId = await readyForAssessment(school, alice, course);
    expect(await submit(school, alice, enrollmentId, answersTo(course, 2))).toMatchObject({
      enrollment: { status: 'ACTIVE', completedAt: null, assessmentResult: { scorePercent: 65, isPassed: false } },
      result: { scorePercent: 65, isPassed: false },
    });
    expect(await submit(school, alice, enrollmentId, answersTo(course, 6))).toMatchObject({
      enrollment: { status: 'ACTIVE', assessmentResult: { scorePercent: 65 } },
      result: { scorePercent: 0, isPassed: false },
    });
    expect(await completions(enrollmentId)).toEqual([]);
    expect(await submit(school, alice, enrollmentId, answersTo(course))).toMatchObject({ enrollment: { status: 'COMPLETED' } });
    expect(await completions(enrollmentId)).toHaveLength(1);
  });

  test('with the same key and answers is one attempt', async () => {
    const alice = newcomer();
    const enrollmentId = await readyForAssessment(school, alice, course);
    const key = freshKey();
    const first = await submit(school, alice, enrollmentId, answersTo(course, 2), key);
    expect(await submit(school, alice, enrollmentId, answersTo(course, 2), key)).toEqual(first);
    expect(await kept(enrollmentId)).toHaveLength(1);
  });

  test('with the same key and other answers is a conflict', async () => {
    const alice = newcomer();
    const enrollmentId = await readyForAssessment(school, alice, course);
    const key = freshKey();
    await submit(school, alice, enrollmentId, answersTo(course, 2), key);
    expect(await submit(school, alice, enrollmentId, answersTo(course), key)).toMatchObject({
      __typename: 'ConflictError',
      code: 'IDEMPOTENCY_CONFLICT',
    });
    expect(await completions(enrollmentId)).toEqual([]);
  });
});

test('of an attempt the outcome per reactivo is kept, and nothing of the answers', async () => {
  const alice = newcomer();
  const enrollmentId = await readyForAssessment(school, alice, course);
  await submit(school, alice, enrollmentId, answersTo(course, 1));
  const [attempt] = await kept(enrollmentId);
  expect(Object.keys(attempt ?? {}).sort()).toEqual([
    'enrollment_id',
    'id',
    'is_passed',
    'reactivos',
    'score_percent',
    'submitted_at',
    'tenant_id',
  ]);
  expect(JSON.stringify(attempt)).not.toMatch(/choice|itemId/);
});

describe('an attempt is not scored', () => {
  test('while required lessons are missing, which it names; optional ones are not', async () => {
    const alice = newcomer();
    const enrollmentId = await enrolled(school, alice, course.id);
    const required = course.lessons.filter((lesson) => lesson.isRequired);
    for (const lesson of required.slice(2)) await completeLesson(school, alice, enrollmentId, lesson.id);
    expect(await submit(school, alice, enrollmentId, answersTo(course))).toMatchObject({
      __typename: 'LessonsMissingError',
      code: 'LESSONS_MISSING',
      message: '2 required lessons are missing; complete them first.',
      missingLessons: required.slice(0, 2).map(({ id }) => ({ id, body: expect.any(String) })),
    });
    expect(await completions(enrollmentId)).toEqual([]);
  });

  const other = courseOf('raices', 'huerto-educativo').assessment.items[0]?.id ?? '';
  const answers = answersTo(course);
  const [first, second] = answers;
  if (first === undefined || second === undefined) throw new Error('Expected questions.');
  test.each([
    ['a question is left out', answers.slice(1), 'answers'],
    ['no question is answered', [], 'answers'],
    ['a question is answered with nothing', [{ ...first, choiceKeys: [] }, ...answers.slice(1)], 'answers.0.choiceKeys'],
    ['a question is answered twice', [...answers, second], `answers.${answers.length}.itemId`],
    [
      'a question is of another assessment',
      [first, { itemId: other, choiceKeys: ['a'] }, ...answers.slice(1)],
      'answers.1.itemId',
    ],
    ['an id is none', [{ itemId: "' or true", choiceKeys: ['a'] }, ...answers.slice(1)], 'answers.0.itemId'],
    ['a choice is not offered', [{ ...first, choiceKeys: ['z'] }, ...answers.slice(1)], 'answers.0.choiceKeys'],
    ['a single choice is answered with two', [{ ...first, choiceKeys: ['a', 'b'] }, ...answers.slice(1)], 'answers.0.choiceKeys'],
  ])('when %s, and no attempt is used up', async (_what, given, field) => {
    const alice = newcomer();
    const enrollmentId = await readyForAssessment(school, alice, course);
    expect(await submit(school, alice, enrollmentId, given)).toMatchObject({
      __typename: 'InvalidInputError',
      code: 'INVALID_INPUT',
      field,
    });
    expect(await kept(enrollmentId)).toEqual([]);
    expect((await submit(school, alice, enrollmentId, answers)).__typename).toBe('AssessmentSubmitSuccess');
  });

  test('when the key is too long', async () => {
    const alice = newcomer();
    const enrollmentId = await readyForAssessment(school, alice, course);
    expect(await submit(school, alice, enrollmentId, answers, 'k'.repeat(101))).toMatchObject({ field: 'idempotencyKey' });
  });

  test('when the enrolment is another learner’s, another tenant’s, or nobody’s', async () => {
    const alice = newcomer();
    const enrollmentId = await readyForAssessment(school, alice, course);
    const notFound = { __typename: 'NotFoundError', code: 'NOT_FOUND', message: 'There is no enrolment with this id.' };
    expect(await submit(school, newcomer(), enrollmentId, answers)).toEqual(notFound);
    expect(await submit(school, people.solaris.diego, enrollmentId, answers)).toEqual(notFound);
    expect(await submit(school, alice, seedId('no such enrolment'), answers)).toEqual(notFound);
    expect(await submit(school, alice, 'inscripcion', answers)).toEqual(notFound);
    expect(await completions(enrollmentId)).toEqual([]);
  });

  test('when the course has no assessment', async () => {
    const alice = newcomer();
    const courseId = await insertedCourse(school, {
      slug: 'sin-evaluacion',
      title: 'Sin evaluación',
      publishedAt: school.clock.now(),
    });
    const enrollmentId = await enrolled(school, alice, courseId);
    expect(await submit(school, alice, enrollmentId, answers)).toMatchObject({ __typename: 'NotFoundError' });
  });

  test('when it is not a learner who hands it in', async () => {
    const alice = newcomer();
    const enrollmentId = await readyForAssessment(school, alice, course);
    for (const who of [ivan, people.raices.carla, people.raices.bruno, { ...alice, persona: 'evaluator' as const }]) {
      const { data, errors } = await school.ask(who, MUTATIONS.SUBMIT, {
        input: { enrollmentId, answers, idempotencyKey: freshKey() },
      });
      expect(data).toEqual({ assessmentSubmit: null });
      expect(errors.map((error) => error.code)).toEqual(['FORBIDDEN']);
    }
    expect(await kept(enrollmentId)).toEqual([]);
  });
});

async function kept(enrollmentId: string): Promise<Record<string, unknown>[]> {
  return school.database.pool.begin(async (sql) => {
    await sql`select set_config('app.tenant_id', ${tenantIdOf('raices')}, true)`;
    return [...(await sql`select * from assessment_attempts where enrollment_id = ${enrollmentId}`)];
  });
}
