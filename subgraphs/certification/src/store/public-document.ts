import { createHash } from 'node:crypto';
import {
  CREDENTIALS_V2,
  didDocument,
  secondsOf,
  signWithDataIntegrity,
  statusListCredential,
} from '@academy/platform/credentials';
import type { Tx } from '@academy/platform/db';
import type { Vault } from '@academy/platform/vault';
import { LRUCache } from 'lru-cache';
import { type CertificatePdf, certificatePdf } from '../documents/certificate-pdf.ts';
import { findRevokedPlaces } from './credential.ts';
import { findIssuer, knownIssuer, openIssuer } from './issuer.ts';

/** How long whoever verifies may keep a list: a revocation is known everywhere after it. */
const STATUS_TTL_MS = 300_000;
/** A list is signed anew when a bit was set, and after this long; it is valid for a day. */
const RESIGN_AFTER_MS = 3_600_000;
const STATUS_VALID_MS = 86_400_000;
/** Of about 4 kB each. */
const MAX_LISTS = 500;
/** A PDF is 50 ms of work; asked for again within this time, or by many at once, it is made once. No longer than a data key is held in the clear. */
const PDF_KEPT_MS = 60_000;
/** Of about 30 kB each. */
const MAX_PDFS = 100;

/** Signs what is served to everybody; remembers lists that have not changed. */
export type PublicDocuments = {
  /** The DID document as JSON; undefined before the tenant's first credential. */
  didDocument(tx: Tx, tenantId: string): Promise<string | undefined>;
  /** The signed status list of this number as JSON; undefined when there is none. */
  statusList(tx: Tx, of: { tenantId: string; number: number; vault: Vault; now: Date }): Promise<string | undefined>;
  /** The PDF of a certificate, by its credential. Whoever asks has just read that it may be shown. */
  pdf(credentialId: string, certificate: CertificatePdf): Promise<Buffer>;
};

/** One for each process: the lists it remembers are those of what it just read, so that no set bit is ever left out. */
export function createPublicDocuments(): PublicDocuments {
  const signed = new LRUCache<string, { text: string; at: number }>({ max: MAX_LISTS });
  const pdfs = new LRUCache<string, Promise<Buffer>>({ max: MAX_PDFS, ttl: PDF_KEPT_MS });
  return {
    async didDocument(tx, tenantId) {
      const issuer = await findIssuer(tx, tenantId);
      if (issuer === undefined) return undefined;
      const { did, generations } = await knownIssuer(tx, issuer);
      return JSON.stringify(didDocument(did, generations));
    },
    async statusList(tx, { tenantId, number, vault, now }) {
      const revoked = await findRevokedPlaces(tx, tenantId, number);
      const opened = revoked === undefined ? undefined : await openIssuer(tx, vault, tenantId);
      if (revoked === undefined || opened === undefined) return undefined;
      const { issuer, signer } = opened;
      const bits = createHash('sha256').update(revoked.join()).digest('base64url');
      const key = `${tenantId} ${number} ${issuer.keyNumber} ${bits}`;
      const known = signed.get(key);
      if (known !== undefined && now.getTime() - known.at < RESIGN_AFTER_MS) return known.text;
      const unsigned = await statusListCredential({
        url: `${issuer.baseUrl}/status/${number}`,
        issuer: issuer.did,
        revoked,
        validFrom: secondsOf(now),
        validUntil: secondsOf(new Date(now.getTime() + STATUS_VALID_MS)),
        ttlMs: STATUS_TTL_MS,
      });
      const text = JSON.stringify(await signWithDataIntegrity({ ...unsigned, '@context': [CREDENTIALS_V2] }, signer, now));
      signed.set(key, { text, at: now.getTime() });
      return text;
    },
    pdf(credentialId, certificate) {
      const known = pdfs.get(credentialId);
      if (known !== undefined) return known;
      const made = certificatePdf(certificate);
      pdfs.set(credentialId, made);
      made.catch(() => pdfs.delete(credentialId));
      return made;
    },
  };
}
