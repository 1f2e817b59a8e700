import type { Tx } from '@academy/platform/db';
import { and, eq } from 'drizzle-orm';
import { completions } from '../tables/candidates.ts';

export type CompletionRow = typeof completions.$inferSelect;

/** The completion is stored, unless the enrolment has one already: the first one told is the one that counts. */
export async function addCompletion(tx: Tx, completion: CompletionRow): Promise<void> {
  await tx.insert(completions).values(completion).onConflictDoNothing();
}

/** The completion of an enrolment; undefined when none was told. */
export async function findCompletion(tx: Tx, tenantId: string, enrollmentId: string): Promise<CompletionRow | undefined> {
  const [row] = await tx
    .select()
    .from(completions)
    .where(and(eq(completions.tenantId, tenantId), eq(completions.enrollmentId, enrollmentId)));
  return row;
}
