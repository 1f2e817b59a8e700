import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { readSignature, signatureBase } from './presented-signature.ts';
import type { SignedMessage } from './signed-message.ts';
import { isSignatureOf } from './verify-value.ts';

/** RFC 9421 appendix B.1.4 and B.1.3. */
const ED25519 = {
  id: 'test-key-ed25519',
  algorithm: 'ED25519',
  publicKey:
    '-----BEGIN PUBLIC KEY-----\nMCowBQYDK2VwAyEAJrQLj5P/89iXES9+vFgrIy29clF9CC/oPPsw3c5D0bs=\n-----END PUBLIC KEY-----\n',
} as const;
const P256 = {
  id: 'test-key-ecc-p256',
  algorithm: 'ECDSA_P256_SHA256',
  publicKey: `-----BEGIN PUBLIC KEY-----
MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEqIVYZVLCrPZHGHjP17CTW0/+D9Lf
w0EkjqF7xB4FivAxzic30tMM4GF+hR6Dxh71Z50VGGdldkkDXZCnTNnoXQ==
-----END PUBLIC KEY-----
`,
} as const;

/** Appendix B.2, `test-request`. */
function testRequest(headers: Record<string, string> = {}): SignedMessage {
  const all = {
    host: 'example.com',
    date: 'Tue, 20 Apr 2021 02:07:55 GMT',
    'content-type': 'application/json',
    'content-digest': 'sha-512=:WZDPaVn/7XgHaAy8pmojAkGWoRx2UFChF41A2svX+TaPm+AbwAgBWnrIiYllu7BNNyealdVLvRwEmTHWXvJwew==:',
    'content-length': '18',
    ...headers,
  };
  return {
    method: 'POST',
    target: '/foo?param=Value&Pet=dog',
    headers: Object.fromEntries(Object.entries(all).map(([name, value]) => [name, [value]])),
    bodyDigests: { 'sha-512': createHash('sha512').update('{"hello": "world"}').digest('base64') },
  };
}

describe('the examples of RFC 9421', () => {
  test('B.2.6, Ed25519: the base is the one that was signed, and nothing else was', () => {
    const signature = 'sig-b26=:wqcAqbmYJ2ji2glfAMaRy4gruYYnx2nEFN2HN6jrnDnQCK1u02Gb04v9EDgwUPiu4A0w6vuQv5lIp5WPpBKRCw==:';
    const parameters =
      '("date" "@method" "@path" "@authority" "content-type" "content-length");created=1618884473;keyid="test-key-ed25519"';
    const components = ['date', '@method', '@path', '@authority', 'content-type', 'content-length'];
    const base = signatureBase(testRequest(), 'http', components, parameters) ?? '';
    expect(base).toBe(
      [
        '"date": Tue, 20 Apr 2021 02:07:55 GMT',
        '"@method": POST',
        '"@path": /foo',
        '"@authority": example.com',
        '"content-type": application/json',
        '"content-length": 18',
        `"@signature-params": ${parameters}`,
      ].join('\n'),
    );
    const value = Buffer.from(signature.slice('sig-b26=:'.length, -1), 'base64');
    expect(isSignatureOf(base, value, ED25519)).toBe(true);
    expect(isSignatureOf(base.replace('POST', 'PUT'), value, ED25519)).toBe(false);
    // It bears no nonce, which a tenant of ours demands.
    expect(readSignature(testRequest({ 'signature-input': `sig-b26=${parameters}`, signature }), 'http')).toBeUndefined();
  });

  test('B.2.4, ECDSA on P-256', () => {
    const base = [
      '"@status": 200',
      '"content-type": application/json',
      '"content-digest": sha-512=:mEWXIS7MaLRuGgxOBdODa3xqM1XdEvxoYhvlCFJ41QJgJc4GTsPp29l5oGX69wWdXymyU0rjJuahq4l5aGgfLQ==:',
      '"content-length": 23',
      '"@signature-params": ("@status" "content-type" "content-digest" "content-length");created=1618884473;keyid="test-key-ecc-p256"',
    ].join('\n');
    const value = Buffer.from(
      'wNmSUAhwb5LxtOtOpNa6W5xj067m5hFrj0XQ4fvpaCLx0NKocgPquLgyahnzDnDAUy5eCdlYUEkLIj+32oiasw==',
      'base64',
    );
    expect(isSignatureOf(base, value, P256)).toBe(true);
    expect(isSignatureOf(`${base} `, value, P256)).toBe(false);
  });

  test('B.2: the digest of the body', () => {
    const { bodyDigests, headers } = testRequest();
    expect(headers['content-digest']?.[0]).toBe(`sha-512=:${bodyDigests?.['sha-512']}:`);
  });

  test('2.2: derived components', () => {
    const base = signatureBase(
      { ...testRequest({ host: 'WWW.Example.com:443' }), target: '/path' },
      'https',
      ['@target-uri', '@authority', '@scheme', '@request-target', '@query'],
      '()',
    );
    expect(base?.split('\n').slice(0, -1)).toEqual([
      '"@target-uri": https://www.example.com/path',
      '"@authority": www.example.com',
      '"@scheme": https',
      '"@request-target": /path',
      '"@query": ?',
    ]);
    expect(signatureBase(testRequest(), 'https', ['@status'], '()')).toBeUndefined();
    expect(signatureBase(testRequest(), 'https', ['x-missing'], '()')).toBeUndefined();
  });

  test('2.1: values of a header that came twice are joined, without space around each', () => {
    const message = { ...testRequest(), headers: { 'x-dup': [' a ', 'b  '] } };
    expect(signatureBase(message, 'https', ['x-dup'], '()')).toBe('"x-dup": a, b\n"@signature-params": ()');
  });
});
