import { SECOND_MS } from '@academy/kernel';
import { expect, test } from 'vitest';
import { LONGEST_MAX_AGE_OF_STEADY_SECONDS, LONGEST_MAX_AGE_SECONDS } from './cache-plan.ts';
import { changedMarks, isSettled, MARK_LIFE_MS, markLifeMs, newMarkValue, SETTLE_MS } from './marks.ts';

test('a mark outlives whatever depends on what it was before', () => {
  expect(MARK_LIFE_MS).toBeGreaterThan(LONGEST_MAX_AGE_SECONDS * SECOND_MS + SETTLE_MS);
  for (const mark of [...changedMarks('raices', 'Standard', 'x'), ...changedMarks('raices', 'Standard', undefined)])
    expect(markLifeMs(mark)).toBeGreaterThan(LONGEST_MAX_AGE_OF_STEADY_SECONDS * SECOND_MS + SETTLE_MS);
  for (const mark of changedMarks('raices', 'Course', 'x')) expect(markLifeMs(mark)).toBe(MARK_LIFE_MS);
});

test('a mark never has a value twice, not even within a millisecond', () => {
  expect(new Set(Array.from({ length: 1_000 }, () => newMarkValue(5))).size).toBe(1_000);
});

test('a mark is settled when it never changed, or 10 s ago; not when another clock is ahead', () => {
  expect(isSettled(null, 0)).toBe(true);
  expect(isSettled(newMarkValue(1_000), 1_000 + SETTLE_MS)).toBe(true);
  expect(isSettled(newMarkValue(1_000), 999 + SETTLE_MS)).toBe(false);
  expect(isSettled(newMarkValue(2_000), 1_000)).toBe(false);
});
