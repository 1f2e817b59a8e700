import { randomBytes } from 'node:crypto';
import { certificateIssued, certificateRevoked } from '@academy/contracts';
import type { Tx } from '@academy/platform/db';
import { emit } from '@academy/platform/events';
import { derivedId, newId } from '@academy/platform/ids';
import { and, desc, eq, isNotNull } from 'drizzle-orm';
import { lookupKey } from '../domain/crockford.ts';
import { FOLIO_BYTES, makeFolio, makeVerificationCode, VERIFICATION_CODE_BYTES } from '../domain/folio.ts';
import { certifications } from '../tables/cases.ts';
import { certificates } from '../tables/certificates.ts';
import type { CertificationRow } from './certification.ts';
import { revokeCredential } from './credential.ts';

export type CertificateRow = typeof certificates.$inferSelect;

/** Who a certificate's document names, where it lies, and when it bears to have been issued. */
export type IssuedDocument = { objectName: string; sha256: string; holderInitials: string; issuedAt: Date };

/**
 * The case has a certificate, REQUESTED, with the folio and code that it will bear. Nobody sees them before it is issued.
 * Throws in the rare case that the folio exists already: the next try draws another.
 */
export async function requestCertificate(tx: Tx, row: CertificationRow, now: Date): Promise<void> {
  const folio = makeFolio(now, randomBytes(FOLIO_BYTES));
  const verificationCode = makeVerificationCode(randomBytes(VERIFICATION_CODE_BYTES));
  await tx.insert(certificates).values({
    tenantId: row.tenantId,
    id: newId(),
    certificationId: row.id,
    holderId: row.candidateId,
    courseId: row.courseId,
    status: 'REQUESTED',
    folio,
    folioKey: lookupKey(folio),
    verificationCode,
    verificationKey: lookupKey(verificationCode),
    requestedAt: now,
  });
}

/** The certificate of a case; undefined when none was requested. */
export async function findCertificateOf(tx: Tx, tenantId: string, certificationId: string): Promise<CertificateRow | undefined> {
  const [row] = await tx
    .select()
    .from(certificates)
    .where(and(eq(certificates.tenantId, tenantId), eq(certificates.certificationId, certificationId)));
  return row;
}

/**
 * The certificate that stands for a case: its own, or of a case that tries the same completion again the one that was issued for the first. Undefined when
 * there is none. A completion is certified by the academy once, however often an evaluator judges.
 */
export async function findStandingCertificate(tx: Tx, row: CertificationRow): Promise<CertificateRow | undefined> {
  const { tenantId, id, enrollmentId } = row;
  const own = await findCertificateOf(tx, tenantId, id);
  if (own !== undefined || row.path !== 'ACCREDITED_EVALUATOR') return own;
  const ofCase = and(eq(certifications.tenantId, certificates.tenantId), eq(certifications.id, certificates.certificationId));
  const [earlier] = await tx
    .select({ certificate: certificates })
    .from(certificates)
    .innerJoin(certifications, ofCase)
    .where(
      and(eq(certificates.tenantId, tenantId), eq(certifications.enrollmentId, enrollmentId), isNotNull(certificates.issuedAt)),
    )
    .orderBy(desc(certificates.issuedAt))
    .limit(1);
  return earlier?.certificate;
}

/** The certificate of this id. Throws when the tenant has none: ids of certificates come from our own rows. */
export async function findCertificateById(tx: Tx, tenantId: string, id: string): Promise<CertificateRow> {
  const [row] = await tx
    .select()
    .from(certificates)
    .where(and(eq(certificates.tenantId, tenantId), eq(certificates.id, id)));
  if (row === undefined) throw new Error(`There is no certificate ${id} in this tenant.`);
  return row;
}

/** A REQUESTED certificate is ISSUED, and the other islands are told. False when it is in another state: nothing changes. The caller holds the case's row lock. */
export async function issueCertificate(
  tx: Tx,
  certificate: CertificateRow,
  document: IssuedDocument,
  now: Date,
): Promise<boolean> {
  const [issued] = await tx
    .update(certificates)
    .set({ ...document, status: 'ISSUED' })
    .where(isStill(certificate, 'REQUESTED'))
    .returning();
  if (issued === undefined) return false;
  const { tenantId, id: certificateId, certificationId, folio, holderId, courseId } = issued;
  await emit(tx, certificateIssued, {
    tenantId,
    id: derivedId(certificateId, 'issued'),
    subject: certificationId,
    occurredAt: now,
    data: { certificateId, certificationId, folio, holderId, courseId },
  });
  return true;
}

/**
 * The certificate is REVOKED for good, and so is its credential. The other islands are told when it had been issued: of one that never was, they know nothing.
 * False when it is revoked already. The caller holds the case's row lock.
 */
export async function revokeCertificate(tx: Tx, certificate: CertificateRow, reason: string, now: Date): Promise<boolean> {
  if (certificate.status === 'REVOKED') return false;
  const revoked = await tx
    .update(certificates)
    .set({ status: 'REVOKED', revokedAt: now, revocationReason: reason })
    .where(isStill(certificate, certificate.status))
    .returning({ id: certificates.id });
  if (revoked.length === 0) return false;
  await revokeCredential(
    tx,
    { tenantId: certificate.tenantId, certificationId: certificate.certificationId, kind: 'COMPLETION' },
    now,
  );
  const { tenantId, id: certificateId, certificationId, folio, holderId } = certificate;
  if (certificate.status === 'ISSUED') {
    await emit(tx, certificateRevoked, {
      tenantId,
      id: derivedId(certificateId, 'revoked'),
      subject: certificationId,
      occurredAt: now,
      data: { certificateId, certificationId, folio, holderId },
    });
  }
  return true;
}

function isStill(certificate: CertificateRow, status: CertificateRow['status']) {
  return and(
    eq(certificates.tenantId, certificate.tenantId),
    eq(certificates.id, certificate.id),
    eq(certificates.status, status),
  );
}
