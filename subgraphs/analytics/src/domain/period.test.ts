import { expect, test } from 'vitest';
import { periodOf } from './period.ts';

test('a period takes in its last day to the end, in UTC', () => {
  expect(periodOf({ from: '2026-02-01', to: '2026-02-28' })).toEqual({
    ok: true,
    value: { from: new Date('2026-02-01T00:00:00.000Z'), until: new Date('2026-03-01T00:00:00.000Z') },
  });
});

test('one day is a period', () => {
  expect(periodOf({ from: '2024-02-29', to: '2024-02-29' })).toEqual({
    ok: true,
    value: { from: new Date('2024-02-29T00:00:00.000Z'), until: new Date('2024-03-01T00:00:00.000Z') },
  });
});

test.each([
  ['no day', {}],
  ['null for both', { from: null, to: null }],
])('%s is all time', (_, days) => {
  const period = periodOf(days);
  expect(period).toEqual({
    ok: true,
    value: { from: new Date('0001-01-01T00:00:00.000Z'), until: new Date('9999-12-31T23:59:59.999Z') },
  });
});

test('the days at the ends of the calendar stay within what a database can compare', () => {
  const period = periodOf({ from: '0000-01-01', to: '9999-12-31' });
  expect(period).toEqual({
    ok: true,
    value: { from: new Date('0001-01-01T00:00:00.000Z'), until: new Date('9999-12-31T23:59:59.999Z') },
  });
});

test('a period that ends before it begins is refused, and both days are named', () => {
  expect(periodOf({ from: '2026-03-02', to: '2026-03-01' })).toEqual({
    ok: false,
    error: { kind: 'PeriodReversed', message: 'from must not be after to, got 2026-03-02 and 2026-03-01.' },
  });
});
