import { checkProof } from '@academy/platform/credentials';
import type { Tx } from '@academy/platform/db';
import type { Vault } from '@academy/platform/vault';
import { and, eq, or } from 'drizzle-orm';
import type { CredentialKind } from '../domain/credential/open-badge.ts';
import { type CredentialOutcome, outcomeOf } from '../domain/credential/outcome.ts';
import type { ShownCode } from '../domain/credential/shown-code.ts';
import { certifications } from '../tables/cases.ts';
import { type CertificateRow, findStandingCertificate } from './certificate.ts';
import type { CertificationRow } from './certification.ts';
import { findCase } from './certification-facts.ts';
import { findByKey } from './certification-lists.ts';
import { type CredentialRow, findCredential, findCredentialOf } from './credential.ts';
import { findIssuer, type IssuerRow, knownIssuer } from './issuer.ts';
import { openContent } from './sealed-credential.ts';

/** What a credential or certificate was found to be. All but the outcome is undefined when the tenant knows none. */
export type Verification = {
  readonly outcome: CredentialOutcome;
  readonly kind?: CredentialKind;
  /** Undefined for certificates from before credentials were signed. */
  readonly credential?: CredentialRow | undefined;
  readonly certificate?: CertificateRow | undefined;
  readonly certification?: CertificationRow;
  readonly issuer?: IssuerRow | undefined;
};

type At = { readonly tenantId: string; readonly vault: Vault; readonly now: Date };
/** One thing that was issued: a certificate with its credential, or a credential alone. */
type Found = {
  readonly kind: CredentialKind;
  readonly certification: CertificationRow;
  readonly certificate: CertificateRow | undefined;
  readonly credential: CredentialRow | undefined;
};

/** What is found by a code, a folio of ours or of the authority, or a credential's id. What is kept of it is held against its signature. */
export async function verifyByCode(tx: Tx, shown: ShownCode, at: At): Promise<Verification> {
  const found = await findShown(tx, shown, at.tenantId);
  if (found === undefined) return { outcome: 'UNKNOWN' };
  const { credential } = found;
  const issuer = await findIssuer(tx, at.tenantId);
  const isIntact = credential === undefined ? null : await isKeptIntact(tx, credential, issuer, at.vault);
  return told(found, issuer, isIntact, at.now);
}

/** What a credential that somebody shows is: JSON with a proof, or a JWT. */
export async function verifyShown(tx: Tx, text: string, at: At): Promise<Verification> {
  const issuer = await findIssuer(tx, at.tenantId);
  if (issuer === undefined) return { outcome: 'WRONG_ISSUER' };
  const checked = await checkProof(text, await knownIssuer(tx, issuer));
  switch (checked.kind) {
    case 'unreadable':
      return { outcome: 'UNKNOWN' };
    case 'foreign':
      return { outcome: 'WRONG_ISSUER' };
    case 'altered':
      return { outcome: 'TAMPERED' };
    case 'genuine': {
      const id = checked.id.startsWith(`${issuer.baseUrl}/credentials/`) ? checked.id.slice(-36) : '';
      const row = await findCredential(tx, at.tenantId, id);
      const found = row === undefined ? undefined : await withCase(tx, row);
      return found === undefined ? { outcome: 'UNKNOWN' } : told(found, issuer, true, at.now);
    }
  }
}

function told(found: Found, issuer: IssuerRow | undefined, isIntact: boolean | null, now: Date): Verification {
  const { kind, credential, certificate, certification } = found;
  const isRevoked =
    (credential?.revokedAt ?? null) !== null ||
    (kind === 'COMPLETION' ? certificate?.status === 'REVOKED' : certification.status === 'REVOKED');
  const hasExpired = kind === 'COMPETENCY' && certification.status === 'EXPIRED';
  const outcome = outcomeOf({ isRevoked, hasExpired, isIntact, validUntil: credential?.validUntil ?? null }, now);
  return { outcome, ...found, issuer };
}

async function findShown(tx: Tx, shown: ShownCode, tenantId: string): Promise<Found | undefined> {
  if (shown.kind === 'credential') {
    const row = await findCredential(tx, tenantId, shown.id);
    return row === undefined ? undefined : withCase(tx, row);
  }
  const ours = await findByKey(tx, tenantId, shown.key);
  if (ours !== undefined) {
    const kind = 'COMPLETION';
    return { kind, ...ours, credential: await findCredentialOf(tx, { tenantId, certificationId: ours.certification.id, kind }) };
  }
  const { officialFolio, reissuedFolio } = certifications;
  const [official] = await tx
    .select()
    .from(certifications)
    .where(and(eq(certifications.tenantId, tenantId), or(eq(officialFolio, shown.typed), eq(reissuedFolio, shown.typed))))
    .limit(1);
  const of = { tenantId, certificationId: official?.id ?? '', kind: 'COMPETENCY' } as const;
  const credential = official === undefined ? undefined : await findCredentialOf(tx, of);
  return credential === undefined ? undefined : withCase(tx, credential);
}

/** The credential with its case; undefined for one whose certificate was never issued. */
async function withCase(tx: Tx, credential: CredentialRow): Promise<Found | undefined> {
  const { tenantId, certificationId, kind } = credential;
  const certification = await findCase(tx, tenantId, certificationId);
  const certificate = await findStandingCertificate(tx, certification);
  if (kind === 'COMPLETION' && (certificate?.issuedAt ?? null) === null) return undefined;
  return { kind, credential, certificate, certification };
}

/** Whether what is kept bears its signature still; null where the holder was erased and nothing is kept. */
async function isKeptIntact(tx: Tx, row: CredentialRow, issuer: IssuerRow | undefined, vault: Vault): Promise<boolean | null> {
  const content = issuer === undefined ? undefined : await openContent(tx, vault, row);
  if (issuer === undefined || content === undefined) return null;
  return (await checkProof(content.json, await knownIssuer(tx, issuer))).kind === 'genuine';
}
