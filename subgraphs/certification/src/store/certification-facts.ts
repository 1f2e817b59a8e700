import type { Tx } from '@academy/platform/db';
import { and, desc, eq, inArray, isNull, ne, or } from 'drizzle-orm';
import type { SubmissionFacts } from '../domain/case/facts.ts';
import { standardMajorOf } from '../domain/standard-major.ts';
import { certifications } from '../tables/cases.ts';
import type { CertificationRow } from './certification.ts';
import type { CompletionRow } from './completion.ts';

/** Whether the tenant has this case. */
export async function hasCase(tx: Tx, tenantId: string, certificationId: string): Promise<boolean> {
  const [row] = await tx
    .select({ id: certifications.id })
    .from(certifications)
    .where(and(eq(certifications.tenantId, tenantId), eq(certifications.id, certificationId)));
  return row !== undefined;
}

/** The case as it is, not locked. Throws when the tenant has no such case. */
export async function findCase(tx: Tx, tenantId: string, certificationId: string): Promise<CertificationRow> {
  const [row] = await tx
    .select()
    .from(certifications)
    .where(and(eq(certifications.tenantId, tenantId), eq(certifications.id, certificationId)));
  if (row === undefined) throw new Error(`There is no certification ${certificationId} in this tenant.`);
  return row;
}

/** Id of the case whose official certificate bears this folio, as it was issued or reissued; undefined when none does. */
export async function findCaseByFolio(tx: Tx, tenantId: string, folio: string): Promise<string | undefined> {
  const { officialFolio, reissuedFolio } = certifications;
  const [row] = await tx
    .select({ id: certifications.id })
    .from(certifications)
    .where(and(eq(certifications.tenantId, tenantId), or(eq(officialFolio, folio), eq(reissuedFolio, folio))))
    .limit(1);
  return row?.id;
}

/** The newest case of an enrolment, late reversals apart; undefined when none was ever opened. */
export async function findNewestOf(tx: Tx, tenantId: string, enrollmentId: string): Promise<CertificationRow | undefined> {
  const [row] = await tx
    .select()
    .from(certifications)
    .where(
      and(
        eq(certifications.tenantId, tenantId),
        eq(certifications.enrollmentId, enrollmentId),
        ne(certifications.path, 'REVERSAL'),
      ),
    )
    .orderBy(desc(certifications.openedAt), desc(certifications.id))
    .limit(1);
  return row;
}

/** Id of the case that redoes this one; undefined when none does. */
export async function findRedoOf(tx: Tx, tenantId: string, certificationId: string): Promise<string | undefined> {
  const [row] = await tx
    .select({ id: certifications.id })
    .from(certifications)
    .where(and(eq(certifications.tenantId, tenantId), eq(certifications.redoOf, certificationId)));
  return row?.id;
}

/**
 * A certificate of competency of this person for this standard, of any version, that CONOCER issued in another case and that is valid still, with the folio that
 * she holds it by; null when there is none. Until when it is valid nobody has told: it is until its case says that it expired or was revoked.
 */
export async function findValidCertificate(
  tx: Tx,
  { tenantId, id, candidateId, standardMajor }: Pick<CertificationRow, 'tenantId' | 'id' | 'candidateId' | 'standardMajor'>,
): Promise<SubmissionFacts['validCertificate']> {
  if (standardMajor === null) return null;
  const { officialFolio, reissuedFolio } = certifications;
  const [row] = await tx
    .select({ officialFolio, reissuedFolio })
    .from(certifications)
    .where(
      and(
        eq(certifications.tenantId, tenantId),
        eq(certifications.candidateId, candidateId),
        eq(certifications.standardMajor, standardMajor),
        inArray(certifications.status, ['ISSUED', 'DELIVERED', 'REISSUED']),
        ne(certifications.id, id),
      ),
    )
    .limit(1);
  const folio = row?.reissuedFolio ?? row?.officialFolio;
  return folio === null || folio === undefined ? null : { folio, validThrough: null };
}

/** Id of the open case that stands in the way of a second one for this completion: of its learner and standard, or of its enrolment when it has none. */
export async function findOpenCaseId(tx: Tx, completion: CompletionRow): Promise<string | undefined> {
  const { tenantId, candidateId, enrollmentId, standardMajor, isOpen, id, path } = certifications;
  const isSame =
    completion.standardCode === null
      ? and(eq(enrollmentId, completion.enrollmentId), isNull(standardMajor))
      : and(eq(candidateId, completion.learnerId), eq(standardMajor, standardMajorOf(completion.standardCode)));
  const [row] = await tx
    .select({ id })
    .from(certifications)
    .where(and(eq(tenantId, completion.tenantId), eq(isOpen, true), ne(path, 'REVERSAL'), isSame));
  return row?.id;
}
