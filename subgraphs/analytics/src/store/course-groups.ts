import type { Tx } from '@academy/platform/db';
import { sql } from 'drizzle-orm';
import type { CourseGroups } from '../domain/completion-report.ts';
import type { Period } from '../domain/period.ts';
import { facts } from '../tables.ts';

/**
 * Every course that anything is known of, in no order, with the learners who completed it split by the period: also those with nobody in
 * it. One statement over all of the tenant's facts: what lies outside the period decides what may be shown of the inside.
 */
export async function courseGroups(
  tx: Tx,
  query: { tenantId: string; period: Period; courseId: string | undefined },
): Promise<CourseGroups[]> {
  const { tenantId, courseId } = query;
  const from = sql`${query.period.from.toISOString()}::timestamptz`;
  const until = sql`${query.period.until.toISOString()}::timestamptz`;
  const isInside = sql`completed_at >= ${from} and completed_at < ${until}`;
  return tx.execute<CourseGroups>(sql`
    with revoked as (
      select object_id from ${facts} where tenant_id = ${tenantId} and kind = 'CERTIFICATE_REVOKED'
    ), learners as (
      select f.course_id,
        min(f.occurred_at) filter (where f.kind = 'COURSE_COMPLETED') as completed_at,
        count(distinct f.object_id) filter (where f.kind = 'CERTIFICATE_ISSUED' and r.object_id is null) as certificates,
        count(distinct f.object_id) filter (where f.kind = 'OFFICIAL_CERTIFICATE_ISSUED') as official_certificates
      from ${facts} f left join revoked r on f.kind = 'CERTIFICATE_ISSUED' and r.object_id = f.object_id
      where f.tenant_id = ${tenantId} and f.kind <> 'CERTIFICATE_REVOKED'
        ${courseId === undefined ? sql`` : sql`and f.course_id = ${courseId}`}
      group by f.course_id, f.learner_id
    )
    select course_id as "courseId",
      (count(*) filter (where completed_at < ${from}))::int as "before",
      (count(*) filter (where ${isInside}))::int as "inside",
      (count(*) filter (where completed_at >= ${until}))::int as "after",
      coalesce(sum(certificates) filter (where ${isInside}), 0)::int as "certificates",
      coalesce(sum(official_certificates) filter (where ${isInside}), 0)::int as "officialCertificates"
    from learners group by course_id`);
}
