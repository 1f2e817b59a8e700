import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { schemaReference } from './explorer-reference.ts';

test('the reference begins with the roots, and knows arguments, types and descriptions', () => {
  const sdl = `
    """A level."""
    enum Level { """For beginners.""" BASIC }
    union Answer = Course | Nothing
    type Nothing { id: ID! }
    """A course."""
    type Course { "Its title." title: String! }
    type Mutation { close: Boolean }
    type Query { course("Opaque." id: ID!): Course, levels: [Level!]! }
    directive @hidden on FIELD
  `;
  const reference = schemaReference(sdl);
  expect(reference.map(({ name }) => name)).toEqual(['Query', 'Mutation', 'Answer', 'Course', 'Level', 'Nothing']);
  expect(reference[0]?.entries[0]).toEqual({
    name: 'course',
    type: 'Course',
    description: '',
    args: [{ name: 'id', type: 'ID!', description: 'Opaque.' }],
  });
  expect(reference[2]).toMatchObject({ kind: 'union', entries: [{ name: 'Course' }, { name: 'Nothing' }] });
  expect(reference[3]).toMatchObject({ description: 'A course.', entries: [{ description: 'Its title.' }] });
  expect(reference[4]).toMatchObject({ kind: 'enum', entries: [{ name: 'BASIC', description: 'For beginners.' }] });
});

test('the reference of the academy has every type that clients see', async () => {
  const sdl = await readFile(new URL('../../../schema/api.graphql', import.meta.url), 'utf8');
  const defined = sdl.match(/^(?:type|interface|union|enum|input|scalar) /gm);
  expect(schemaReference(sdl)).toHaveLength(defined?.length ?? 0);
});
