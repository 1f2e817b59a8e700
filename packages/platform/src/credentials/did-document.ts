import { type IssuerPublicKeys, keyIdOf } from './issuer-keys.ts';

/**
 * The did:web of an issuer whose document is served as `{baseUrl}/did.json`. A port is written as `%3A`, a folder as `:`, as the method demands.
 * Throws RangeError when the URL has no path: a bare host is found elsewhere (`/.well-known`).
 */
export function didWebOf(baseUrl: string): string {
  const { host, pathname } = new URL(baseUrl);
  const folders = pathname.split('/').filter((folder) => folder !== '');
  if (folders.length === 0) throw new RangeError(`A URL with a path was expected for did:web, got ${baseUrl}.`);
  return ['did', 'web', host.replace(':', '%3A'), ...folders].join(':');
}

/**
 * What tells anybody the issuer's keys. Every generation there ever was stays in it, so that what was signed before a rotation still verifies.
 */
export function didDocument(did: string, generations: readonly IssuerPublicKeys[]): Record<string, unknown> {
  const methods = generations.flatMap(({ number, ed25519Multibase, rs256Jwk }) => [
    { id: keyIdOf(did, 'ed25519', number), type: 'Multikey', controller: did, publicKeyMultibase: ed25519Multibase },
    { id: keyIdOf(did, 'rs256', number), type: 'JsonWebKey', controller: did, publicKeyJwk: rs256Jwk },
  ]);
  return {
    '@context': ['https://www.w3.org/ns/did/v1', 'https://w3id.org/security/multikey/v1', 'https://w3id.org/security/jwk/v1'],
    id: did,
    verificationMethod: methods,
    assertionMethod: methods.map(({ id }) => id),
  };
}
