import type { PageRequest } from '@academy/kernel';
import type { Tx } from '@academy/platform/db';
import { and, desc, eq, getTableColumns, inArray, ne, or, type SQL, sql } from 'drizzle-orm';
import type { Assignee } from '../domain/visibility.ts';
import { certificationEvents, certifications } from '../tables/cases.ts';
import { certificates } from '../tables/certificates.ts';
import { casesOf, isAssigned, type Seen } from './assigned.ts';
import type { CertificateRow } from './certificate.ts';
import type { CertificationRow } from './certification.ts';
import { isAfterInstant } from './newest-first.ts';

export type SeenCertification = Seen<CertificationRow>;
export type SeenCertificate = Seen<CertificateRow>;
export type CertificationEventRow = typeof certificationEvents.$inferSelect;

/** Narrows a list; what is undefined narrows nothing. */
export type ListFilter = {
  /** Whoever sees her own, and those that she is assigned to. */
  readonly viewer?: { readonly userId: string; readonly assignee: Assignee | undefined } | undefined;
  readonly courseId?: string | undefined;
  readonly statuses?: readonly string[] | undefined;
  /** A code with its version, or without: then every version. */
  readonly standardCode?: string | undefined;
};

/** The cases with these ids, in no order. */
export function findCertifications(tx: Tx, ids: readonly string[], assignee: Assignee | undefined): Promise<SeenCertification[]> {
  return tx.select(seenCase(assignee)).from(certifications).where(inArray(certifications.id, ids));
}

/** At most `page.size + 1` cases after the page's cursor (opened at, id), newest first. */
export function findCertificationPage(tx: Tx, filter: ListFilter, page: PageRequest): Promise<SeenCertification[]> {
  const { courseId, standardCode, standardMajor, status } = certifications;
  const conditions = [
    filter.viewer === undefined ? undefined : isOf(filter.viewer),
    filter.courseId === undefined ? undefined : eq(courseId, filter.courseId),
    filter.statuses === undefined ? undefined : inArray(sql`${status}`, [...filter.statuses]),
    filter.standardCode === undefined
      ? undefined
      : or(eq(standardCode, filter.standardCode), eq(standardMajor, filter.standardCode)),
    isAfter(page),
  ];
  return tx
    .select(seenCase(filter.viewer?.assignee))
    .from(certifications)
    .where(and(...conditions))
    .orderBy(desc(certifications.openedAt), desc(certifications.id))
    .limit(page.size + 1);
}

/** Of each candidate at most `page.size + 1` cases after the page's cursor, newest first: of others than herself those alone that the viewer is assigned to, if she sees by that. */
export async function findPagesOfCandidates(
  tx: Tx,
  candidateIds: readonly string[],
  page: PageRequest,
  assignee: Assignee | undefined,
): Promise<SeenCertification[]> {
  const { candidateId, openedAt, id } = certifications;
  const ranked = tx
    .select({
      id,
      rank: sql<number>`row_number() over (partition by ${candidateId} order by ${openedAt} desc, ${id} desc)`.as('rank'),
    })
    .from(certifications)
    .where(and(inArray(candidateId, candidateIds), isAfter(page), isShownTo(assignee)))
    .as('ranked');
  return tx
    .select(seenCase(assignee))
    .from(certifications)
    .innerJoin(ranked, and(eq(ranked.id, id), sql`${ranked.rank} <= ${page.size + 1}`))
    .orderBy(desc(openedAt), desc(id));
}

/** The newest case of each of these enrolments that the viewer may see by assignments, if she sees by them; else the newest. Late reversals apart. */
export function findNewestOfEnrollments(
  tx: Tx,
  enrollmentIds: readonly string[],
  assignee: Assignee | undefined,
): Promise<SeenCertification[]> {
  const { enrollmentId, openedAt, id, path } = certifications;
  return tx
    .selectDistinctOn([enrollmentId], seenCase(assignee))
    .from(certifications)
    .where(and(inArray(enrollmentId, enrollmentIds), ne(path, 'REVERSAL'), isShownTo(assignee)))
    .orderBy(enrollmentId, desc(openedAt), desc(id));
}

/** The certificates with these ids, in no order. */
export function findCertificates(tx: Tx, ids: readonly string[], assignee: Assignee | undefined): Promise<SeenCertificate[]> {
  return tx.select(seenCertificate(assignee)).from(certificates).where(inArray(certificates.id, ids));
}

/** The certificates of these cases, in no order. */
export function findCertificatesOf(
  tx: Tx,
  certificationIds: readonly string[],
  assignee: Assignee | undefined,
): Promise<SeenCertificate[]> {
  return tx.select(seenCertificate(assignee)).from(certificates).where(inArray(certificates.certificationId, certificationIds));
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

/** The issued certificate with this verification code, and by nothing else; undefined when none has it. `key` as `lookupKey` makes it. */
export async function findByVerificationCode(tx: Tx, tenantId: string, key: string): Promise<CertificateRow | undefined> {
  const isIt = and(eq(certificates.tenantId, tenantId), eq(certificates.verificationKey, key));
  const [row] = await tx
    .select()
    .from(certificates)
    .where(and(isIt, sql`${certificates.issuedAt} is not null`));
  return row;
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

function seenCase(assignee: Assignee | undefined) {
  return { ...getTableColumns(certifications), isAssigned: isAssigned(certifications.id, assignee) };
}

function seenCertificate(assignee: Assignee | undefined) {
  return { ...getTableColumns(certificates), isAssigned: isAssigned(certificates.certificationId, assignee) };
}

function isShownTo(assignee: Assignee | undefined): SQL | undefined {
  return assignee === undefined
    ? undefined
    : or(eq(certifications.candidateId, assignee.personId), isAssigned(certifications.id, assignee));
}

/** By the ids of a union, so that a person's few cases are not looked for among all of the tenant's. */
function isOf({ userId, assignee }: NonNullable<ListFilter['viewer']>): SQL {
  const { id, candidateId } = certifications;
  if (assignee === undefined) return eq(candidateId, userId);
  if (assignee.duty === 'CENTRE') return sql`(${candidateId} = ${userId} or ${isAssigned(id, assignee)})`;
  const own = sql`select own.id from ${certifications} own where own.candidate_id = ${userId}`;
  return sql`${id} in (${own} union ${casesOf(assignee)})`;
}

function isAfter(page: PageRequest): SQL | undefined {
  return isAfterInstant(page, certifications.openedAt, certifications.id);
}
