import { personCentres } from '@academy/platform/centres';
import type { Tx } from '@academy/platform/db';
import { type SQL, sql } from 'drizzle-orm';
import type { CentreGroups, CourseGroups } from '../domain/completion-report.ts';
import type { Period } from '../domain/period.ts';
import { facts } from '../tables.ts';

/** Which of the tenant's facts a report is about; undefined: all courses. */
export type GroupsQuery = { readonly tenantId: string; readonly period: Period; readonly courseId: string | undefined };

/**
 * Every course that anything is known of, in no order, with the learners who completed it split by the period: also those with nobody in
 * it. One statement over all of the tenant's facts: what lies outside the period decides what may be shown of the inside.
 */
export async function courseGroups(tx: Tx, query: GroupsQuery): Promise<CourseGroups[]> {
  return tx.execute<CourseGroups>(sql`${learnersOf(query)} select ${figuresOf(query.period)} from learners group by course_id`);
}

/** The same, split by the evaluation centre that each learner stands in now as well: of a course one for each centre, and one for the academy itself (null). */
export async function centreGroups(tx: Tx, query: GroupsQuery): Promise<CentreGroups[]> {
  return tx.execute<CentreGroups>(sql`${learnersOf(query)}
    select ${figuresOf(query.period)}, centre_id as "centreId"
    from learners left join ${personCentres} p on p.tenant_id = ${query.tenantId} and p.user_id = learner_id
    group by course_id, centre_id`);
}

/** Each learner of each course with her first completion and what she was certified for, as `learners`. */
function learnersOf({ tenantId, courseId }: GroupsQuery): SQL {
  return sql`
    with revoked as (
      select object_id from ${facts} where tenant_id = ${tenantId} and kind = 'CERTIFICATE_REVOKED'
    ), learners as (
      select f.course_id, f.learner_id,
        min(f.occurred_at) filter (where f.kind = 'COURSE_COMPLETED') as completed_at,
        count(distinct f.object_id) filter (where f.kind = 'CERTIFICATE_ISSUED' and r.object_id is null) as certificates,
        count(distinct f.object_id) filter (where f.kind = 'OFFICIAL_CERTIFICATE_ISSUED') as official_certificates
      from ${facts} f left join revoked r on f.kind = 'CERTIFICATE_ISSUED' and r.object_id = f.object_id
      where f.tenant_id = ${tenantId} and f.kind <> 'CERTIFICATE_REVOKED'
        ${courseId === undefined ? sql`` : sql`and f.course_id = ${courseId}`}
      group by f.course_id, f.learner_id
    )`;
}

function figuresOf(period: Period): SQL {
  const from = sql`${period.from.toISOString()}::timestamptz`;
  const until = sql`${period.until.toISOString()}::timestamptz`;
  const isInside = sql`completed_at >= ${from} and completed_at < ${until}`;
  return sql`course_id as "courseId",
      (count(*) filter (where completed_at < ${from}))::int as "before",
      (count(*) filter (where ${isInside}))::int as "inside",
      (count(*) filter (where completed_at >= ${until}))::int as "after",
      coalesce(sum(certificates) filter (where ${isInside}), 0)::int as "certificates",
      coalesce(sum(official_certificates) filter (where ${isInside}), 0)::int as "officialCertificates"`;
}
