import { expect, test } from 'vitest';
import { certificateEndOf } from './certificate-end.ts';

const years = (count: number) => ({ kind: 'YEARS', years: count }) as const;

test('a certificate of four years ends on the same day four years later', () => {
  expect(certificateEndOf(years(4), '2026-03-02')).toBe('2030-03-02');
});

test('one of 29 February ends on the 28th where the year has no 29th', () => {
  expect(certificateEndOf(years(3), '2028-02-29')).toBe('2031-02-28');
  expect(certificateEndOf(years(4), '2028-02-29')).toBe('2032-02-29');
});

test('one that is valid for good, or for nobody knows how long, has no last day', () => {
  expect(certificateEndOf({ kind: 'INDEFINITE' }, '2026-03-02')).toBeNull();
  expect(certificateEndOf({ kind: 'UNSPECIFIED' }, '2026-03-02')).toBeNull();
});
