import type { Tx } from '@academy/platform/db';
import { verifications } from '../tables/lots.ts';

/** It is on record who verified the case. The caller holds its row lock: throws when it was verified before. */
export async function addVerification(tx: Tx, verification: typeof verifications.$inferSelect): Promise<void> {
  await tx.insert(verifications).values(verification);
}
