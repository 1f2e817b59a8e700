import type { Tx } from '@academy/platform/db';
import { asc, desc, eq, inArray } from 'drizzle-orm';
import type { ReactivoOutcome } from '../domain/assessment.ts';
import { assessmentAttempts } from '../tables.ts';

/** An attempt at a final assessment, as its learner sees it. */
export type AttemptRow = {
  readonly id: string;
  readonly enrollmentId: string;
  readonly scorePercent: number;
  readonly isPassed: boolean;
  readonly submittedAt: Date;
};

const columns = {
  id: assessmentAttempts.id,
  enrollmentId: assessmentAttempts.enrollmentId,
  scorePercent: assessmentAttempts.scorePercent,
  isPassed: assessmentAttempts.isPassed,
  submittedAt: assessmentAttempts.submittedAt,
};

/** Records an attempt: its outcome, not its answers. */
export async function insertAttempt(
  tx: Tx,
  row: AttemptRow & { readonly tenantId: string; readonly reactivos: readonly ReactivoOutcome[] },
): Promise<void> {
  await tx.insert(assessmentAttempts).values(row);
}

/** One attempt by id. */
export async function attemptById(tx: Tx, id: string): Promise<AttemptRow | undefined> {
  const [row] = await tx.select(columns).from(assessmentAttempts).where(eq(assessmentAttempts.id, id));
  return row;
}

/** The attempt with the highest score of each of these enrolments; of equal ones the first. */
export async function bestAttemptsOf(tx: Tx, enrollmentIds: readonly string[]): Promise<AttemptRow[]> {
  return tx
    .selectDistinctOn([assessmentAttempts.enrollmentId], columns)
    .from(assessmentAttempts)
    .where(inArray(assessmentAttempts.enrollmentId, enrollmentIds))
    .orderBy(
      asc(assessmentAttempts.enrollmentId),
      desc(assessmentAttempts.scorePercent),
      asc(assessmentAttempts.submittedAt),
      asc(assessmentAttempts.id),
    );
}
