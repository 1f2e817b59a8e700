import type { DataSource } from '@academy/platform/data-subject';
import { and, asc, eq, gt, or, sql } from 'drizzle-orm';
import { caseAssignments } from '../tables/assignments.ts';
import { completions } from '../tables/candidates.ts';
import { certificationEvents, certifications } from '../tables/cases.ts';
import { certificates } from '../tables/certificates.ts';
import { credentials } from '../tables/credentials.ts';
import { dictamenOpinions, verifications } from '../tables/lots.ts';
import { evaluationSources } from './evaluation-sources.ts';

/** All that this island keeps of a person: what she finished and how it was judged, her cases with their histories, who worked on them and what a dictamen said of them, her certificates, what her evaluations left, and the cases that she works on. */
export const dataSources: readonly DataSource[] = [
  {
    kind: 'completion',
    read: async (tx, { tenantId, subjectId }, { after, limit }) => {
      const { enrollmentId, courseTitle, standardCode, scorePercent, minimumScorePercent, reactivos, completedAt } = completions;
      const rows = await tx
        .select({ enrollmentId, courseTitle, standardCode, scorePercent, minimumScorePercent, reactivos, completedAt })
        .from(completions)
        .where(
          and(
            eq(completions.tenantId, tenantId),
            eq(completions.learnerId, subjectId),
            after === undefined ? undefined : gt(enrollmentId, after),
          ),
        )
        .orderBy(asc(enrollmentId))
        .limit(limit);
      return rows.map((data) => ({ key: data.enrollmentId, data }));
    },
  },
  {
    kind: 'certification',
    read: async (tx, { tenantId, subjectId }, { after, limit }) => {
      const { id, courseTitle, enrollmentId, standardCode, status, hold, missedCriteria, officialFolio } = certifications;
      const { path, readiness, plan, outcomeReason, portfolioRoot, rejectionReason, validThrough, openedAt, changedAt } =
        certifications;
      const rows = await tx
        .select({
          ...{ id, courseTitle, enrollmentId, standardCode, status, hold, missedCriteria, officialFolio },
          ...{ path, readiness, plan, outcomeReason, portfolioRoot, rejectionReason, validThrough, openedAt, changedAt },
        })
        .from(certifications)
        .where(
          and(
            eq(certifications.tenantId, tenantId),
            eq(certifications.candidateId, subjectId),
            after === undefined ? undefined : gt(id, after),
          ),
        )
        .orderBy(asc(id))
        .limit(limit);
      return rows.map((data) => ({ key: data.id, data }));
    },
  },
  {
    kind: 'certification-event',
    read: async (tx, { tenantId, subjectId }, { after, limit }) => {
      const { certificationId, seq, status, hold, detail, occurredAt } = certificationEvents;
      const key = sql<string>`${certificationId} || '/' || lpad(${seq}::text, 9, '0')`;
      const rows = await tx
        .select({ key: key.as('key'), certificationId, seq, status, hold, detail, occurredAt })
        .from(certificationEvents)
        .innerJoin(
          certifications,
          and(eq(certifications.tenantId, certificationEvents.tenantId), eq(certifications.id, certificationId)),
        )
        .where(
          and(
            eq(certifications.tenantId, tenantId),
            eq(certifications.candidateId, subjectId),
            after === undefined ? undefined : sql`${key} > ${after}`,
          ),
        )
        .orderBy(asc(key))
        .limit(limit);
      return rows.map(({ key: place, ...data }) => ({ key: place, data }));
    },
  },
  {
    kind: 'certificate',
    read: async (tx, { tenantId, subjectId }, { after, limit }) => {
      const { id, certificationId, status, folio, verificationCode, holderInitials, sha256 } = certificates;
      const { issuedAt, revokedAt, revocationReason } = certificates;
      const rows = await tx
        .select({
          ...{ id, certificationId, status, folio, verificationCode, holderInitials, sha256 },
          ...{ issuedAt, revokedAt, revocationReason },
        })
        .from(certificates)
        .where(
          and(
            eq(certificates.tenantId, tenantId),
            eq(certificates.holderId, subjectId),
            after === undefined ? undefined : gt(id, after),
          ),
        )
        .orderBy(asc(id))
        .limit(limit);
      return rows.map((data) => ({ key: data.id, data }));
    },
  },
  {
    kind: 'credential',
    read: async (tx, { tenantId, subjectId }, { after, limit }) => {
      const { id, certificationId, kind: attests, sha256, issuedAt, validUntil, revokedAt } = credentials;
      const rows = await tx
        .select({ id, certificationId, attests, sha256, issuedAt, validUntil, revokedAt })
        .from(credentials)
        .where(
          and(
            eq(credentials.tenantId, tenantId),
            eq(credentials.holderId, subjectId),
            after === undefined ? undefined : gt(id, after),
          ),
        )
        .orderBy(asc(id))
        .limit(limit);
      return rows.map((data) => ({ key: data.id, data }));
    },
  },
  {
    kind: 'case-assignment',
    read: async (tx, { tenantId, subjectId }, { after, limit }) => {
      const { id, certificationId, personId, duty, assignedAt, endedAt } = caseAssignments;
      const rows = await tx
        .select({ id, certificationId, personId, duty, assignedAt, endedAt })
        .from(caseAssignments)
        .innerJoin(
          certifications,
          and(eq(certifications.tenantId, caseAssignments.tenantId), eq(certifications.id, certificationId)),
        )
        .where(
          and(
            eq(caseAssignments.tenantId, tenantId),
            or(eq(personId, subjectId), eq(certifications.candidateId, subjectId)),
            after === undefined ? undefined : gt(id, after),
          ),
        )
        .orderBy(asc(id))
        .limit(limit);
      // Whose case she works on, and who works on hers, is somebody else's to tell: that somebody does is hers.
      return rows.map(({ personId: who, certificationId: of, ...data }) => ({
        key: data.id,
        data: who === subjectId ? { ...data, as: 'assigned' } : { ...data, as: 'candidate', certificationId: of },
      }));
    },
  },
  {
    kind: 'verification',
    read: async (tx, { tenantId, subjectId }, { after, limit }) => {
      const { certificationId, verifierId, portfolioRoot, verifiedAt } = verifications;
      const rows = await tx
        .select({ certificationId, verifierId, portfolioRoot, verifiedAt })
        .from(verifications)
        .innerJoin(
          certifications,
          and(eq(certifications.tenantId, verifications.tenantId), eq(certifications.id, certificationId)),
        )
        .where(
          and(
            eq(verifications.tenantId, tenantId),
            or(eq(verifierId, subjectId), eq(certifications.candidateId, subjectId)),
            after === undefined ? undefined : gt(certificationId, after),
          ),
        )
        .orderBy(asc(certificationId))
        .limit(limit);
      return rows.map(({ verifierId: who, certificationId: of, verifiedAt: at, ...data }) => ({
        key: of,
        data:
          who === subjectId
            ? { as: 'verifier', verifiedAt: at }
            : { ...data, as: 'candidate', certificationId: of, verifiedAt: at },
      }));
    },
  },
  {
    kind: 'dictamen-opinion',
    read: async (tx, { tenantId, subjectId }, { after, limit }) => {
      const { id, certificationId, lotId, rulerId, outcome, reason, basis, ruledAt } = dictamenOpinions;
      const rows = await tx
        .select({ id, certificationId, lotId, rulerId, outcome, reason, basis, ruledAt })
        .from(dictamenOpinions)
        .innerJoin(
          certifications,
          and(eq(certifications.tenantId, dictamenOpinions.tenantId), eq(certifications.id, certificationId)),
        )
        .where(
          and(
            eq(dictamenOpinions.tenantId, tenantId),
            or(eq(rulerId, subjectId), eq(certifications.candidateId, subjectId)),
            after === undefined ? undefined : gt(id, after),
          ),
        )
        .orderBy(asc(id))
        .limit(limit);
      // What somebody said of another is the other's; that she did, when and how, is hers.
      return rows.map(({ rulerId: who, certificationId: of, reason: why, ...data }) => ({
        key: data.id,
        data: who === subjectId ? { ...data, as: 'ruler' } : { ...data, as: 'candidate', certificationId: of, reason: why },
      }));
    },
  },
  ...evaluationSources,
];
