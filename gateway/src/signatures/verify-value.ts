import { createPublicKey, type KeyObject, verify } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import type { TenantRecord } from '../tenant.ts';

/** A key of a tenant, as the directory tells of it. */
export type ClientKey = TenantRecord['settings']['clientSignatures']['keys'][number];

/** Name in RFC 9421 of each algorithm. */
export const ALGORITHM_NAMES = {
  ED25519: 'ed25519',
  ECDSA_P256_SHA256: 'ecdsa-p256-sha256',
} as const satisfies Record<ClientKey['algorithm'], string>;

/** A tenant that changed is read anew; a key is parsed once all the same. */
const parsed = new LRUCache<string, KeyObject>({ max: 1_000 });

/** Whether the value is a signature of the base by the key. RFC 9421 §3.3: of an ECDSA signature r and s, one after the other. */
export function isSignatureOf(base: string, value: Uint8Array, { algorithm, publicKey }: ClientKey): boolean {
  let key = parsed.get(publicKey);
  if (key === undefined) {
    key = createPublicKey(publicKey);
    parsed.set(publicKey, key);
  }
  const signed = Buffer.from(base);
  switch (algorithm) {
    case 'ED25519':
      return verify(null, signed, key, value);
    case 'ECDSA_P256_SHA256':
      return verify('sha256', signed, { key, dsaEncoding: 'ieee-p1363' }, value);
  }
}
