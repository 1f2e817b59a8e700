import { expect, test } from 'vitest';
import { quantile, Tally } from './tally.ts';

test('a report tells what was counted since the last one', () => {
  const tally = new Tally();
  tally.delivered(Date.now());
  tally.count('lost', 3);
  tally.note('closed');
  tally.note('closed');
  const first = tally.report();
  expect(first).toMatchObject({ deliveries: 1, lost: 3, duplicates: 0, trouble: { closed: 2 } });
  expect(tally.report()).toMatchObject({ deliveries: 0, lost: 0, lastAtMs: 0, trouble: {} });
});

test('a quantile is the value below which that share lies', () => {
  const hundred = Array.from({ length: 100 }, (_, index) => index);
  expect([quantile(hundred, 0.5), quantile(hundred, 0.99), quantile(hundred, 1), quantile([], 0.5)]).toEqual([
    50,
    99,
    99,
    Number.NaN,
  ]);
});
