import type { Tx } from '@academy/platform/db';
import { teachings } from '../tables/people.ts';

export type Teaching = typeof teachings.$inferInsert;

/** It is known who teaches whom; a pair that is known already stays as it is. */
export async function addTeachings(tx: Tx, rows: readonly Teaching[]): Promise<void> {
  if (rows.length > 0)
    await tx
      .insert(teachings)
      .values([...rows])
      .onConflictDoNothing();
}
