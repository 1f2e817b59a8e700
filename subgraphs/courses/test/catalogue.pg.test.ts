import { encodeCursor, type Principal, seedId } from '@academy/kernel';
import { people, person, visitor } from '@academy/testing/people';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { insertedCourse } from './inserted-course.ts';
import { courseOf, enrolled, irma, ivan, newcomer, openSchool, type School } from './school.ts';

let school: School;
beforeAll(async () => {
  school = await openSchool();
});
afterAll(() => school.close());

type Page = { edges: { cursor: string; node: { id: string; title: string } }[]; pageInfo: Record<string, unknown> };

async function page(who: Principal, args: Record<string, unknown> = {}) {
  const query = `query ($filter: CourseFilter, $first: Int, $after: String) { courses(filter: $filter, first: $first, after: $after) {
    edges { cursor node { id title } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }`;
  const { data, errors } = await school.ask(who, query, args);
  return { page: data?.['courses'] as Page | null, errors };
}

async function titles(filter: Record<string, unknown>): Promise<string[]> {
  const { page: found } = await page(visitor('raices'), { filter });
  return (found?.edges ?? []).map(({ node }) => node.title);
}

const photovoltaic = courseOf('raices', 'instalacion-fotovoltaica');

describe('the catalogue', () => {
  test('is open to visitors, sorted by title without regard to accents', async () => {
    expect(await titles({})).toEqual([
      'Calentamiento solar de agua por termosifón',
      'Consultoría para organizaciones',
      'Diseño de cursos de capacitación',
      'Hortalizas en agricultura protegida',
      'Huerto educativo en la escuela',
      'Impartición de cursos presenciales',
      'Instalación fotovoltaica',
    ]);
  });

  test.each([
    ['a word without its accents', { text: 'instalacion' }, ['Instalación fotovoltaica']],
    ['a word in capitals, Ñ for ñ', { text: 'DISEÑO' }, ['Diseño de cursos de capacitación']],
    ['n for ñ', { text: 'diseno' }, ['Diseño de cursos de capacitación']],
    ['a decomposed accent', { text: 'termosifo\u0301n' }, ['Calentamiento solar de agua por termosifón']],
    [
      'words in any order, all of which must appear',
      { text: '  presenciales   impartición ' },
      ['Impartición de cursos presenciales'],
    ],
    ['words that do not appear together', { text: 'huerto fotovoltaica' }, []],
    ['a percent sign as itself', { text: '%' }, []],
    ['a standard', { standardCode: 'EC0586.01' }, ['Instalación fotovoltaica']],
    ['a standard and a level that do not meet', { standardCode: 'EC0586.01', level: 'ADVANCED' }, []],
    ['a standard that nobody teaches', { standardCode: 'EC9999' }, []],
  ])('is narrowed by %s', async (_what, filter, expected) => {
    expect(await titles(filter)).toEqual(expected);
  });

  test('is narrowed by level: the three levels together are the whole', async () => {
    const byLevel = await Promise.all(['BASIC', 'INTERMEDIATE', 'ADVANCED'].map((level) => titles({ level })));
    expect(byLevel.flat().sort()).toEqual((await titles({})).sort());
    expect(byLevel[0]).toContain('Instalación fotovoltaica');
  });

  test.each([1, 2, 3, 7])('is walked in pages of %i without a gap or a repeat', async (first) => {
    const walked: string[] = [];
    for (let after: unknown = null, isMore = true; isMore; ) {
      const { page: one } = await page(visitor('raices'), { first, after });
      if (one === null) throw new Error('Expected a page.');
      expect(one.pageInfo['hasPreviousPage']).toBe(after !== null);
      expect(one.pageInfo['endCursor']).toBe(one.edges.at(-1)?.cursor);
      walked.push(...one.edges.map(({ node }) => node.title));
      after = one.pageInfo['endCursor'];
      isMore = one.pageInfo['hasNextPage'] === true;
    }
    expect(walked).toEqual(await titles({}));
  });

  test.each([
    ['no cursor at all', { after: 'not a cursor' }],
    ['a cursor of another list', { after: encodeCursor('enrollments', ['a', photovoltaic.id]) }],
    ['a cursor with an id that is none', { after: encodeCursor('courses', ['a', "' or true --"]) }],
    ['a cursor with NUL', { after: encodeCursor('courses', ['a\0', photovoltaic.id]) }],
    ['a page that is too large', { first: 101 }],
    ['a page of nothing', { first: 0 }],
    ['a text that is too long', { filter: { text: 'a'.repeat(201) } }],
    ['a text with NUL', { filter: { text: 'a\0' } }],
    ['a standard with NUL', { filter: { standardCode: 'EC\0' } }],
  ])('refuses %s as a mistake of the client', async (_what, args) => {
    const { page: none, errors } = await page(visitor('raices'), args);
    expect(none).toBeNull();
    expect(errors.map((error) => error.code)).toEqual(['BAD_USER_INPUT']);
  });
});

