import { expect, test } from 'vitest';
import { parseReason } from './reason.ts';

test('a reason of 3 to 500 characters is kept without the space around it', () => {
  expect(parseReason('  Baja ')).toEqual({ ok: true, value: 'Baja' });
  expect(parseReason('x'.repeat(500)).ok).toBe(true);
});

test.each(['', ' a ', '  ab  ', 'x'.repeat(501)])('a reason too short or too long is refused: %#', (text) => {
  expect(parseReason(text)).toMatchObject({ ok: false, error: { kind: 'InvalidInput', field: 'reason' } });
});
