import { describe, expect, test } from 'vitest';
import { parseOrigins } from './origins.ts';

describe('a web origin', () => {
  test.each([
    'https://www.example.mx',
    'https://example.mx:8443',
    'http://localhost:5173',
    'http://localhost',
    'https://xn--educacin-13a.mx',
  ])('is accepted as a browser writes it: %s', (origin) => {
    expect(parseOrigins([origin])).toEqual({ ok: true, value: [origin] });
  });

  test.each([
    ['a wildcard', 'https://*.example.mx'],
    ['everything', '*'],
    ['a closing slash', 'https://example.mx/'],
    ['a path', 'https://example.mx/app'],
    ['upper case', 'https://Example.mx'],
    ['the default port', 'https://example.mx:443'],
    ['a user', 'https://carla@example.mx'],
    ['no encryption', 'http://example.mx'],
    ['a host that only begins like localhost', 'http://localhost.example.mx'],
    ['another scheme', 'ftp://example.mx'],
    ['a script', 'javascript:alert(1)'],
    ['the origin of a sandboxed page', 'null'],
    ['nothing', ''],
  ])('is refused with %s: %s', (_what, origin) => {
    expect(parseOrigins(['https://example.mx', origin])).toMatchObject({
      ok: false,
      error: { kind: 'InvalidInput', field: 'allowedOrigins.1' },
    });
  });

  test('is kept once when it is repeated', () => {
    expect(parseOrigins(['https://a.mx', 'https://b.mx', 'https://a.mx'])).toEqual({
      ok: true,
      value: ['https://a.mx', 'https://b.mx'],
    });
  });
});

test('a tenant has at most 20 origins', () => {
  const origins = (count: number) => Array.from({ length: count }, (_, i) => `https://w${i}.example.mx`);
  expect(parseOrigins(origins(20)).ok).toBe(true);
  expect(parseOrigins(origins(21))).toMatchObject({ ok: false, error: { field: 'allowedOrigins' } });
});
