import { createHash, randomBytes } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { formsOf } from './forms.ts';
import { createMatcher } from './matcher.ts';

const NAME = 'María José Núñez de la Cruz';
const EMAIL = 'maria.nunez@raices.example.mx';
const CURP = 'BOXW310820HNERXN09';
const values = [
  { label: 'full name', value: NAME },
  { label: 'e-mail', value: EMAIL },
  { label: 'CURP', value: CURP },
];
const known = createMatcher(values, { hasPatterns: false });
const patterns = createMatcher([], { hasPatterns: true });
const base64 = (before: string, value: string) => Buffer.from(`${before}${value} and more`).toString('base64');

describe('a value is found', () => {
  test.each([
    ['as it is', `x ${NAME} y`],
    ['in capitals', NAME.toUpperCase()],
    ['without accents', 'maria jose nunez de la cruz'],
    ['with its accents apart', NAME.normalize('NFD')],
    [
      'in a JSON that escapes',
      JSON.stringify({ name: NAME }).replace(/[^ -~]/g, (s) => `\\u${s.charCodeAt(0).toString(16).padStart(4, '0')}`),
    ],
    ['in a URL', `/find?name=${encodeURIComponent(NAME)}`],
    ['in a form', `name=${encodeURIComponent(NAME).replaceAll('%20', '+')}`],
    ['in a file name', 'maria-jose-nunez-de-la-cruz.pdf'],
    ['in HTML', 'Mar&#237;a Jos&#233; N&#250;&#241;ez de la Cruz'],
    ['in hex', Buffer.from(NAME).toString('hex').toUpperCase()],
    ['in base64, at its begin', base64('', NAME)],
    ['in base64, one byte later', base64('x', NAME)],
    ['in base64, two bytes later', base64('xy', NAME)],
    ['in base64 for URLs', Buffer.from(`~~~${NAME}`).toString('base64url')],
    ['in base64, in capitals', base64('xyz', NAME.toUpperCase())],
    ['as UTF-16 in hex', Buffer.from(NAME, 'utf16le').toString('hex')],
  ])('%s', (_how, text) => {
    expect(known.search(Buffer.from(text)).map((hit) => hit.label)).toContain('full name');
  });

  test.each(['md5', 'sha1', 'sha256', 'sha512'])('as its %s without a key, in hex and base64', (algorithm) => {
    for (const spelling of [CURP, CURP.toLowerCase()]) {
      const hash = createHash(algorithm).update(spelling).digest();
      for (const text of [hash.toString('hex'), hash.toString('base64'), hash.toString('base64url')])
        expect(known.search(Buffer.from(`h:${text};`))).toMatchObject([{ label: 'CURP', form: `${algorithm} without a key` }]);
    }
  });

  test('within what is packed', () => {
    expect(known.search(gzipSync(`to: ${EMAIL}`))).toMatchObject([{ label: 'e-mail', form: 'plain' }]);
  });

  test('in a URL, by its escaped @', () => {
    expect(known.search(Buffer.from(`?mail=${encodeURIComponent(EMAIL)}`))).toMatchObject([{ label: 'e-mail', form: 'url' }]);
  });
});

test('nothing is found in what is about somebody else, nor in noise', () => {
  const noise = Array.from({ length: 2_000 }, () => `s1.1.${randomBytes(60).toString('base64url')}`).join('\n');
  for (const text of ['María José Núñez', 'nunez@raices.example.mx', 'BOXW310820HNERXN17', noise])
    expect(known.search(Buffer.from(text))).toEqual([]);
  expect(patterns.search(Buffer.from(noise))).toEqual([]);
});

describe('the form of a CURP or an address is found', () => {
  test.each([
    ['a CURP', 'plain', `curp=${CURP.toLowerCase()}`],
    ['a CURP', 'base64', base64('', `curp ${CURP}`)],
    ['an e-mail address', 'plain', 'Escribe a Otra.Persona+1@correo.com.mx.'],
    ['an e-mail address', 'url', 'mail=otra%40correo.mx'],
    ['an e-mail address', 'json', 'otra\\u0040correo.mx'],
    ['an e-mail address', 'base64', base64('to: ', 'otra@correo.mx')],
  ])('%s, %s', (label, form, text) => {
    expect(patterns.search(Buffer.from(text))).toContainEqual({ label, form });
  });

  test.each([
    ['a CURP whose check digit is wrong', 'OEAF771012HMCRGR09'],
    ['a masked CURP', 'BOXW******HNE*****9'],
    ['a directive', '@key @tag(name: "public") import { x } from "@academy/kernel"'],
    ['a URL with a password', 'redis://:secret@localhost:6379'],
    ['ids', '0190f5a2-3c4d-7e8f-9a0b-1c2d3e4f5a6b.svg@2x'],
  ])('but not in %s', (_what, text) => {
    expect(patterns.search(Buffer.from(text))).toEqual([]);
  });
});

test('a value too short to look for is refused, and not repeated', () => {
  expect(() => formsOf({ label: 'nickname', value: 'Ali' })).toThrow('The value "nickname" is shorter than 5');
});
