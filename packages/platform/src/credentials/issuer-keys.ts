import { generate } from '@digitalbazaar/ed25519-multikey';
import { exportJWK, generateKeyPair, type JWK } from 'jose';

/** One generation of an issuer's public keys: each number has one for either form of signature. */
export type IssuerPublicKeys = {
  /** From 1. */
  readonly number: number;
  /** Ed25519, as a Multikey: for Data Integrity proofs. */
  readonly ed25519Multibase: string;
  /** RSA, as a JWK without private members: for JWTs. */
  readonly rs256Jwk: JWK;
};

/** The private keys of one generation. They leave memory sealed only. */
export type IssuerSecretKeys = { readonly ed25519Multibase: string; readonly rs256Jwk: JWK };

/** RSA that RFC 7518 asks of RS256 at least. */
const RSA_BITS = 2_048;

/** A fresh generation; about 50 ms of work for the RSA key. */
export async function generateIssuerKeys(
  number: number,
): Promise<{ readonly publicKeys: IssuerPublicKeys; readonly secretKeys: IssuerSecretKeys }> {
  const ed25519 = await (await generate()).export({ publicKey: true, secretKey: true });
  if (ed25519.secretKeyMultibase === undefined) throw new Error('A fresh key has a private part.');
  const rsa = await generateKeyPair('RS256', { modulusLength: RSA_BITS, extractable: true });
  return {
    publicKeys: { number, ed25519Multibase: ed25519.publicKeyMultibase, rs256Jwk: await exportJWK(rsa.publicKey) },
    secretKeys: { ed25519Multibase: ed25519.secretKeyMultibase, rs256Jwk: await exportJWK(rsa.privateKey) },
  };
}

/** Under which URL a key stands in the issuer's document. */
export function keyIdOf(did: string, kind: 'ed25519' | 'rs256', number: number): string {
  return `${did}#${kind}-${number}`;
}
