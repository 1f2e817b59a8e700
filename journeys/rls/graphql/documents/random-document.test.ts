import { readFileSync } from 'node:fs';
import { buildGuardedSchema } from '@academy/platform/subgraph';
import { buildSchema, type GraphQLSchema, isUnionType, parse, validate } from 'graphql';
import { expect, test } from 'vitest';
import { createRandom } from '../../../faults/random.ts';
import { islandDefinitions } from '../../../permissions/definitions.ts';
import { DocumentWriter } from './random-document.ts';
import type { RandomDocument } from './slot.ts';

const api = buildSchema(readFileSync(new URL('../../../../schema/api.graphql', import.meta.url), 'utf8'));
const DOCUMENTS = 150;

const writer = (seed: number, schema: GraphQLSchema = api) => new DocumentWriter(createRandom(seed), schema);
const rootsOf = (schema: GraphQLSchema) =>
  Object.keys(schema.getQueryType()?.getFields() ?? {}).filter((name) => !name.startsWith('_'));
const entitiesOf = (schema: GraphQLSchema) => {
  const type = schema.getType('_Entity');
  return isUnionType(type) ? type.getTypes().map(({ name }) => name) : [];
};
function mistakes(schema: GraphQLSchema, documents: readonly RandomDocument[]): string[] {
  return documents.flatMap(({ source }) => validate(schema, parse(source)).map(({ message }) => `${message}\n${source}`));
}

test('every query and every mutation is valid under the schema that clients see', () => {
  const mutations = Object.keys(api.getMutationType()?.getFields() ?? {});
  const documents = Array.from({ length: DOCUMENTS }, (_, seed) => [
    writer(seed).operation('query', rootsOf(api).slice(seed % 5, (seed % 5) + 3)),
    writer(seed).operation('mutation', [mutations[seed % mutations.length] ?? '']),
  ]).flat();
  expect(mistakes(api, documents)).toEqual([]);
});

test.each(Object.values(islandDefinitions()))(
  'what is asked of the island $name, by its roots and by _entities, is valid there',
  (definition) => {
    const schema = buildGuardedSchema(definition);
    const [roots, types] = [rootsOf(schema), entitiesOf(schema)];
    const documents = Array.from({ length: DOCUMENTS }, (_, seed) =>
      seed % 2 === 0 && types.length > 0 ? writer(seed, schema).entities(types) : writer(seed, schema).operation('query', roots),
    );
    expect(mistakes(schema, documents)).toEqual([]);
  },
);

test('the same numbers write the same document, and others another', () => {
  const write = (seed: number) => writer(seed).operation('query', ['me', 'courses']).source;
  expect(write(7)).toBe(write(7));
  expect(new Set(Array.from({ length: 20 }, (_, seed) => write(seed))).size).toBeGreaterThan(15);
});

test('all that a document can be written with is written: fragments, aliases, conditions, cursors', () => {
  const all = Array.from(
    { length: DOCUMENTS },
    (_, seed) => writer(seed).operation('query', ['me', 'certifications', 'course']).source,
  ).join('\n');
  for (const part of ['fragment F1 on', '... on ', 'a1: ', '@include(if: $', 'after: $', 'filter: $', 'pageInfo {'])
    expect(all).toContain(part);
});

test('each argument is a variable that knows where it stands', () => {
  const { slots, source } = writer(3).operation('query', ['course']);
  expect(slots[0]).toMatchObject({ name: 'v1', place: { of: 'Query.course', name: 'id', target: 'Course' } });
  expect(source).toContain('course(id: $v1)');
});
