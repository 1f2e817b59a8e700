import { Fault, isUuid, type PageRequest } from '@academy/kernel';
import type { Tx } from '@academy/platform/db';
import { and, desc, eq, inArray, ne, or, type SQL, sql } from 'drizzle-orm';
import { certificates, certificationEvents, certifications } from '../tables.ts';
import type { CertificateRow } from './certificate.ts';
import type { CertificationRow } from './certification.ts';

export type CertificationEventRow = typeof certificationEvents.$inferSelect;

/** Narrows a list; what is undefined narrows nothing. */
export type ListFilter = {
  readonly candidateId?: string | undefined;
  readonly courseId?: string | undefined;
  readonly statuses?: readonly string[] | undefined;
  /** A code with its version, or without: then every version. */
  readonly standardCode?: string | undefined;
};

/** The cases with these ids, in no order. */
export function findCertifications(tx: Tx, ids: readonly string[]): Promise<CertificationRow[]> {
  return tx.select().from(certifications).where(inArray(certifications.id, ids));
}

/** At most `page.size + 1` cases after the page's cursor (opened at, id), newest first. */
export function findCertificationPage(tx: Tx, filter: ListFilter, page: PageRequest): Promise<CertificationRow[]> {
  const { candidateId, courseId, standardCode, standardMajor, status } = certifications;
  const conditions = [
    filter.candidateId === undefined ? undefined : eq(candidateId, filter.candidateId),
    filter.courseId === undefined ? undefined : eq(courseId, filter.courseId),
    filter.statuses === undefined ? undefined : inArray(sql`${status}`, [...filter.statuses]),
    filter.standardCode === undefined
      ? undefined
      : or(eq(standardCode, filter.standardCode), eq(standardMajor, filter.standardCode)),
    isAfter(page),
  ];
  return tx
    .select()
    .from(certifications)
    .where(and(...conditions))
    .orderBy(desc(certifications.openedAt), desc(certifications.id))
    .limit(page.size + 1);
}

/** Of each candidate at most `page.size + 1` cases after the page's cursor, newest first. */
export async function findPagesOfCandidates(
  tx: Tx,
  candidateIds: readonly string[],
  page: PageRequest,
): Promise<CertificationRow[]> {
  const { candidateId, openedAt, id } = certifications;
  const ranked = tx
    .select({
      id,
      rank: sql<number>`row_number() over (partition by ${candidateId} order by ${openedAt} desc, ${id} desc)`.as('rank'),
    })
    .from(certifications)
    .where(and(inArray(candidateId, candidateIds), isAfter(page)))
    .as('ranked');
  const rows = await tx
    .select({ row: certifications })
    .from(certifications)
    .innerJoin(ranked, and(eq(ranked.id, id), sql`${ranked.rank} <= ${page.size + 1}`))
    .orderBy(desc(openedAt), desc(id));
  return rows.map(({ row }) => row);
}

/** The newest case of each of these enrolments, late reversals apart. */
export function findNewestOfEnrollments(tx: Tx, enrollmentIds: readonly string[]): Promise<CertificationRow[]> {
  const { enrollmentId, openedAt, id, path } = certifications;
  return tx
    .selectDistinctOn([enrollmentId])
    .from(certifications)
    .where(and(inArray(enrollmentId, enrollmentIds), ne(path, 'REVERSAL')))
    .orderBy(enrollmentId, desc(openedAt), desc(id));
}

/** The certificates with these ids, in no order. */
export function findCertificates(tx: Tx, ids: readonly string[]): Promise<CertificateRow[]> {
  return tx.select().from(certificates).where(inArray(certificates.id, ids));
}

/** The certificates of these cases, in no order. */
export function findCertificatesOf(tx: Tx, certificationIds: readonly string[]): Promise<CertificateRow[]> {
  return tx.select().from(certificates).where(inArray(certificates.certificationId, certificationIds));
}

/** Of each case its history entries `after + 1` to `after + count`, in order: numbers have no gaps, so a page is a range of them. */
export function findHistory(
  tx: Tx,
  certificationIds: readonly string[],
  range: { after: number; count: number },
): Promise<CertificationEventRow[]> {
  const { certificationId, seq } = certificationEvents;
  return tx
    .select()
    .from(certificationEvents)
    .where(
      and(inArray(certificationId, certificationIds), sql`${seq} > ${range.after}`, sql`${seq} <= ${range.after + range.count}`),
    )
    .orderBy(certificationId, seq);
}

/** The issued certificate that bears this folio or code, with its case; undefined when none does. `key` as `lookupKey` makes it. */
export async function findByKey(
  tx: Tx,
  tenantId: string,
  key: string,
): Promise<{ certificate: CertificateRow; certification: CertificationRow } | undefined> {
  const [row] = await tx
    .select({ certificate: certificates, certification: certifications })
    .from(certificates)
    .innerJoin(
      certifications,
      and(eq(certifications.tenantId, certificates.tenantId), eq(certifications.id, certificates.certificationId)),
    )
    .where(
      and(
        eq(certificates.tenantId, tenantId),
        or(eq(certificates.folioKey, key), eq(certificates.verificationKey, key)),
        sql`${certificates.issuedAt} is not null`,
      ),
    )
    .limit(1);
  return row;
}

function isAfter(page: PageRequest): SQL | undefined {
  if (page.after === undefined) return undefined;
  const [instant, id] = page.after;
  if (instant === undefined || !isUuid(id) || Number.isNaN(Date.parse(instant))) {
    throw new Fault('BAD_USER_INPUT', 'after must be a cursor that this list returned; start again without it.');
  }
  return sql`(${certifications.openedAt}, ${certifications.id}) < (${instant}::timestamptz, ${id}::uuid)`;
}
