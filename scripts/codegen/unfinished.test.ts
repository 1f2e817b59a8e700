import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { unfinished } from './unfinished.ts';

const FOLDER = 'subgraphs/courses/src/schema';
const RESOLVER = `${FOLDER}/course/resolvers/Course.ts`;
const MAPPERS = `${FOLDER}/course/course.mappers.ts`;

let root: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'unfinished-'));
  write('schema/shared.graphql', 'scalar Date');
  write(
    `${FOLDER}/course/course.graphql`,
    'type Course @key(fields: "id") { id: ID! } type User @key(fields: "id", resolvable: false) { id: ID! }',
  );
  write(
    RESOLVER,
    'export const Course: CourseResolvers = {\n  __resolveReference: ({ id }, context) => context.courses.load(id),\n};\n',
  );
  write(MAPPERS, 'export type CourseMapper = { readonly id: string };\n');
});

afterEach(() => rmSync(root, { recursive: true }));

test('an island whose entities are loaded and mapped is finished; a stub of an entity that is not resolved here needs nothing', () => {
  expect(unfinished('courses', root)).toEqual([]);
});

test('a resolver that the generator left to be written is a stub', () => {
  const field = `${FOLDER}/course/resolvers/Query/course.ts`;
  write(field, 'export const course = async () => {\n  /* Implement Query.course resolver logic here */\n};\n');
  expect(unfinished('courses', root)).toEqual([`${field} is a stub`]);
});

test('a field that the row does not answer is a stub', () => {
  write(
    RESOLVER,
    '__resolveReference() {}, title: async () => { /* Course.title resolver is required because Course.title exists */ }',
  );
  expect(unfinished('courses', root)).toEqual([`${RESOLVER} is a stub`]);
});

test('an entity that is only typed to have a reference resolver has none', () => {
  write(RESOLVER, "export const Course: Pick<CourseResolvers, 'id' | '__resolveReference'> = {};\n");
  expect(unfinished('courses', root)).toEqual([
    `${FOLDER}: Course is an entity, but no resolvers/Course.ts has a __resolveReference`,
  ]);
});

test('an entity without a mapper is unfinished', () => {
  rmSync(join(root, MAPPERS));
  expect(unfinished('courses', root)).toEqual([`${FOLDER}: Course is an entity, but no *.mappers.ts exports CourseMapper`]);
});

function write(path: string, content: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), content);
}
