import { expect, test } from 'vitest';
import { compare } from './compare.ts';

const answer = (data: unknown, ...paths: (string | number)[][]) => ({
  data,
  errors: paths.map((path) => ({ message: 'failed', path })),
});

test('equal answers are equal, whatever the words of their errors', () => {
  expect(compare({ data: { a: null }, errors: [{ message: 'x', path: ['a'] }] }, answer({ a: null }, ['a']))).toBeUndefined();
});

test.each([
  ['another value', answer({ a: 1 }), answer({ a: 2 }), 'data'],
  ['a key more', answer({ a: 1, b: 1 }), answer({ a: 1 }), 'data'],
  ['another order of keys', answer({ b: 1, a: 1 }), answer({ a: 1, b: 1 }), 'order'],
  ['null for an error, untold', answer({ a: null }), answer({ a: null }, ['a']), 'silent null'],
  ['an error for a null that is none', answer({ a: null }, ['a']), answer({ a: null }), 'error without place'],
  ['an error of what was not asked', answer({ a: {} }, ['a', 'b']), answer({ a: {} }), 'error without place'],
  ['an error of an object that has everything', answer({ a: { b: 1 } }, ['a']), answer({ a: { b: 1 } }), 'error without place'],
])('%s is seen', (_, actual, expected, kind) => {
  expect(compare(actual, expected)?.kind).toBe(kind);
});

test('no answer is seen', () => {
  expect(compare({ data: undefined, errors: [] }, answer({}))?.kind).toBe('refused');
});

test('several errors below one null count once', () => {
  expect(compare(answer({ a: null }, ['a', 'b'], ['a', 'c']), answer({ a: null }, ['a', 'c', 0]))).toBeUndefined();
});

test('an error of an entity tells of the fields that it lacks', () => {
  const expected = answer({ a: { b: null, c: null } }, ['a', 'b'], ['a', 'c']);
  expect(compare(answer({ a: { b: null, c: null } }, ['a']), expected)).toBeUndefined();
});

test('of an entity that is lost at many places ten errors tell', () => {
  const data = { list: Array.from({ length: 12 }, () => ({ a: null })) };
  const places = data.list.map((_, index) => ['list', index, 'a']);
  expect(compare(answer(data, ...places.slice(0, 10)), answer(data, ...places))).toBeUndefined();
  expect(compare(answer(data, ...places.slice(0, 9)), answer(data, ...places))?.kind).toBe('silent null');
});
