import { describe, expect, test } from 'vitest';
import type { Reply } from '../worlds/doors.ts';
import { differenceOf } from './compare.ts';

const KNOWN = '9f585e6a-ba40-58b6-a2d5-dd8489596555';
const [NEW_ONE, NEW_OTHER] = ['0198a2f4-0000-7000-8000-000000000001', '0198a2f4-0000-7000-8000-000000000002'];
const reply = (data: Reply['data'], errors: Reply['errors'] = [], status = 200): Reply => ({ status, data, errors });
const error = (code: string, path: string, message = 'No.') => ({ code, path: path.split('.'), message });
const query = (one: Reply, other: Reply) => differenceOf(one, other, false, () => false);
const mutation = (one: Reply, other: Reply) => differenceOf(one, other, true, (id) => id === KNOWN);

describe('two answers to a query', () => {
  test('are equal when they say the same, in whichever order errors came', () => {
    const [a, b] = [error('NOT_FOUND', 'a'), error('FORBIDDEN', 'b')];
    expect(query(reply({ x: [1] }, [a, b]), reply({ x: [1] }, [b, a]))).toBeUndefined();
  });

  test.each([
    ['a value', reply({ me: { id: 'a' } }), reply({ me: { id: 'b' } }), 'data.me.id'],
    ['one more in a list', reply({ all: [1, 2] }), reply({ all: [1] }), 'data.all.1'],
    ['the order of a list', reply({ all: [1, 2] }), reply({ all: [2, 1] }), 'data.all.0'],
    ['data or none', reply({ me: {} }), reply(null), 'data'],
    ['a code', reply(null, [error('FORBIDDEN', 'me')]), reply(null, [error('NOT_FOUND', 'me')]), 'FORBIDDEN'],
    ['the place of an error', reply(null, [error('FORBIDDEN', 'a')]), reply(null, [error('FORBIDDEN', 'b')]), 'FORBIDDEN a'],
    ['the words of an error', reply(null, [error('X', 'a', 'Yes')]), reply(null, [error('X', 'a', 'No')]), 'Yes'],
    ['the status', reply(null, [], 401), reply(null, []), 'status 401'],
  ])('differ by %s', (_what, one, other, told) => {
    expect(query(one, other)).toContain(told);
  });

  test('differ by an id that was drawn: a query draws none', () => {
    expect(query(reply({ id: NEW_ONE }), reply({ id: NEW_OTHER }))).toContain('data.id');
  });
});

describe('two answers to a mutation', () => {
  test('are equal when they differ by new ids and by secrets alone', () => {
    const one = reply({ made: { id: NEW_ONE, again: NEW_ONE, secret: 'a' } });
    expect(mutation(one, reply({ made: { id: NEW_OTHER, again: NEW_OTHER, secret: 'b' } }))).toBeUndefined();
  });

  test('differ by an id that was there before, and by one new thing where there were two', () => {
    expect(mutation(reply({ id: KNOWN }), reply({ id: NEW_ONE }))).toContain('data.id');
    expect(mutation(reply({ a: NEW_ONE, b: NEW_ONE }), reply({ a: NEW_ONE, b: NEW_OTHER }))).toContain('data.b');
  });

  test('differ by a secret that only one tells', () => {
    expect(mutation(reply({ secret: 'a' }), reply({ secret: null }))).toContain('data.secret');
  });
});
