import { describe, expect, test } from 'vitest';
import { mayClose, mayPlace, parseCentreCode, parseCentreName } from './centre.ts';

describe('a centre’s code', () => {
  test.each([
    ['CE1399-OC063-18', 'CE1399-OC063-18'],
    ['  ce0001-ece213-15 ', 'CE0001-ECE213-15'],
    ['CE0001-OC0046-26', 'CE0001-OC0046-26'],
  ])('%j is %s', (text, code) => {
    expect(parseCentreCode(text)).toEqual({ ok: true, value: code });
  });

  test.each([
    '',
    'OC0046',
    'ECE213-15',
    'CE1399-OC063',
    'CE139-OC063-18',
    'CE1399-XX063-18',
    'CE1399-OC063-18\n1',
    'CE1399-OC06-18',
  ])('%j is none', (text) => {
    expect(parseCentreCode(text)).toMatchObject({ ok: false, error: { kind: 'InvalidInput', field: 'code' } });
  });
});

test('a name is 3 to 120 characters long, without space around it', () => {
  expect(parseCentreName('  Centro Cholula ')).toEqual({ ok: true, value: 'Centro Cholula' });
  for (const text of ['ab', ' '.repeat(9), 'x'.repeat(121), 'Centro\u0000Cholula'])
    expect(parseCentreName(text)).toMatchObject({ ok: false, error: { field: 'name' } });
});

test('nobody places herself, and nobody is placed in a closed centre', () => {
  expect(mayPlace({ isOneself: false, isCentreActive: true }).ok).toBe(true);
  expect(mayPlace({ isOneself: true, isCentreActive: true }).ok).toBe(false);
  expect(mayPlace({ isOneself: false, isCentreActive: false }).ok).toBe(false);
});

test('a centre is closed once, and only when nobody stands in it', () => {
  expect(mayClose({ isActive: true, people: 0 }).ok).toBe(true);
  expect(mayClose({ isActive: false, people: 0 }).ok).toBe(false);
  expect(mayClose({ isActive: true, people: 3 })).toMatchObject({ error: { message: expect.stringContaining('3 people') } });
});
