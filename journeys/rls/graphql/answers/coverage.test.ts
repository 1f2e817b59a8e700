import { buildSchema, parse } from 'graphql';
import { expect, test } from 'vitest';
import { answeredFields } from './coverage.ts';

const schema = buildSchema(`
  type Query { me: User, all: [User!]! }
  type Mutation { change: Result }
  union Result = User | Refusal
  type User { id: ID, friends: [User!], names: [String!] }
  type Refusal { message: String }
`);
const answered = (source: string, data: object, isMutation = false) => {
  const { fields, hasList } = answeredFields(schema, parse(source), data, isMutation);
  return { fields: [...fields].sort(), hasList };
};

test('a field counts when it has a value, under its own name', () => {
  expect(answered('{ x: me { id friends { id } } }', { x: { id: '1', friends: null } })).toEqual({
    fields: ['Query.me', 'User.id'],
    hasList: false,
  });
});

test('a list counts when something is in it', () => {
  expect(answered('{ all { id } }', { all: [] }).hasList).toBe(false);
  expect(answered('{ all { id } }', { all: [{ id: '1' }] })).toEqual({ fields: ['Query.all', 'User.id'], hasList: true });
  expect(answered('{ me { names } }', { me: { names: ['a'] } }).hasList).toBe(true);
});

test('fragments are followed, each on its type alone', () => {
  const source = 'mutation { change { __typename ... on User { ...F } ... on Refusal { message } } } fragment F on User { id }';
  expect(answered(source, { change: { __typename: 'User', id: '1' } }, true).fields).toEqual(['Mutation.change', 'User.id']);
});

test('__typename alone is nothing', () => {
  expect(answered('{ __typename }', { __typename: 'Query' }).fields).toEqual([]);
});
