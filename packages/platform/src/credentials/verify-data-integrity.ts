import { DataIntegrityProof } from '@digitalbazaar/data-integrity';
import { cryptosuite } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite';
import signatures from 'jsonld-signatures';
import { offlineLoader } from './contexts.ts';

/** A public key, and whose it is. */
export type ProofKey = {
  /** URL under which a proof names it. */
  readonly id: string;
  readonly controller: string;
  /** Ed25519, as a Multikey. */
  readonly publicKeyMultibase: string;
};

/**
 * Whether the `eddsa-rdfc-2022` proof of the document is by this key, for assertion, and over what the document says now. Every word must be defined by
 * the two contexts of our credentials; a document with others is not verified. Never throws for what the document holds.
 */
export async function isProvedBy(document: object, key: ProofKey): Promise<boolean> {
  const documentLoader = offlineLoader({
    [key.controller]: { '@context': 'https://www.w3.org/ns/did/v1', id: key.controller, assertionMethod: [key.id] },
    [key.id]: { '@context': 'https://w3id.org/security/multikey/v1', type: 'Multikey', ...key },
  });
  const suite = new DataIntegrityProof({ cryptosuite });
  const purpose = new signatures.purposes.AssertionProofPurpose();
  try {
    const { verified } = await signatures.verify(document, { suite, purpose, documentLoader });
    return verified;
  } catch {
    return false;
  }
}
