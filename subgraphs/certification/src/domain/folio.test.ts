import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CROCKFORD, lookupKey } from './crockford.ts';
import { checkCharacter, FOLIO_BYTES, makeFolio, makeVerificationCode, VERIFICATION_CODE_BYTES } from './folio.ts';

const anyFolio = fc
  .uint8Array({ minLength: FOLIO_BYTES, maxLength: FOLIO_BYTES })
  .map((random) => makeFolio(new Date('2026-03-02T16:00:00Z'), random));

describe('a folio', () => {
  test('shows the year, six characters and a check character', () => {
    fc.assert(
      fc.property(anyFolio, (folio) => {
        expect(folio).toMatch(/^MA-26-[0-9A-HJKMNP-TV-Z]{6}-[0-9A-HJKMNP-TV-Z]$/);
      }),
    );
    expect(makeFolio(new Date('2026-12-31T23:59:59Z'), new Uint8Array([7, 3, 19, 26, 24, 2]))).toMatch(/^MA-26-73KTR2-/);
  });

  test('with any one character mistyped has another check character', () => {
    fc.assert(
      fc.property(anyFolio, fc.nat({ max: 9 }), fc.constantFrom(...CROCKFORD), (folio, at, typed) => {
        const text = folio.replaceAll('-', '').slice(0, 10);
        const mistyped = text.slice(0, at) + typed + text.slice(at + 1);
        fc.pre(mistyped !== text);
        expect(checkCharacter(mistyped)).not.toBe(checkCharacter(text));
      }),
    );
  });

  test('is found however it is typed', () => {
    for (const typed of ['ma-26-1oo1qx-4', 'MA 26 IOO1QX 4', ' má26loo1qx4 ', 'MA–26–1001QX–4']) {
      expect(lookupKey(typed)).toBe(lookupKey('MA-26-1001QX-4'));
    }
    expect(lookupKey('MA-26-1001QX-5')).not.toBe(lookupKey('MA-26-1001QX-4'));
  });
});

describe('a verification code', () => {
  test('is sixteen characters of five random bits, in groups of four', () => {
    const code = makeVerificationCode(Uint8Array.from({ length: VERIFICATION_CODE_BYTES }, (_, index) => index));
    expect(code).toBe('0123-4567-89AB-CDEF');
    expect(VERIFICATION_CODE_BYTES * 5).toBeGreaterThanOrEqual(80);
  });
});
