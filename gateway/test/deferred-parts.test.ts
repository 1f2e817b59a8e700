import { GraphQLError } from 'graphql';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { federate } from './federated.ts';

/** Turned by tests: how long people are asked for, and whether their names fail. */
const people = { delayMs: 0, isFailing: false };
const pause = (ms: number) => new Promise<void>((resolve) => void setTimeout(resolve, ms));

const courses = [
  { id: 'c1', title: 'Huerto', teacher: { id: 'p1' } },
  { id: 'c2', title: 'Calentador solar', teacher: { id: 'p2' } },
  { id: 'c3', title: 'Composta', teacher: { id: 'p1' } },
];

const graph = federate({
  courses: {
    sdl: `type Query { courses: [Course!]! course(id: ID!): Course anything: [Thing!]! }
      interface Thing { id: ID! }
      type Course implements Thing @key(fields: "id") { id: ID! title: String teacher: Person level(of: String = "BASIC"): String }
      type Person @key(fields: "id", resolvable: false) { id: ID! }`,
    resolvers: {
      Query: {
        courses: () => courses,
        course: (_: unknown, { id }: { id: string }) => courses.find((course) => course.id === id) ?? null,
        anything: () => courses.map((course) => ({ __typename: 'Course', ...course })),
      },
      Course: {
        __resolveReference: ({ id }: { id: string }) => courses.find((course) => course.id === id) ?? null,
        level: (_: unknown, { of }: { of: string }) => of,
      },
    },
  },
  people: {
    sdl: `type Person @key(fields: "id") { id: ID! name: String! city: String }`,
    resolvers: {
      Person: {
        __resolveReference: async ({ id }: { id: string }) => {
          await pause(people.delayMs);
          return { id, city: `city of ${id}` };
        },
        name: ({ id }: { id: string }) => {
          if (people.isFailing) throw new GraphQLError('no names today', { extensions: { code: 'UNAVAILABLE' } });
          return `name of ${id}`;
        },
      },
    },
  },
});

beforeEach(() => Object.assign(people, { delayMs: 0, isFailing: false }));
afterAll(() => graph.stop());

describe('what is deferred', () => {
  test('comes after the rest, under its label and path', async () => {
    people.delayMs = 50;
    const { first, later } = await graph.askInParts(
      '{ course(id: "c1") { title ... @defer(label: "teacher") { teacher { name } } } }',
    );
    expect(first).toEqual({ data: { course: { title: 'Huerto' } } });
    expect(later.flat()).toEqual([{ label: 'teacher', path: ['course'], data: { teacher: { name: 'name of p1' } }, errors: [] }]);
  });

  test('is a part for each object of a list, and of each the fields that it has', async () => {
    const { first, later } = await graph.askInParts(
      '{ courses { id ...Late @defer } } fragment Late on Course { teacher { id name } level }',
    );
    expect(first.data).toEqual({ courses: [{ id: 'c1' }, { id: 'c2' }, { id: 'c3' }] });
    expect(later.flat().map(({ path, data, label }) => ({ path, data, label }))).toEqual([
      { label: undefined, path: ['courses', 0], data: { teacher: { id: 'p1', name: 'name of p1' }, level: 'BASIC' } },
      { label: undefined, path: ['courses', 1], data: { teacher: { id: 'p2', name: 'name of p2' }, level: 'BASIC' } },
      { label: undefined, path: ['courses', 2], data: { teacher: { id: 'p1', name: 'name of p1' }, level: 'BASIC' } },
    ]);
  });

  test('of one fragment in two places is two parts, told apart by their paths', async () => {
    const { later } = await graph.askInParts(
      `{ a: course(id: "c1") { ...Late @defer } b: course(id: "c2") { ...Late @defer } }
       fragment Late on Course { teacher { name } }`,
    );
    const parts = later.flat().map(({ path, data }) => [path[0], data]);
    expect(Object.fromEntries(parts)).toEqual({
      a: { teacher: { name: 'name of p1' } },
      b: { teacher: { name: 'name of p2' } },
    });
  });

  test('inside of what is deferred comes after it', async () => {
    const { later } = await graph.askInParts(
      `{ course(id: "c1") { id ... @defer(label: "outer") { title ... @defer(label: "inner") { teacher { name ... @defer(label: "innermost") { city } } } } } }`,
    );
    expect(later.flat().map(({ label, path, data }) => [label, path, data])).toEqual([
      ['outer', ['course'], { title: 'Huerto' }],
      ['inner', ['course'], { teacher: { name: 'name of p1' } }],
      ['innermost', ['course', 'teacher'], { city: 'city of p1' }],
    ]);
  });

  test('under a condition that does not hold comes at once', async () => {
    const query = `query ($late: Boolean!) { course(id: "c1") { title ... @defer(if: $late) { teacher { name } } ... @defer(if: false) { id } } }`;
    const now = await graph.askInParts(query, { late: false });
    expect(now).toEqual({
      first: { data: { course: { title: 'Huerto', teacher: { name: 'name of p1' }, id: 'c1' } } },
      later: [],
    });
    const late = await graph.askInParts(query, { late: true });
    expect(late.first.data).toEqual({ course: { title: 'Huerto', id: 'c1' } });
    expect(late.later.flat()).toMatchObject([{ path: ['course'], data: { teacher: { name: 'name of p1' } } }]);
  });

  test('of a type that an object is not of is no part', async () => {
    const { first, later } = await graph.askInParts('{ anything { id ... on Course @defer { title } } }');
    expect(first.data).toEqual({ anything: [{ id: 'c1' }, { id: 'c2' }, { id: 'c3' }] });
    expect(later.flat().map(({ data }) => data)).toEqual([
      { title: 'Huerto' },
      { title: 'Calentador solar' },
      { title: 'Composta' },
    ]);
  });

  test('keeps its names where they collide with what the plan adds', async () => {
    const { first, later } = await graph.askInParts(
      '{ course(id: "c1") { id: title ... @defer { title: level(of: "HIGH") teacher { id: name } } } }',
    );
    expect(first.data).toEqual({ course: { id: 'Huerto' } });
    expect(later.flat()).toMatchObject([{ path: ['course'], data: { title: 'HIGH', teacher: { id: 'name of p1' } } }]);
  });

  test('and fails bears its errors, and the rest stands', async () => {
    people.isFailing = true;
    const { first, later } = await graph.askInParts('{ course(id: "c1") { title ... @defer { teacher { name } } } }');
    expect(first).toEqual({ data: { course: { title: 'Huerto' } } });
    expect(later.flat()).toEqual([
      {
        label: undefined,
        path: ['course'],
        data: { teacher: null },
        errors: [expect.objectContaining({ path: ['course', 'teacher', 'name'], message: 'no names today' })],
      },
    ]);
  });

  test('of an object that there is not is nothing', async () => {
    const { first, later } = await graph.askInParts('{ course(id: "none") { title ... @defer { teacher { name } } } }');
    expect(first.data).toEqual({ course: null });
    expect(later.flat()).toEqual([]);
  });

  test('comes at once for a client that takes no parts', async () => {
    const { data, errors } = await graph.ask('{ course(id: "c1") { title ... @defer(label: "teacher") { teacher { name } } } }');
    expect(errors).toBeUndefined();
    expect(data).toEqual({ course: { title: 'Huerto', teacher: { name: 'name of p1' } } });
  });
});
