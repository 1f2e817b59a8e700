import type { Tx } from '@academy/platform/db';
import { newId } from '@academy/platform/ids';
import { and, eq, inArray, isNull } from 'drizzle-orm';
import { revocations } from '../tables/certificates.ts';

export type RevocationRow = typeof revocations.$inferSelect;

/** The proposal waits for a second person. Answers its id. The caller holds the case's row lock. */
export async function addRevocation(
  tx: Tx,
  proposal: Pick<RevocationRow, 'tenantId' | 'certificateId' | 'reason' | 'proposedBy' | 'proposedAt'>,
): Promise<string> {
  const id = newId();
  await tx.insert(revocations).values({ ...proposal, id });
  return id;
}

/** The proposals with these ids, in no order. */
export function findRevocations(tx: Tx, ids: readonly string[]): Promise<RevocationRow[]> {
  return tx.select().from(revocations).where(inArray(revocations.id, ids));
}

/** The proposal of this id; undefined when the tenant has none. */
export async function findRevocation(tx: Tx, tenantId: string, id: string): Promise<RevocationRow | undefined> {
  const [row] = await tx
    .select()
    .from(revocations)
    .where(and(eq(revocations.tenantId, tenantId), eq(revocations.id, id)));
  return row;
}

/** The proposal to revoke this certificate that waits; undefined when none does. */
export async function findWaitingRevocation(tx: Tx, tenantId: string, certificateId: string): Promise<RevocationRow | undefined> {
  const [row] = await tx
    .select()
    .from(revocations)
    .where(
      and(eq(revocations.tenantId, tenantId), eq(revocations.certificateId, certificateId), isNull(revocations.confirmedAt)),
    );
  return row;
}

/** The proposal bears who confirmed it. The caller holds the case's row lock. */
export async function confirmRevocation(tx: Tx, proposal: RevocationRow, confirmedBy: string, now: Date): Promise<void> {
  await tx
    .update(revocations)
    .set({ confirmedBy, confirmedAt: now })
    .where(and(eq(revocations.tenantId, proposal.tenantId), eq(revocations.id, proposal.id)));
}
