import { createPublicKey } from 'node:crypto';
import type { ReadPublicKey, SignatureAlgorithm } from '../domain/client-signatures.ts';

/** An EC key on P-256 has some 180 characters. */
const MAX_PEM_LENGTH = 1_000;

/** Reads a public key with Node's own parser, and never a private one, from which it would make the public one silently. */
export const readPublicKey: ReadPublicKey = (pem, algorithm) => {
  if (pem.length > MAX_PEM_LENGTH || !/^\s*-----BEGIN PUBLIC KEY-----/.test(pem)) return undefined;
  try {
    const key = createPublicKey({ key: pem, format: 'pem', type: 'spki' });
    const { namedCurve } = key.asymmetricKeyDetails ?? {};
    return isOf(algorithm, key.asymmetricKeyType, namedCurve) ? String(key.export({ format: 'pem', type: 'spki' })) : undefined;
  } catch {
    return undefined;
  }
};

function isOf(algorithm: SignatureAlgorithm, type: string | undefined, curve: string | undefined): boolean {
  switch (algorithm) {
    case 'ed25519':
      return type === 'ed25519';
    case 'ecdsa-p256-sha256':
      return type === 'ec' && curve === 'prime256v1';
  }
}
