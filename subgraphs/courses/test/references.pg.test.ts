import { encodeCursor, HOUR_MS, type Principal, seedId, type UserPrincipal } from '@academy/kernel';
import { people, person, tenantIdOf, visitor, worker } from '@academy/testing/people';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { seededCourses } from '../src/seed.ts';
import { insertedCourse } from './inserted-course.ts';
import {
  answersTo,
  celia,
  courseOf,
  enrolled,
  graduate,
  graduation,
  irma,
  ivan,
  newcomer,
  openSchool,
  readyForAssessment,
  type School,
  submit,
} from './school.ts';
import { countStatements } from './statements.ts';

let school: School;
beforeAll(async () => {
  school = await openSchool();
});
afterAll(() => school.close());

const garden = courseOf('raices', 'huerto-educativo');

/** What this island answers when the gateway refers to its entities by key. */
async function entities(who: Principal, representations: readonly Record<string, unknown>[], fields: string) {
  const query = `query ($representations: [_Any!]!) { _entities(representations: $representations) { ${fields} } }`;
  const { data, errors } = await school.ask(who, query, { representations });
  return { found: data?.['_entities'] as (Record<string, unknown> | null)[], errors };
}

describe('a reference to a course', () => {
  test('finds published courses of the tenant for everybody, and nothing else', async () => {
    const draft = await insertedCourse(school, { slug: 'borrador', title: 'Borrador', publishedAt: null });
    const ids = [garden.id, courseOf('solaris', 'huerto-educativo').id, draft, seedId('no such course'), 'huerto'];
    const representations = ids.map((id) => ({ __typename: 'Course', id, title: 'Otro título', instructorId: irma.userId }));
    const { found, errors } = await entities(
      visitor('raices'),
      representations,
      '__typename ... on Course { id title instructor { id } }',
    );
    expect(errors).toEqual([]);
    expect(found).toEqual([
      { __typename: 'Course', id: garden.id, title: 'Huerto educativo en la escuela', instructor: { id: ivan.userId } },
      null,
      null,
      null,
      null,
    ]);
  });
});

describe('a reference to an enrolment', () => {
  const fields = '__typename ... on Enrollment { id learner { id } assessmentResult { scorePercent } }';

  test('finds it for those who may see it', async () => {
    for (const who of [graduate, ivan, celia, people.raices.carla, worker('raices', 'certification-worker', ['progress.read'])]) {
      const { found } = await entities(who, [{ __typename: 'Enrollment', id: graduation.enrollmentId }], fields);
      const shown = { id: graduation.enrollmentId, learner: { id: graduate.userId }, assessmentResult: { scorePercent: 85 } };
      expect(found).toEqual([{ __typename: 'Enrollment', ...shown }]);
    }
  });

  test.each<[string, Principal]>([
    ['a visitor', visitor('raices')],
    ['another learner', people.raices.alice],
    ['an evaluator', people.raices.bruno],
    ['the learner as evaluator', { ...graduate, persona: 'evaluator' }],
    ['an instructor of other courses', irma],
    ['a process without the scope', worker('raices', 'users-worker', ['users.read'])],
    ['an admin of another tenant', people.solaris.fabian],
  ])('finds nothing for %s, not even that it exists', async (_who, who) => {
    const { found } = await entities(who, [{ __typename: 'Enrollment', id: graduation.enrollmentId }], '__typename');
    expect(found).toEqual([null]);
  });

  test('does not believe what else the reference says', async () => {
    const { alice } = people.raices;
    const forged = { __typename: 'Enrollment', id: graduation.enrollmentId, learnerId: alice.userId, instructorId: alice.userId };
    expect((await entities(alice, [forged], fields)).found).toEqual([null]);
  });
});

