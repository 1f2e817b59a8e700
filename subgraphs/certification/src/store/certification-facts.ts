import type { Tx } from '@academy/platform/db';
import { and, desc, eq, isNull, ne, or } from 'drizzle-orm';
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
