import fc from 'fast-check';
import { expect, test } from 'vitest';
import { DEFAULT_WAITS, waitMs } from './submission-waits.ts';

const minutes = (ms: number) => ms / 60_000;

test('by default the waits are 30 s, 1, 2, 4, 8, then 15 min', () => {
  const waits = [0, 1, 2, 3, 4, 5, 6, 100].map((n) => minutes(waitMs(n, DEFAULT_WAITS, 0)));
  expect(waits).toEqual([0.5, 1, 2, 4, 8, 15, 15, 15]);
});

test('the sixth question comes 30.5 min after the submission at the latest', () => {
  const total = [0, 1, 2, 3, 4, 5].reduce((sum, n) => sum + waitMs(n, DEFAULT_WAITS, 0), 0);
  expect(minutes(total)).toBe(30.5);
});

test('jitter takes off a fifth at most, and adds nothing', () => {
  fc.assert(
    fc.property(fc.nat(2_000), fc.double({ min: 0, max: 1, noNaN: true }), (n, random) => {
      const whole = waitMs(n, DEFAULT_WAITS, 0);
      const wait = waitMs(n, DEFAULT_WAITS, random);
      expect(wait).toBeLessThanOrEqual(whole);
      expect(wait).toBeGreaterThanOrEqual(whole * 0.8 - 1);
    }),
  );
});
