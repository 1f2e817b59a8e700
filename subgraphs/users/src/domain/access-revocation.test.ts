import { expect, test } from 'vitest';
import { revocationInstant } from './access-revocation.ts';

test.each([
  ['2026-03-02T16:00:00.001Z', '2026-03-02T16:00:01.000Z'],
  ['2026-03-02T16:00:00.999Z', '2026-03-02T16:00:01.000Z'],
  ['2026-03-02T16:00:00.000Z', '2026-03-02T16:00:01.000Z'],
])('a revocation at %s refuses tokens issued before %s', (now, expected) => {
  expect(revocationInstant(new Date(now)).toISOString()).toBe(expected);
});

test('a token issued in the very second of the revocation is refused', () => {
  const now = new Date('2026-03-02T16:00:00.700Z');
  const issuedAtSeconds = Math.floor(new Date('2026-03-02T16:00:00.200Z').getTime() / 1_000);
  expect(issuedAtSeconds).toBeLessThan(revocationInstant(now).getTime() / 1_000);
});
