import { DataIntegrityProof } from '@digitalbazaar/data-integrity';
import { from } from '@digitalbazaar/ed25519-multikey';
import { cryptosuite } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite';
import { issue } from '@digitalbazaar/vc';
import { importJWK, SignJWT } from 'jose';
import { offlineLoader } from './contexts.ts';
import { type IssuerPublicKeys, type IssuerSecretKeys, keyIdOf } from './issuer-keys.ts';

/** A credential without a proof, as the data model has it. */
export type UnsignedCredential = {
  readonly id: string;
  readonly issuer: { readonly id: string };
  readonly validFrom: string;
  readonly validUntil?: string;
  readonly credentialSubject: { readonly id?: string };
} & Readonly<Record<string, unknown>>;

/** Who signs, and with which generation of its keys. */
export type Signer = {
  readonly did: string;
  readonly publicKeys: IssuerPublicKeys;
  readonly secretKeys: IssuerSecretKeys;
};

/**
 * The credential with one Data Integrity proof, `eddsa-rdfc-2022`, as of its `validFrom`. Signed again, it is the same. Throws when a word of it is not defined
 * by its contexts: such a word would not be signed. About 4 ms.
 */
export async function signWithDataIntegrity(
  credential: UnsignedCredential | Record<string, unknown>,
  { did, publicKeys, secretKeys }: Signer,
  at: Date,
): Promise<Record<string, unknown>> {
  const id = keyIdOf(did, 'ed25519', publicKeys.number);
  const key = await from({
    type: 'Multikey',
    id,
    controller: did,
    publicKeyMultibase: publicKeys.ed25519Multibase,
    secretKeyMultibase: secretKeys.ed25519Multibase,
  });
  const suite = new DataIntegrityProof({ signer: key.signer(), cryptosuite, date: secondsOf(at) });
  const { proof, ...signed } = await issue({ credential, suite, documentLoader: offlineLoader(), now: at });
  // Open Badges' schema wants a list of them.
  return { ...signed, proof: [proof] };
}

/**
 * The same credential as a compact JWS, RS256: the claims of the credential itself, and beside them `iss`, `jti`, `nbf`, `sub` and `exp` as Open Badges 3.0 §8.2.4
 * derives them.
 */
export async function signAsJwt(credential: UnsignedCredential, { did, publicKeys, secretKeys }: Signer): Promise<string> {
  const { id, validFrom, validUntil, credentialSubject } = credential;
  const claims = {
    ...credential,
    iss: credential.issuer.id,
    jti: id,
    nbf: epochSeconds(validFrom),
    ...(credentialSubject.id === undefined ? {} : { sub: credentialSubject.id }),
    ...(validUntil === undefined ? {} : { exp: epochSeconds(validUntil) }),
  };
  return new SignJWT(claims)
    .setProtectedHeader({ alg: 'RS256', typ: 'JWT', kid: keyIdOf(did, 'rs256', publicKeys.number) })
    .sign(await importJWK(secretKeys.rs256Jwk, 'RS256'));
}

/** RFC 3339 in UTC without fractions: a form that every verifier reads. */
export function secondsOf(at: Date): string {
  return `${at.toISOString().slice(0, 19)}Z`;
}

function epochSeconds(instant: string): number {
  return Math.floor(Date.parse(instant) / 1_000);
}
