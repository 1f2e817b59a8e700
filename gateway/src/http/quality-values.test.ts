import { expect, test } from 'vitest';
import { readQualityValues } from './quality-values.ts';

test.each([
  ['gzip', [{ name: 'gzip', quality: 1 }]],
  ['', []],
  [' , ,', []],
  [
    'a/b; charset=utf-8 ; q=0.5, C;Q=0',
    [
      { name: 'a/b', quality: 0.5 },
      { name: 'c', quality: 0 },
    ],
  ],
  [
    'a;q=1.000, b;q=7, c;q=.',
    [
      { name: 'a', quality: 1 },
      { name: 'b', quality: 1 },
      { name: 'c', quality: 1 },
    ],
  ],
])('%j is read member by member', (header, members) => {
  expect(readQualityValues(header)).toEqual(members);
});

test('a header that never ends is read to its 32nd member', () => {
  expect(readQualityValues('a,'.repeat(8_000))).toHaveLength(32);
});
