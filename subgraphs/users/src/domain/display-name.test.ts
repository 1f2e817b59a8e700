import { describe, expect, test } from 'vitest';
import { parseDisplayName } from './display-name.ts';

describe('a display name', () => {
  test('is kept without the space around it, composed', () => {
    expect(parseDisplayName('  Ine\u0301s Quiroz ')).toEqual({ ok: true, value: 'Inés Quiroz' });
  });

  test('may have 80 characters, however many code units each takes', () => {
    expect(parseDisplayName('𝒜'.repeat(80)).ok).toBe(true);
    expect(parseDisplayName('𝒜'.repeat(81))).toMatchObject({ ok: false, error: { kind: 'InvalidInput', field: 'displayName' } });
  });

  test.each(['', '   ', '\n\t'])('is refused when nothing is left of it: %j', (text) => {
    expect(parseDisplayName(text)).toMatchObject({ ok: false, error: { field: 'displayName' } });
  });

  test.each([
    ['a line break', 'Alicia\nRobles'],
    ['a turned direction of text', 'Alicia \u202eselboR'],
    ['a hidden mark', 'Alicia\u200f'],
  ])('is refused with %s in it', (_what, text) => {
    expect(parseDisplayName(text)).toMatchObject({ ok: false, error: { field: 'displayName' } });
  });
});
