import { and, asc, eq, gt } from 'drizzle-orm';
import type { Database, Tx } from '../db/database.ts';
import { CHAIN_START, type ChainEnd, type ChainFlaw, followChain } from './chain.ts';
import { auditHeads, auditLog } from './tables.ts';

/** So many entries are read at once. */
const BATCH = 1_000;

/** What became of checking one tenant's chain in one island. */
export type ChainVerdict =
  | { readonly isWhole: true; readonly end: ChainEnd }
  | { readonly isWhole: false; readonly flaw: ChainFlaw | { readonly number: number; readonly flaw: 'cut off' | 'replaced' } };

/**
 * Computes every hash of the tenant's chain anew and compares. `anchors` are ends that were noted elsewhere before: whoever can rewrite the whole
 * database can make a chain whole again, but not make it pass through a hash that was noted.
 */
export async function verifyChain(
  database: Pick<Database, 'inTenant'>,
  tenantId: string,
  anchors: readonly ChainEnd[] = [],
): Promise<ChainVerdict> {
  let end = CHAIN_START;
  const open = new Map(anchors.filter(({ number }) => number > 0).map((anchor) => [anchor.number, anchor.hash]));
  for (;;) {
    const batch = await database.inTenant(tenantId, 'read', (tx) => entriesAfter(tx, tenantId, end.number));
    const followed = followChain(batch, end);
    if ('flaw' in followed) return { isWhole: false, flaw: followed };
    for (const { number, hash } of batch) {
      const noted = open.get(number);
      if (noted !== undefined && !hash.equals(noted)) return { isWhole: false, flaw: { number, flaw: 'replaced' } };
      open.delete(number);
    }
    end = followed;
    if (batch.length < BATCH) break;
  }
  const head = await database.inTenant(tenantId, 'read', (tx) => headOf(tx, tenantId));
  const furthest = Math.max(head, ...open.keys());
  // Entries that were added meanwhile put the head further on than what was read; they are not missing.
  if (furthest > end.number && !(await hasEntry(database, tenantId, end.number + 1))) {
    return { isWhole: false, flaw: { number: end.number + 1, flaw: 'cut off' } };
  }
  return { isWhole: true, end };
}

function entriesAfter(tx: Tx, tenantId: string, number: number) {
  return tx
    .select()
    .from(auditLog)
    .where(and(eq(auditLog.tenantId, tenantId), gt(auditLog.number, number)))
    .orderBy(asc(auditLog.number))
    .limit(BATCH);
}

async function headOf(tx: Tx, tenantId: string): Promise<number> {
  const [row] = await tx.select({ number: auditHeads.number }).from(auditHeads).where(eq(auditHeads.tenantId, tenantId));
  return row?.number ?? 0;
}

function hasEntry(database: Pick<Database, 'inTenant'>, tenantId: string, number: number): Promise<boolean> {
  return database.inTenant(tenantId, 'read', async (tx) => {
    const found = await tx
      .select({ number: auditLog.number })
      .from(auditLog)
      .where(and(eq(auditLog.tenantId, tenantId), eq(auditLog.number, number)));
    return found.length > 0;
  });
}