describe('a course', () => {
  const whole = `query ($id: ID!) { course(id: $id) { id slug title summary level priceMxn instructor { id }
    modules { id title lessons { id title minutes isRequired } } assessment { id passingScorePercent } } }`;

  test('is shown whole to a visitor, in teaching order', async () => {
    const { data, errors } = await school.ask(visitor('raices'), whole, { id: photovoltaic.id });
    expect(errors).toEqual([]);
    const course = data?.['course'] as { modules: { lessons: { id: string }[] }[] } & Record<string, unknown>;
    expect(course).toMatchObject({
      slug: 'instalacion-fotovoltaica',
      title: 'Instalación fotovoltaica',
      level: 'BASIC',
      priceMxn: 480,
      instructor: { id: ivan.userId },
      assessment: { id: photovoltaic.assessment.id, passingScorePercent: 80 },
    });
    expect(course.modules.flatMap(({ lessons }) => lessons.map(({ id }) => id))).toEqual(
      photovoltaic.lessons.map(({ id }) => id),
    );
  });

  test.each([
    ['of another tenant', courseOf('solaris', 'instalacion-fotovoltaica').id],
    ['that does not exist', seedId('no such course')],
    ['whose id is no id', 'drop table courses'],
  ])('%s is not found, with one and the same answer', async (_what, id) => {
    const { data, errors } = await school.ask(visitor('raices'), whole, { id });
    expect(data).toEqual({ course: null });
    expect(errors).toEqual([{ message: 'There is no published course with this id.', code: 'NOT_FOUND', path: ['course'] }]);
  });

  test('that is not published is neither found nor listed', async () => {
    const id = await insertedCourse(school, { slug: 'borrador', title: 'Borrador', publishedAt: null });
    expect((await school.ask(people.raices.carla, whole, { id })).errors[0]?.code).toBe('NOT_FOUND');
    expect(await titles({ text: 'borrador' })).toEqual([]);
  });
});

describe('lesson texts and questions', () => {
  const content = `query ($id: ID!) { course(id: $id) { modules { lessons { id body } } assessment { items { id prompt isMultipleChoice choices { key text } } } } }`;

  async function read(who: Principal) {
    const { data, errors } = await school.ask(who, content, { id: photovoltaic.id });
    const course = data?.['course'] as {
      modules: { lessons: { body: string | null }[] }[];
      assessment: { items: unknown[] | null };
    };
    const bodies = course.modules.flatMap(({ lessons }) => lessons.map(({ body }) => body));
    return { bodies, items: course.assessment.items, codes: [...new Set(errors.map((error) => error.code))] };
  }

  test('are read by the enrolled learner, the instructor and the admin', async () => {
    const learner = newcomer();
    await enrolled(school, learner, photovoltaic.id);
    for (const who of [learner, ivan, people.raices.carla]) {
      const { bodies, items, codes } = await read(who);
      expect(codes).toEqual([]);
      expect(bodies).toHaveLength(photovoltaic.lessons.length);
      expect(bodies.every((body) => body !== null && body.length > 100)).toBe(true);
      expect(items).toHaveLength(photovoltaic.assessment.items.length);
    }
  });

  test.each<[string, Principal]>([
    ['a visitor', visitor('raices')],
    ['a learner who is not enrolled', people.raices.alice],
    ['an instructor of other courses', irma],
    ['an evaluator', people.raices.bruno],
    ['a centre admin', person('raices', 'celia', 'centre_admin')],
    ['an analyst', person('raices', 'ana', 'analyst')],
  ])('are null and FORBIDDEN for %s', async (_who, who) => {
    const { bodies, items, codes } = await read(who);
    expect(codes).toEqual(['FORBIDDEN']);
    expect(bodies.every((body) => body === null)).toBe(true);
    expect(items).toBeNull();
  });

  test('of one course stay closed to a learner of another', async () => {
    const learner = newcomer();
    await enrolled(school, learner, courseOf('raices', 'huerto-educativo').id);
    expect((await read(learner)).codes).toEqual(['FORBIDDEN']);
  });

  test('never tell which choice is right', async () => {
    const { data } = await school.ask(ivan, content, { id: photovoltaic.id });
    const { items } = (data as { course: { assessment: { items: { choices: object[] }[] } } }).course.assessment;
    expect(items.flatMap(({ choices }) => choices.map((choice) => Object.keys(choice).sort().join()))).toEqual(
      items.flatMap(({ choices }) => choices.map(() => 'key,text')),
    );
    expect(JSON.stringify(data)).not.toMatch(/isRight|rightChoice|right_choice|reactivo/i);
    for (const field of ['isRight', 'right', 'rightChoiceKeys', 'weight', 'reactivoId']) {
      const query = `{ course(id: "${photovoltaic.id}") { assessment { items { ${field} choices { ${field} } } } } }`;
      expect((await school.ask(people.raices.carla, query)).errors[0]?.code).toBe('GRAPHQL_VALIDATION_FAILED');
    }
  });
});
