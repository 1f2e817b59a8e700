import fc from 'fast-check';
import { expect, test } from 'vitest';
import { takeSlot } from './submission-rate.ts';

/** Slots taken at these instants by somebody who tries then. */
function takenAt(tries: readonly number[], perMinute: number): number[] {
  let freeAt = new Date(0);
  return tries.filter((ms) => {
    const slot = takeSlot(freeAt, new Date(ms), perMinute);
    if (slot.kind === 'taken') freeAt = slot.freeAt;
    return slot.kind === 'taken';
  });
}

/** Somebody who tries again whenever she was told to, or at once. */
function greedy(perMinute: number, forMs: number): number[] {
  const taken: number[] = [];
  let freeAt = new Date(0);
  for (let ms = 0; ms < forMs; ) {
    const slot = takeSlot(freeAt, new Date(ms), perMinute);
    if (slot.kind === 'full') {
      ms = slot.until.getTime();
      continue;
    }
    freeAt = slot.freeAt;
    taken.push(ms);
  }
  return taken;
}

/** `taken` in order. */
function mostInAMinute(taken: readonly number[]): number {
  let most = 0;
  for (let from = 0, to = 0; from < taken.length; from += 1) {
    while (to < taken.length && (taken[to] ?? 0) < (taken[from] ?? 0) + 60_000) to += 1;
    most = Math.max(most, to - from);
  }
  return most;
}

test.each([1, 2, 7, 60, 600, 6_000])(
  'at %d a minute nobody gets more in any minute, and whoever waits gets nearly all of it',
  (perMinute) => {
    const taken = greedy(perMinute, 5 * 60_000);
    expect(mostInAMinute(taken)).toBeLessThanOrEqual(perMinute);
    expect(taken.length).toBeGreaterThanOrEqual(Math.floor(5 * perMinute * 0.9) - 1);
  },
);

test('whenever one tries, no minute holds more than was agreed on', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 50 }), fc.array(fc.nat(4_000), { maxLength: 300 }), (perMinute, gaps) => {
      let at = 0;
      const tries = gaps.map((gap) => {
        at += gap;
        return at;
      });
      const taken = takenAt(tries, perMinute);
      expect(taken.length === 0 ? 0 : mostInAMinute(taken)).toBeLessThanOrEqual(perMinute);
    }),
  );
});

test('who left her rate unused for an hour makes up for a second of it', () => {
  const burst = greedy(600, 1).length;
  expect(burst).toBeGreaterThan(1);
  expect(burst).toBeLessThanOrEqual(12);
});
