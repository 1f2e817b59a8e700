import { expect, test } from 'vitest';
import { SAMPLE_INSTRUMENTS } from './sample-instruments.ts';
import { STANDARDS } from './standards.ts';

test.each(SAMPLE_INSTRUMENTS)(
  'the sample of $standardCode says that it is one, weighs 100 in all, and shows every criterio',
  (one) => {
    expect(STANDARDS.map(({ code }) => code)).toContain(one.standardCode);
    expect(one.origin).toBe('SAMPLE');
    expect(one.reactivos.every(({ id }) => id.startsWith('SAMPLE-'))).toBe(true);
    expect(new Set(one.reactivos.map(({ id }) => id)).size).toBe(one.reactivos.length);
    expect(one.reactivos.reduce((sum, { weight }) => sum + weight, 0)).toBe(100);
    expect([...new Set(one.reactivos.map(({ criterion }) => criterion))]).toEqual(one.criteria.map(({ id }) => id));
  },
);
