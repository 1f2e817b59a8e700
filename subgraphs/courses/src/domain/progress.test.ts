import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canTakeFinalAssessment, missingRequiredItems, type ProgressItem, progressOf } from './progress.ts';

function lesson(id: string, weight: number, completion: number, change: Partial<ProgressItem> = {}): ProgressItem {
  return { id, weight, completion, isRequired: true, isWaived: false, ...change };
}

const anyLesson: fc.Arbitrary<ProgressItem> = fc.record({
  id: fc.uuid(),
  isRequired: fc.boolean(),
  weight: fc.double({ min: 0.01, max: 600, noNaN: true }),
  completion: fc.double({ min: 0, max: 1, noNaN: true }),
  isWaived: fc.boolean(),
});

describe('progress', () => {
  test('is the done share of the required weight', () => {
    expect(progressOf([lesson('uno', 30, 1), lesson('dos', 60, 0.5), lesson('tres', 10, 0)])).toBeCloseTo(0.6, 12);
  });

  test('counts a waived lesson as done', () => {
    expect(progressOf([lesson('uno', 30, 0, { isWaived: true }), lesson('dos', 10, 0)])).toBe(0.75);
  });

  test('is not moved by optional lessons', () => {
    const optional = { isRequired: false };
    expect(progressOf([lesson('uno', 10, 0), lesson('dos', 90, 1, optional)])).toBe(0);
    expect(progressOf([lesson('uno', 10, 1), lesson('dos', 90, 0, optional)])).toBe(1);
  });

  test('of a course that requires nothing is 1', () => {
    expect(progressOf([])).toBe(1);
    expect(progressOf([lesson('uno', 10, 0, { isRequired: false })])).toBe(1);
  });

  test('is exactly 1 when all is done, whatever the weights', () => {
    fc.assert(
      fc.property(fc.array(anyLesson), (lessons) => {
        expect(progressOf(lessons.map((done) => ({ ...done, completion: 1 })))).toBe(1);
      }),
    );
  });

  test('stays between 0 and 1, and doing more of a lesson never lowers it', () => {
    fc.assert(
      fc.property(
        fc.array(anyLesson, { minLength: 1 }),
        fc.nat(),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (lessons, pick, more) => {
          const at = pick % lessons.length;
          const before = progressOf(lessons);
          const after = progressOf(
            lessons.map((item, i) => (i === at ? { ...item, completion: Math.max(item.completion, more) } : item)),
          );
          expect(before).toBeGreaterThanOrEqual(0);
          expect(after).toBeLessThanOrEqual(1);
          expect(after).toBeGreaterThanOrEqual(before - 1e-12);
        },
      ),
    );
  });
});

describe('the final assessment', () => {
  test('is closed while a required lesson is missing, and says which', () => {
    const lessons = [
      lesson('uno', 10, 1),
      lesson('dos', 10, 0.9),
      lesson('tres', 10, 0, { isRequired: false }),
      lesson('cuatro', 10, 0),
    ];
    expect(canTakeFinalAssessment(lessons)).toBe(false);
    expect(missingRequiredItems(lessons)).toEqual(['dos', 'cuatro']);
  });

  test('opens when every required lesson is done or waived', () => {
    const lessons = [
      lesson('uno', 10, 1),
      lesson('dos', 10, 0, { isWaived: true }),
      lesson('tres', 10, 0, { isRequired: false }),
    ];
    expect(canTakeFinalAssessment(lessons)).toBe(true);
    expect(missingRequiredItems(lessons)).toEqual([]);
  });
});
