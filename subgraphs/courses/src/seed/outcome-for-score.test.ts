import { expect, test } from 'vitest';
import { CATALOGUE } from './catalogue.ts';
import { outcomeForScore } from './outcome-for-score.ts';

function scoreOf(outcome: ReturnType<typeof outcomeForScore>): number {
  return outcome.reduce((score, { weight, isFulfilled }) => (isFulfilled ? score + weight : score), 0);
}

test('a score that the weights can make up is told exactly', () => {
  const items = CATALOGUE.find(({ slug }) => slug === 'instalacion-fotovoltaica')?.assessment.items ?? [];
  expect(scoreOf(outcomeForScore(items, 100))).toBe(100);
  expect(scoreOf(outcomeForScore(items, 85))).toBe(85);
  expect(scoreOf(outcomeForScore(items, 0))).toBe(0);
  expect(outcomeForScore(items, 85).map(({ id }) => id)).toEqual(items.map(({ reactivo }) => reactivo));
});

test.each(CATALOGUE.map((course) => [course.slug, course.assessment.items] as const))(
  'in %s a passing score comes within ten points of what it is told as',
  (_slug, items) => {
    for (let score = 80; score <= 100; score += 1)
      expect(Math.abs(scoreOf(outcomeForScore(items, score)) - score)).toBeLessThanOrEqual(10);
  },
);
