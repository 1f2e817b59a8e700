import type { Tx } from '@academy/platform/db';
import { mentorings } from '../tables/assignments.ts';

/** It is known that the mentor accompanied the learner; a pair of an enrolment that is known already stays as it is. */
export async function addMentoring(tx: Tx, row: typeof mentorings.$inferInsert): Promise<void> {
  await tx.insert(mentorings).values(row).onConflictDoNothing();
}
