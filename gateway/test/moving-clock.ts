import type { Clock } from '@academy/kernel';

/** A clock that stands still until it is moved. Starts at noon, UTC. */
export function createMovingClock(start = '2026-03-02T12:00:00Z'): Clock & { advance(ms: number): void } {
  let now = new Date(start).getTime();
  return {
    now: () => new Date(now),
    advance(ms) {
      now += ms;
    },
  };
}
