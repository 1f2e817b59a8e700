import fc from 'fast-check';
import { expect, test } from 'vitest';
import { nextDaily } from './recurring.ts';

test('the next turn is later than now, by a day at most, at the hour', () => {
  const hour = fc.integer({ min: 0, max: 23 });
  const instant = fc.date({ min: new Date('2020-01-01'), max: new Date('2040-01-01'), noInvalidDate: true });
  fc.assert(
    fc.property(hour, instant, (hourUtc, now) => {
      const next = nextDaily(hourUtc, now);
      const waitMs = next.getTime() - now.getTime();
      expect(waitMs).toBeGreaterThan(0);
      expect(waitMs).toBeLessThanOrEqual(86_400_000);
      expect(next.toISOString()).toMatch(new RegExp(`T${String(hourUtc).padStart(2, '0')}:00:00.000Z$`));
    }),
  );
});

test.each([
  ['2026-03-01T10:59:59.999Z', '2026-03-01T11:00:00.000Z'],
  ['2026-03-01T11:00:00.000Z', '2026-03-02T11:00:00.000Z'],
  ['2026-12-31T23:00:00.000Z', '2027-01-01T11:00:00.000Z'],
])('after %s it is %s', (now, next) => {
  expect(nextDaily(11, new Date(now)).toISOString()).toBe(next);
});
