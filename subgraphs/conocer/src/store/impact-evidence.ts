import type { Tx } from '@academy/platform/db';
import { and, asc, eq } from 'drizzle-orm';
import type { ImpactInputs } from '../domain/solarpunk.ts';
import { impactEvidence } from '../tables/courses.ts';

/** What is known of a course's impact; empty when nothing is. */
export async function findImpactInputs(tx: Tx, tenantId: string, courseId: string): Promise<ImpactInputs> {
  const rows = await tx
    .select()
    .from(impactEvidence)
    .where(and(eq(impactEvidence.tenantId, tenantId), eq(impactEvidence.courseId, courseId)))
    .orderBy(asc(impactEvidence.indicator));
  return Object.fromEntries(
    rows.map(({ indicator, value, evidence, evidenceIds }) => [indicator, { value, evidence, evidenceIds }]),
  ) as ImpactInputs;
}

/** The observations are recorded afterwards; an indicator that was recorded before keeps what it had. */
export async function addImpactInputs(
  tx: Tx,
  course: { tenantId: string; courseId: string; inputs: ImpactInputs; observedAt: Date },
): Promise<void> {
  const { tenantId, courseId, inputs, observedAt } = course;
  const rows = Object.entries(inputs).map(([indicator, observation]) => ({
    tenantId,
    courseId,
    indicator: indicator as keyof ImpactInputs,
    value: observation.value,
    evidence: observation.evidence,
    evidenceIds: observation.evidenceIds,
    observedAt,
  }));
  if (rows.length > 0) await tx.insert(impactEvidence).values(rows).onConflictDoNothing();
}
