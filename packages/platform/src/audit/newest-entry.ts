import { desc } from 'drizzle-orm';
import type { Tx } from '../db/database.ts';
import { auditLog } from './tables.ts';

/** The newest entry of the open transaction's tenant: right after `recordAudit` it is that one, as others wait. Throws when there is none. */
export async function newestEntry(tx: Tx): Promise<{ readonly number: number; readonly hash: string }> {
  const [entry] = await tx
    .select({ number: auditLog.number, hash: auditLog.hash })
    .from(auditLog)
    .orderBy(desc(auditLog.number))
    .limit(1);
  if (entry === undefined) throw new Error('An entry of the audit log was expected, and there is none.');
  return { number: entry.number, hash: entry.hash.toString('hex') };
}
