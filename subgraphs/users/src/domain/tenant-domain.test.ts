import { expect, test } from 'vitest';
import { challengeOf, parseDomainName } from './tenant-domain.ts';

test.each([
  ['academia.example.mx', 'academia.example.mx'],
  [' Academia.Example.MX. ', 'academia.example.mx'],
  ['academía.example', 'xn--academa-dza.example'],
  ['a-1.b2.mx', 'a-1.b2.mx'],
])('%j is the domain %s', (text, name) => {
  expect(parseDomainName(text)).toEqual({ ok: true, value: name });
});

test.each([
  '',
  'localhost',
  'https://academia.mx',
  'academia.mx:443',
  'academia.mx/x',
  '*.academia.mx',
  'user@academia.mx',
  '127.0.0.1',
  '0x7f.1',
  '[::1]',
  'a..mx',
  '-a.mx',
  'a-.mx',
  'under_score.mx',
  'academia.mx academia.mx',
  `${'a'.repeat(64)}.mx`,
  `${'a.'.repeat(130)}mx`,
])('%j is no domain', (text) => {
  expect(parseDomainName(text)).toMatchObject({ ok: false, error: { field: 'name' } });
});

test('the record that shows whose a domain is stands beneath it and bears the token', () => {
  expect(challengeOf({ name: 'academia.mx', token: 'abc', verifiedAt: null })).toEqual({
    recordName: '_academy-challenge.academia.mx',
    recordValue: 'academy-domain=abc',
  });
});
