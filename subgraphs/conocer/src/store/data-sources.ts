import type { DataSource } from '@academy/platform/data-subject';
import { and, asc, eq, gt, sql } from 'drizzle-orm';
import { accreditations } from '../tables/accreditations.ts';
import { lotPackageMembers, lotPackages } from '../tables/lots.ts';
import { submissionAttempts, submissions } from '../tables/submissions.ts';

/** All that this island keeps of a person: what was handed to the authority for her, the calls that did it, the packages that people carried there, and what she is accredited by. */
export const dataSources: readonly DataSource[] = [
  {
    kind: 'submission',
    read: async (tx, { tenantId, subjectId }, { after, limit }) => {
      const { id, certificationId, caseAttempt, standardCode, certificateFolio, evaluatedOn, status } = submissions;
      const { authorityId, sentAt, officialFolio, issuedOn, rejectionReason, requestedAt } = submissions;
      const rows = await tx
        .select({
          ...{ id, certificationId, caseAttempt, standardCode, certificateFolio, evaluatedOn, status },
          ...{ authorityId, sentAt, officialFolio, issuedOn, rejectionReason, requestedAt },
        })
        .from(submissions)
        .where(
          and(
            eq(submissions.tenantId, tenantId),
            eq(submissions.candidateId, subjectId),
            after === undefined ? undefined : gt(id, after),
          ),
        )
        .orderBy(asc(id))
        .limit(limit);
      return rows.map((data) => ({ key: data.id, data }));
    },
  },
  {
    kind: 'submission-call',
    read: async (tx, { tenantId, subjectId }, { after, limit }) => {
      const { submissionId, call, startedAt, answeredAt, outcome } = submissionAttempts;
      const key = sql<string>`${submissionId} || '/' || lpad(${call}::text, 9, '0')`;
      const rows = await tx
        .select({ key: key.as('key'), submissionId, call, startedAt, answeredAt, outcome })
        .from(submissionAttempts)
        .innerJoin(submissions, and(eq(submissions.tenantId, submissionAttempts.tenantId), eq(submissions.id, submissionId)))
        .where(
          and(
            eq(submissions.tenantId, tenantId),
            eq(submissions.candidateId, subjectId),
            after === undefined ? undefined : sql`${key} > ${after}`,
          ),
        )
        .orderBy(asc(key))
        .limit(limit);
      return rows.map(({ key: place, ...data }) => ({ key: place, data }));
    },
  },
  {
    kind: 'accreditation',
    read: async (tx, { tenantId, subjectId }, { after, limit }) => {
      const { id, kind, standardMajor, folio, issuedOn, validThrough, recordedAt, endedAt, endReason } = accreditations;
      const rows = await tx
        .select({ id, kind, standardMajor, folio, issuedOn, validThrough, recordedAt, endedAt, endReason })
        .from(accreditations)
        .where(
          and(
            eq(accreditations.tenantId, tenantId),
            eq(accreditations.personId, subjectId),
            after === undefined ? undefined : gt(id, after),
          ),
        )
        .orderBy(asc(id))
        .limit(limit);
      return rows.map((data) => ({ key: data.id, data }));
    },
  },
  {
    kind: 'lot-package',
    read: async (tx, { tenantId, subjectId }, { after, limit }) => {
      const { packageId, submissionId } = lotPackageMembers;
      const { lotId, status, readyAt, handedOverAt } = lotPackages;
      const key = sql<string>`${packageId} || '/' || ${submissionId}`;
      const rows = await tx
        .select({ key: key.as('key'), packageId, submissionId, lotId, status, readyAt, handedOverAt })
        .from(lotPackageMembers)
        .innerJoin(lotPackages, and(eq(lotPackages.tenantId, lotPackageMembers.tenantId), eq(lotPackages.id, packageId)))
        .innerJoin(submissions, and(eq(submissions.tenantId, lotPackageMembers.tenantId), eq(submissions.id, submissionId)))
        .where(
          and(
            eq(submissions.tenantId, tenantId),
            eq(submissions.candidateId, subjectId),
            after === undefined ? undefined : sql`${key} > ${after}`,
          ),
        )
        .orderBy(asc(key))
        .limit(limit);
      return rows.map(({ key: place, ...data }) => ({ key: place, data }));
    },
  },
];
