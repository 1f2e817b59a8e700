import { expect, test } from 'vitest';
import type { Reply } from '../worlds/doors.ts';
import { createTaintCheck } from './taint.ts';

const check = createTaintCheck(new Set(['Diego Balam', 'their-id-1']), ['OF-ANOTHER']);
const reply = (data: Reply['data'], message?: string): Reply => ({
  status: 200,
  data,
  errors: message === undefined ? [] : [{ message, path: [], code: 'CONFLICT' }],
});

test('a text of another tenant is found, however deep it stands', () => {
  expect(check(reply({ a: [{ b: { displayName: 'Diego Balam' } }] }), {})).toContain('displayName: Diego Balam');
});

test('so is one that bears another’s mark, and one in a message', () => {
  expect(check(reply({ title: 'Curso OF-ANOTHER' }), {})).toContain('title');
  expect(check(reply(null, 'The key is in use by their-id-1.'), {})).toContain('a message');
});

test('so is what a cursor holds', () => {
  const cursor = Buffer.from(JSON.stringify([1, 'courses', 'their-id-1'])).toString('base64url');
  expect(check(reply({ edges: [{ cursor }] }), {})).toContain('their-id-1');
  expect(check(reply({ edges: [{ cursor: 'no cursor at all' }] }), {})).toBeUndefined();
});

test('what the asker sent herself tells her nothing', () => {
  expect(check(reply({ id: 'their-id-1' }), { v1: { userId: 'their-id-1' } })).toBeUndefined();
  expect(check(reply({ id: 'their-id-1' }), { v1: 'their-id-2' })).toContain('their-id-1');
});

test('what is nobody’s or her own is fine', () => {
  expect(check(reply({ displayName: 'Alicia Robles', list: [] }), {})).toBeUndefined();
});
