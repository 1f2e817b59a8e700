import { expect, test } from 'vitest';
import { changeInstant, reactivate, suspend } from './tenant-life.ts';

test('a tenant in use can be suspended, and a suspended one used again', () => {
  expect(suspend('ACTIVE')).toEqual({ ok: true, value: 'SUSPENDED' });
  expect(reactivate('SUSPENDED')).toEqual({ ok: true, value: 'ACTIVE' });
});

test('a tenant that is in that state already is left alone', () => {
  expect(suspend('SUSPENDED')).toMatchObject({ ok: false, error: { kind: 'InvalidState' } });
  expect(reactivate('ACTIVE')).toMatchObject({ ok: false, error: { kind: 'InvalidState' } });
});

test('a change happens now', () => {
  expect(changeInstant(new Date(5_000), new Date(1_000))).toEqual(new Date(5_000));
});

test('a change happens after the one before it, also in the same millisecond or when the clock went back', () => {
  expect(changeInstant(new Date(5_000), new Date(5_000))).toEqual(new Date(5_001));
  expect(changeInstant(new Date(4_000), new Date(5_000))).toEqual(new Date(5_001));
});
