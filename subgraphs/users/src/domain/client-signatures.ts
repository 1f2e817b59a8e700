import { fail, ok, type Result } from '@academy/kernel';
import type { InvalidInput } from './refusal.ts';

/** Algorithms of RFC 9421 §3.3 that a client may sign with: those with public keys of which nothing secret is kept here. */
export const SIGNATURE_ALGORITHMS = ['ed25519', 'ecdsa-p256-sha256'] as const;

export type SignatureAlgorithm = (typeof SIGNATURE_ALGORITHMS)[number];

/** A key that clients of a tenant sign their requests with. */
export type ClientKey = {
  /** What a signature names as its `keyid`. */
  readonly id: string;
  readonly algorithm: SignatureAlgorithm;
  /** PEM, SubjectPublicKeyInfo. */
  readonly publicKey: string;
};

/** Whether requests to a tenant must be signed (RFC 9421), and with which keys. */
export type ClientSignatures = { readonly isRequired: boolean; readonly keys: readonly ClientKey[] };

/** What holds for a tenant that has decided nothing. */
export const NO_CLIENT_SIGNATURES: ClientSignatures = { isRequired: false, keys: [] };

/** Reads a public key; undefined for what is none of this algorithm, a private one included. The PEM comes back in its one usual form. */
export type ReadPublicKey = (pem: string, algorithm: SignatureAlgorithm) => string | undefined;

const MAX_KEYS = 20;
const KEY_ID = /^[A-Za-z0-9._-]{1,64}$/;

/** What a tenant decided, checked: at most 20 keys, each with an id of its own, and at least one where signatures are required. */
export function parseClientSignatures(given: ClientSignatures, readKey: ReadPublicKey): Result<ClientSignatures, InvalidInput> {
  if (given.keys.length > MAX_KEYS) {
    return refuse(
      'keys',
      `At most ${MAX_KEYS} keys were expected, got ${given.keys.length}; remove those that nobody signs with.`,
    );
  }
  if (given.isRequired && given.keys.length === 0) {
    return refuse('keys', 'At least one key was expected where signatures are required: nobody could send anything otherwise.');
  }
  const keys: ClientKey[] = [];
  for (const [at, key] of given.keys.entries()) {
    if (!KEY_ID.test(key.id)) return refuse(`keys.${at}.id`, 'Expected 1 to 64 of the characters A-Z a-z 0-9 . _ -');
    if (keys.some(({ id }) => id === key.id))
      return refuse(`keys.${at}.id`, `The id ${key.id} is given twice; each key needs its own.`);
    const publicKey = readKey(key.publicKey, key.algorithm);
    if (publicKey === undefined) {
      return refuse(
        `keys.${at}.publicKey`,
        `Expected a public key for ${key.algorithm} as PEM, -----BEGIN PUBLIC KEY-----; never send a private key.`,
      );
    }
    keys.push({ id: key.id, algorithm: key.algorithm, publicKey });
  }
  return ok({ isRequired: given.isRequired, keys });
}

function refuse(path: string, message: string) {
  return fail<InvalidInput>({ kind: 'InvalidInput', field: `clientSignatures.${path}`, message });
}
