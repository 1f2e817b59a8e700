import { and, eq, isNull } from 'drizzle-orm';
import type { Tx } from '../db/database.ts';
import { dataKeys } from './tables.ts';

/** Proof that a subject's key is gone: which it was, the hash of what was kept of it, and since when. Holds nothing personal, for a receipt. */
export type Destruction = {
  readonly keyId: string;
  /** Name of the key-encryption key that had wrapped it. */
  readonly wrappedBy: string;
  /** SHA-256 of the wrapped key, in hex. */
  readonly wrappedHash: string;
  readonly destroyedAt: Date;
};

/**
 * The subject's data key is gone for good, and with it whatever it sealed, wherever copies of that lie. Asked again, answers the proof of the first time.
 * Undefined when the subject never had a key in this database. A copy of the wrapped key in an older backup of this database is the one thing that remains:
 * keep those no longer than the operator promises.
 */
export async function destroyKey(
  tx: Tx,
  owner: { readonly tenantId: string; readonly subject: string },
  at: Date,
): Promise<Destruction | undefined> {
  const isIt = and(eq(dataKeys.tenantId, owner.tenantId), eq(dataKeys.subject, owner.subject));
  await tx
    .update(dataKeys)
    .set({ wrapped: null, destroyedAt: at })
    .where(and(isIt, isNull(dataKeys.destroyedAt)));
  const [row] = await tx.select().from(dataKeys).where(isIt);
  if (row === undefined || row.destroyedAt === null) return undefined;
  const { tenantId, subject, version, wrappedBy, wrappedHash, destroyedAt } = row;
  return { keyId: `${tenantId}/${subject}/${version}`, wrappedBy, wrappedHash, destroyedAt };
}
