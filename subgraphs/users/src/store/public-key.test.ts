import { generateKeyPairSync } from 'node:crypto';
import { expect, test } from 'vitest';
import { readPublicKey } from './public-key.ts';

const ed25519 = generateKeyPairSync('ed25519');
const p256 = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const p384 = generateKeyPairSync('ec', { namedCurve: 'P-384' });
const pemOf = (key: (typeof ed25519)['publicKey']) => String(key.export({ format: 'pem', type: 'spki' }));

test('a public key of the algorithm is read, whatever space is around it', () => {
  const pem = pemOf(ed25519.publicKey);
  expect(readPublicKey(`\n${pem}\n\n`, 'ed25519')).toBe(pem);
  expect(readPublicKey(pemOf(p256.publicKey), 'ecdsa-p256-sha256')).toBe(pemOf(p256.publicKey));
});

test('a key of another algorithm or curve, a private one, and no key are not', () => {
  const privatePem = String(ed25519.privateKey.export({ format: 'pem', type: 'pkcs8' }));
  expect(readPublicKey(pemOf(ed25519.publicKey), 'ecdsa-p256-sha256')).toBeUndefined();
  expect(readPublicKey(pemOf(p384.publicKey), 'ecdsa-p256-sha256')).toBeUndefined();
  for (const wrong of [privatePem, '-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----', 'x', '', 'x'.repeat(5_000)]) {
    expect(readPublicKey(wrong, 'ed25519')).toBeUndefined();
  }
});
