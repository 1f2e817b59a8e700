import { expect, test } from 'vitest';
import { watchesOf } from './population.ts';

const certifications = Array.from({ length: 1_000 }, (_, index) => `certification ${index}`);

test('ten thousand watches are of a thousand people and a thousand certifications, ten each, and no two of one person are alike', () => {
  const watches = watchesOf(10_000, certifications, 5);
  const byPerson = Map.groupBy(watches, ({ token }) => token);
  const byCertification = Map.groupBy(watches, ({ certification }) => certification);
  expect([byPerson.size, byCertification.size]).toEqual([1_000, 1_000]);
  for (const of of byPerson.values()) expect(new Set(of.map(({ certification }) => certification)).size).toBe(10);
  for (const of of byCertification.values()) {
    expect(new Set(of.map(({ token }) => token)).size).toBe(10);
    expect(new Set(of.map(({ document }) => document)).size).toBe(5);
  }
});