describe('the enrolments of a person', () => {
  const fields = `... on User { id enrollments(first: 100) { edges { node { id course { title } } } } }`;
  const reference = (who: UserPrincipal) => ({ __typename: 'User', id: who.userId });

  test('are shown to her, to centre admins and to admins', async () => {
    const alice = newcomer();
    const id = await enrolled(school, alice, garden.id);
    for (const who of [alice, celia, people.raices.carla]) {
      const { found, errors } = await entities(who, [reference(alice)], fields);
      expect(errors).toEqual([]);
      expect(found).toEqual([
        { id: alice.userId, enrollments: { edges: [{ node: { id, course: { title: 'Huerto educativo en la escuela' } } }] } },
      ]);
    }
  });

  test('are null and FORBIDDEN for everybody else', async () => {
    const others = [
      visitor('raices'),
      people.raices.alice,
      people.raices.bruno,
      ivan,
      { ...graduate, persona: 'evaluator' as const },
    ];
    for (const who of [...others, person('raices', 'ana', 'analyst'), worker('raices', 'users-worker', ['progress.read'])]) {
      const { found, errors } = await entities(who, [reference(graduate)], fields);
      expect(found).toEqual([{ id: graduate.userId, enrollments: null }]);
      expect(errors.map((error) => error.code)).toEqual(['FORBIDDEN']);
    }
  });

  test('stay in the tenant: another one’s admin finds none', async () => {
    const { found } = await entities(people.solaris.fabian, [reference(graduate)], fields);
    expect(found).toEqual([{ id: graduate.userId, enrollments: { edges: [] } }]);
  });

  test('of an id that is none are not looked for', async () => {
    expect((await entities(people.raices.carla, [{ __typename: 'User', id: 'alice' }], '__typename')).found).toEqual([null]);
  });

  test('are walked newest first, without a gap or a repeat, also where several began at the same instant', async () => {
    const alice = newcomer();
    const ids: string[] = [];
    for (const [i, course] of seededCourses('raices').entries()) {
      if (i % 2 === 0) school.clock.advance(HOUR_MS);
      ids.push(await enrolled(school, alice, course.id));
    }
    const walked: { id: string; enrolledAt: string }[] = [];
    const query = `query ($representations: [_Any!]!, $after: String) { _entities(representations: $representations) {
      ... on User { enrollments(first: 2, after: $after) { edges { node { id enrolledAt } } pageInfo { hasNextPage endCursor } } } } }`;
    for (let after: string | null = null, isMore = true; isMore; ) {
      const { data } = await school.ask(alice, query, { representations: [reference(alice)], after });
      const { _entities } = data as {
        _entities: {
          enrollments: {
            edges: { node: { id: string; enrolledAt: string } }[];
            pageInfo: { hasNextPage: boolean; endCursor: string };
          };
        }[];
      };
      const [one] = _entities;
      if (one === undefined) throw new Error('Expected a page.');
      walked.push(...one.enrollments.edges.map(({ node }) => node));
      after = one.enrollments.pageInfo.endCursor;
      isMore = one.enrollments.pageInfo.hasNextPage;
    }
    expect(walked.map(({ id }) => id).sort()).toEqual(ids.sort());
    expect(walked.map(({ enrolledAt }) => enrolledAt)).toEqual(
      walked
        .map(({ enrolledAt }) => enrolledAt)
        .sort()
        .reverse(),
    );
  });

  test.each([
    ['an instant that is none', encodeCursor('enrollments', ['infinity', garden.id])],
    ['an id that is none', encodeCursor('enrollments', ['2026-03-02T16:00:00.000Z', 'huerto'])],
    ['the key of another list', encodeCursor('courses', ['2026-03-02T16:00:00.000Z', garden.id])],
  ])('refuse a cursor with %s', async (_what, after) => {
    const alice = newcomer();
    const { errors } = await entities(
      alice,
      [reference(alice)],
      `... on User { enrollments(after: "${after}") { edges { cursor } } }`,
    );
    expect(errors.map((error) => error.code)).toEqual(['BAD_USER_INPUT']);
  });
});

describe('statements', () => {
  /** Opening the transaction sets the tenant by a statement of the platform's own, which is not counted. */
  async function statementsFor(who: Principal, query: string, variables: Record<string, unknown> = {}): Promise<number> {
    return countStatements(school.database, async () => {
      const { errors } = await school.ask(who, query, variables);
      expect(errors).toEqual([]);
    });
  }

  test('of a page of courses, with all that is below them, are one per type whatever the size of the page', async () => {
    const query = `query ($first: Int) { courses(first: $first) { edges { node { id instructor { id }
      modules { id lessons { id title body } } assessment { id items { id choices { key } } } } } } }`;
    // courses, modules, lessons, where the viewer stands, texts, assessments, questions
    for (const first of [1, 3, 7]) expect(await statementsFor(people.raices.carla, query, { first })).toBe(7);
  });

  test('of the enrolments of many people are one per type whatever their number', async () => {
    const learners: UserPrincipal[] = [];
    for (let i = 0; i < 4; i += 1) {
      const learner = newcomer();
      const enrollmentId = await readyForAssessment(school, learner, garden);
      await submit(school, learner, enrollmentId, answersTo(garden));
      await enrolled(school, learner, courseOf('raices', 'consultoria-general').id);
      learners.push(learner);
    }
    const query = `query ($representations: [_Any!]!) { _entities(representations: $representations) { ... on User { id
      enrollments(first: 10) { edges { node { id learner { id } course { title } completedLessons { id } assessmentResult { scorePercent } } } } } } }`;
    const figure = (count: number) =>
      statementsFor(people.raices.carla, query, {
        representations: learners.slice(0, count).map((learner) => ({ __typename: 'User', id: learner.userId })),
      });
    // enrolments (a query over a subquery), courses, completed lessons, best attempts
    expect(await figure(1)).toBe(5);
    expect(await figure(4)).toBe(5);
  });

  test('of references to many enrolments are one', async () => {
    const ids = await Promise.all(Array.from({ length: 4 }, () => enrolled(school, newcomer(), garden.id)));
    const query = `query ($representations: [_Any!]!) { _entities(representations: $representations) { ... on Enrollment { id status } } }`;
    const representations = ids.map((id) => ({ __typename: 'Enrollment', id }));
    expect(await statementsFor(people.raices.carla, query, { representations })).toBe(1);
  });
});

test('the same person under another tenant has nothing here', async () => {
  const stranger = { ...graduate, tenantId: tenantIdOf('solaris') };
  const { found } = await entities(
    stranger,
    [{ __typename: 'User', id: graduate.userId }],
    '... on User { enrollments { edges { cursor } } }',
  );
  expect(found).toEqual([{ enrollments: { edges: [] } }]);
});
