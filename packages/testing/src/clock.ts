import type { Clock } from '@academy/kernel';

/** A clock that stands still until it is moved. */
export type TestClock = Clock & { advance(ms: number): void; set(instant: Date): void };

/** Starts at the given instant; default: 2026-03-02 16:00 UTC, a Monday. */
export function createTestClock(start = new Date('2026-03-02T16:00:00.000Z')): TestClock {
  let now = start.getTime();
  return {
    now: () => new Date(now),
    advance(ms) {
      now += ms;
    },
    set(instant) {
      now = instant.getTime();
    },
  };
}
