import { and, asc, eq, gt, isNotNull } from 'drizzle-orm';
import type { Database } from '../db/database.ts';
import { wrappingContext } from './data-key.ts';
import { type KeyEncryptionKeys, keyNameOf } from './key-encryption-keys.ts';
import { dataKeys } from './tables.ts';
import { hashOf } from './vault.ts';

/** So many data keys are in one call and one transaction. */
const BATCH = 200;

/** How many data keys there were, and how many of them the newest key wraps only now. */
export type RewrapCount = { readonly seen: number; readonly rewrapped: number };

/**
 * Every data key of the tenant is wrapped by the newest key afterwards, so that the older ones can be taken away. Readers notice nothing: data keys themselves stay
 * as they are. Safe to repeat, to break off, and to run while others write; a key that is destroyed meanwhile stays destroyed.
 */
export async function rewrapTenant(database: Database, keys: KeyEncryptionKeys, tenantId: string): Promise<RewrapCount> {
  let seen = 0;
  let rewrapped = 0;
  for (let after = '00000000-0000-0000-0000-000000000000'; ; ) {
    const rows = await database.inTenant(tenantId, 'read', (tx) =>
      tx
        .select({ subject: dataKeys.subject, version: dataKeys.version, wrapped: dataKeys.wrapped })
        .from(dataKeys)
        .where(and(eq(dataKeys.tenantId, tenantId), isNotNull(dataKeys.wrapped), gt(dataKeys.subject, after)))
        .orderBy(asc(dataKeys.subject))
        .limit(BATCH),
    );
    const last = rows.at(-1);
    if (last === undefined) return { seen, rewrapped };
    seen += rows.length;
    after = last.subject;
    const old = rows.map(({ subject, version, wrapped }) => ({
      subject,
      wrapped: wrapped ?? '',
      context: wrappingContext({ tenantId, subject, version }),
    }));
    const fresh = await keys.rewrap(old);
    rewrapped += await database.inTenant(tenantId, 'write', async (tx) => {
      let changed = 0;
      for (const [index, { subject, wrapped }] of old.entries()) {
        const now = fresh[index] ?? wrapped;
        if (now === wrapped) continue;
        const done = await tx
          .update(dataKeys)
          .set({ wrapped: now, wrappedBy: keyNameOf(now), wrappedHash: hashOf(now) })
          .where(and(eq(dataKeys.tenantId, tenantId), eq(dataKeys.subject, subject), eq(dataKeys.wrapped, wrapped)))
          .returning({ subject: dataKeys.subject });
        changed += done.length;
      }
      return changed;
    });
  }
}
