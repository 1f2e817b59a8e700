import type { Tx } from '@academy/platform/db';
import { blindIndex, type Vault } from '@academy/platform/vault';
import { and, eq } from 'drizzle-orm';
import { undeliverableAddresses } from '../tables/notifications.ts';

type Addressed = { readonly tenantId: string; readonly userId: string; readonly email: string };

/** Since when nobody receives mail at this very address of the person; undefined: as far as is known somebody does. */
export async function findUndeliverable(tx: Tx, vault: Vault, of: Addressed): Promise<Date | undefined> {
  const emailIndex = await indexOf(tx, vault, of);
  const [row] = await tx
    .select({ since: undeliverableAddresses.since, emailIndex: undeliverableAddresses.emailIndex })
    .from(undeliverableAddresses)
    .where(and(eq(undeliverableAddresses.tenantId, of.tenantId), eq(undeliverableAddresses.userId, of.userId)));
  return row !== undefined && row.emailIndex === emailIndex ? row.since : undefined;
}

/** No mail is sent to this address of the person any more; to another of hers it is. */
export async function markUndeliverable(
  tx: Tx,
  vault: Vault,
  of: Addressed,
  why: { failure: string; since: Date },
): Promise<void> {
  const emailIndex = await indexOf(tx, vault, of);
  if (emailIndex === undefined) return;
  const kept = { emailIndex, ...why };
  await tx
    .insert(undeliverableAddresses)
    .values({ tenantId: of.tenantId, userId: of.userId, ...kept })
    .onConflictDoUpdate({ target: [undeliverableAddresses.tenantId, undeliverableAddresses.userId], set: kept });
}

/** Mail is sent to the person's address again. */
export async function forgetUndeliverable(tx: Tx, { tenantId, userId }: Omit<Addressed, 'email'>): Promise<void> {
  await tx
    .delete(undeliverableAddresses)
    .where(and(eq(undeliverableAddresses.tenantId, tenantId), eq(undeliverableAddresses.userId, userId)));
}

async function indexOf(tx: Tx, vault: Vault, { tenantId, email }: Addressed): Promise<string | undefined> {
  const tenantKey = (await vault.keysFor(tx, tenantId, [tenantId])).get(tenantId);
  return tenantKey === undefined ? undefined : blindIndex(tenantKey, 'email', email);
}
