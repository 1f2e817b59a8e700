import type { Tx } from '@academy/platform/db';
import { inArray } from 'drizzle-orm';
import { userIdentities } from '../tables.ts';

// The only file that reads or writes names, addresses and CURPs: how they are kept can change behind it.

/** What identifies a person outside of the academy. */
export type Identity = {
  readonly userId: string;
  /** Full legal name. */
  readonly fullName: string;
  /** Lower case; unique in the tenant. */
  readonly email: string;
  /** Null when none is known. */
  readonly curp: string | null;
};

/** The identities of the open transaction's tenant's people with these ids, in no order. */
export async function findIdentities(tx: Tx, userIds: readonly string[]): Promise<Identity[]> {
  const { userId, fullName, email, curp } = userIdentities;
  return tx.select({ userId, fullName, email, curp }).from(userIdentities).where(inArray(userIdentities.userId, userIds));
}

/** The identities are kept; that of a person who has one already stays as it is. Throws a unique violation on an address that another person has. */
export async function addIdentities(tx: Tx, tenantId: string, identities: readonly Identity[]): Promise<void> {
  const rows = identities.map(({ userId, fullName, email, curp }) => ({
    tenantId,
    userId,
    fullName,
    email: email.toLowerCase(),
    curp,
  }));
  await tx
    .insert(userIdentities)
    .values(rows)
    .onConflictDoNothing({ target: [userIdentities.tenantId, userIdentities.userId] });
}
