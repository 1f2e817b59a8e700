import type { Tx } from '@academy/platform/db';
import { and, eq, inArray } from 'drizzle-orm';
import { teachings } from '../tables.ts';

export type Teaching = typeof teachings.$inferInsert;

/** It is known who teaches whom; a pair that is known already stays as it is. */
export async function addTeachings(tx: Tx, rows: readonly Teaching[]): Promise<void> {
  if (rows.length > 0)
    await tx
      .insert(teachings)
      .values([...rows])
      .onConflictDoNothing();
}

/** Which of these people of the open transaction's tenant the instructor teaches or taught. */
export async function findTaught(tx: Tx, instructorId: string, learnerIds: readonly string[]): Promise<{ learnerId: string }[]> {
  return tx
    .select({ learnerId: teachings.learnerId })
    .from(teachings)
    .where(and(eq(teachings.instructorId, instructorId), inArray(teachings.learnerId, learnerIds)));
}
