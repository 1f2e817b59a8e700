import { expect, test } from 'vitest';
import { ratioOf, told } from './ratio.ts';

test('a ratio is that of the medians, with an interval around it that is the same each time', () => {
  const pairs = Array.from({ length: 50 }, (_, at) => [110 + (at % 7), 100 + (at % 5)] as const);
  const ratio = ratioOf(pairs);
  expect(ratio.middle).toBeCloseTo(113 / 102, 10);
  expect(ratio.low).toBeLessThan(ratio.middle);
  expect(ratio.high).toBeGreaterThan(ratio.middle);
  expect(ratioOf(pairs)).toEqual(ratio);
});

test('one disturbed pair among many moves nothing', () => {
  const calm = Array.from({ length: 30 }, () => [11, 10] as const);
  expect(ratioOf([...calm, [900, 10]]).middle).toBeCloseTo(1.1, 10);
  expect(told(ratioOf(calm))).toBe('× 1.100 (1.100–1.100)');
});

test('of no pairs there is no ratio', () => {
  expect(ratioOf([]).middle).toBeNaN();
});
