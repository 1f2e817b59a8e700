import type { DataSource } from '@academy/platform/data-subject';
import type { Tx } from '@academy/platform/db';
import { and, asc, eq, type SQL, sql } from 'drizzle-orm';
import type { PgColumn, PgTable } from 'drizzle-orm/pg-core';
import { certifications } from '../tables/cases.ts';
import { consents } from '../tables/consents.ts';
import { evidence, judgements, reactivoAnswers } from '../tables/evaluation.ts';
import { portfolios } from '../tables/portfolios.ts';

/** What evaluations left of a candidate: what she consented to, evidence, answers, judgements, and the roots that they were sealed by. */
export const evaluationSources: readonly DataSource[] = [
  ofCandidate('consent', consents, consents.id, {
    certificationId: consents.certificationId,
    purpose: consents.purpose,
    textVersion: consents.textVersion,
    givenAt: consents.givenAt,
    withdrawnAt: consents.withdrawnAt,
  }),
  ofCandidate('evidence', evidence, evidence.id, {
    certificationId: evidence.certificationId,
    label: evidence.label,
    sha256: evidence.sha256,
    mediaType: evidence.mediaType,
    sizeBytes: evidence.sizeBytes,
    addedAt: evidence.addedAt,
  }),
  ofCandidate(
    'reactivo-answer',
    reactivoAnswers,
    sql<string>`${reactivoAnswers.certificationId} || '/' || ${reactivoAnswers.reactivoId}`,
    {
      certificationId: reactivoAnswers.certificationId,
      reactivoId: reactivoAnswers.reactivoId,
      isFulfilled: reactivoAnswers.isFulfilled,
      note: reactivoAnswers.note,
      answeredAt: reactivoAnswers.answeredAt,
    },
  ),
  ofCandidate('judgement', judgements, judgements.certificationId, {
    certificationId: judgements.certificationId,
    isCompetent: judgements.isCompetent,
    score: judgements.score,
    minimumScore: judgements.minimumScore,
    reasons: judgements.reasons,
    overrideReason: judgements.overrideReason,
    remarks: judgements.remarks,
    judgedAt: judgements.judgedAt,
  }),
  ofCandidate('portfolio', portfolios, portfolios.certificationId, {
    certificationId: portfolios.certificationId,
    root: portfolios.root,
    leafCount: portfolios.leafCount,
    sealedAt: portfolios.sealedAt,
  }),
];

/** Rows of a table that are of a case, of the candidate's cases alone, by a key that grows. */
function ofCandidate(
  kind: string,
  table: PgTable & { readonly tenantId: PgColumn; readonly certificationId: PgColumn },
  key: PgColumn | SQL<string>,
  columns: Readonly<Record<string, PgColumn>>,
): DataSource {
  return {
    kind,
    read: async (tx: Tx, { tenantId, subjectId }, { after, limit }) => {
      const place = sql<string>`(${key})::text`;
      const rows = await tx
        .select({ ...columns, place: place.as('place') })
        .from(table)
        .innerJoin(certifications, and(eq(certifications.tenantId, table.tenantId), eq(certifications.id, table.certificationId)))
        .where(
          and(
            eq(certifications.tenantId, tenantId),
            eq(certifications.candidateId, subjectId),
            after === undefined ? undefined : sql`${place} > ${after}`,
          ),
        )
        .orderBy(asc(place))
        .limit(limit);
      return rows.map(({ place: at, ...data }) => ({ key: String(at), data }));
    },
  };
}
