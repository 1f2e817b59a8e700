import type { DataSubject } from '@academy/platform/data-subject';
import type { Tx } from '@academy/platform/db';
import type { Destruction, Vault } from '@academy/platform/vault';
import { and, eq, inArray, or } from 'drizzle-orm';
import { SUPPRESSED_NAME } from '../domain/data-request.ts';
import { credentials, impersonations } from '../tables/access.ts';
import { dataExportPieces, dataRequests } from '../tables/data-requests.ts';
import { notificationPreferences, notifications, undeliverableAddresses } from '../tables/notifications.ts';
import { disclosures, teachings, users } from '../tables/people.ts';
import { portfolioEntries } from '../tables/portfolio.ts';
import { eraseIdentity, findIdentities } from './identity.ts';
import { findCentreOfUser, moveTo } from './person-place.ts';
import { forgetAttempts } from './sign-in-attempts.ts';

/** What stands in place of a free text. */
const SUPPRESSED = 'Suprimido.';

/**
 * Of the person a tombstone is left: her id, without name, address, CURP, credentials, centre, portfolio, messages, what she chose of them, and exports. Who was shown her data, and who
 * acted in her name, stays without what was written about it. Answers the proof that her key is gone. Safe to repeat.
 */
export async function erasePersonRows(tx: Tx, vault: Vault, person: DataSubject, now: Date): Promise<Destruction | undefined> {
  const { tenantId, subjectId: userId } = person;
  const [identity] = await findIdentities(tx, vault, tenantId, [userId]);
  if (identity?.email != null) await forgetAttempts(tx, { tenantId, account: identity.email });
  const proof = await eraseIdentity(tx, { tenantId, userId }, now);
  for (const table of [credentials, notifications, notificationPreferences, undeliverableAddresses, portfolioEntries])
    await tx.delete(table).where(and(eq(table.tenantId, tenantId), eq(table.userId, userId)));
  await tx
    .delete(teachings)
    .where(and(eq(teachings.tenantId, tenantId), or(eq(teachings.learnerId, userId), eq(teachings.instructorId, userId))));
  await tx
    .update(impersonations)
    .set({ reason: SUPPRESSED })
    .where(and(eq(impersonations.tenantId, tenantId), eq(impersonations.userId, userId)));
  await tx
    .update(disclosures)
    .set({ note: null })
    .where(and(eq(disclosures.tenantId, tenantId), eq(disclosures.userId, userId)));
  const hers = tx
    .select({ id: dataRequests.id })
    .from(dataRequests)
    .where(and(eq(dataRequests.tenantId, tenantId), eq(dataRequests.subjectId, userId)));
  await tx
    .delete(dataExportPieces)
    .where(and(eq(dataExportPieces.tenantId, tenantId), inArray(dataExportPieces.requestId, hers)));
  if ((await findCentreOfUser(tx, tenantId, userId)) !== null) await moveTo(tx, { tenantId, userId }, null, now);
  await tx
    .update(users)
    .set({ displayName: SUPPRESSED_NAME, erasedAt: now, changedAt: now })
    .where(and(eq(users.tenantId, tenantId), eq(users.id, userId)));
  return proof;
}
