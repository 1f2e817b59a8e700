import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cleanRegisterText, parseStandardCode } from './standard-code.ts';

test('a national code without a version is its own major', () => {
  expect(parseStandardCode('EC0249')).toEqual({
    ok: true,
    value: { kind: 'NATIONAL', code: 'EC0249', major: 'EC0249', version: null },
  });
});

test('the suffix of a national code is its version', () => {
  expect(parseStandardCode('EC0586.01')).toEqual({
    ok: true,
    value: { kind: 'NATIONAL', code: 'EC0586.01', major: 'EC0586', version: '01' },
  });
});

test('a brand standard has no version', () => {
  expect(parseStandardCode('ECM0358')).toEqual({
    ok: true,
    value: { kind: 'BRAND', code: 'ECM0358', major: 'ECM0358', version: null },
  });
});

test.each([
  ['a no-break space after it', 'EC1681\u00a0', 'EC1681'],
  ['a space after it', 'EC1571 ', 'EC1571'],
  ['a byte order mark before it', '\ufeffEC0076', 'EC0076'],
  ['a zero-width space inside it', 'EC0\u200b325', 'EC0325'],
  ['lower case', 'ec0586.01', 'EC0586.01'],
])('%s does not hide a code', (_hazard, text, code) => {
  expect(parseStandardCode(text)).toMatchObject({ ok: true, value: { code } });
});

test.each([
  'EC249',
  'EC02490',
  'EC0249.1',
  'EC0249.001',
  'EC0249.',
  'ECM0358.01',
  'ECM358',
  'EC 0249',
  'EC\u00a00249',
  'XEC0249',
  'EC0249 EC0076',
])('%j is refused as malformed, with the text as it came', (text) => {
  expect(parseStandardCode(text)).toEqual({ ok: false, error: { kind: 'MalformedStandardCode', text } });
});

test.each(['', '   ', '\u00a0', '\u200b'])('%j is refused as empty', (text) => {
  expect(parseStandardCode(text)).toEqual({ ok: false, error: { kind: 'EmptyStandardCode' } });
});

test('reading a code again changes nothing', () => {
  const codes = fc.stringMatching(/^\s{0,2}(EC\d{4}(\.\d{2})?|ECM\d{4})\s{0,2}$/);
  fc.assert(
    fc.property(codes, (text) => {
      const first = parseStandardCode(text);
      expect(first.ok).toBe(true);
      if (first.ok) expect(parseStandardCode(first.value.code)).toEqual(first);
    }),
  );
});

test('a title of the register keeps its words and loses its stray spaces', () => {
  expect(cleanRegisterText('\u00a0Gestión  de la\n sostenibilidad \u200b')).toBe('Gestión de la sostenibilidad');
  expect(cleanRegisterText('Gestio\u0301n')).toBe('Gestión');
});
