import { PLATFORM_TENANT_ID } from '@academy/kernel';
import { type Tx, underTenant } from '@academy/platform/db';
import { scheduleJob } from '@academy/platform/jobs';
import { insertSync, type StandardSyncRow } from '../store/standard-syncs.ts';
import { syncStandards } from './sync-work.ts';

/**
 * A reading of the register is due afterwards: a new one, or the one that is under way, as there is one at a time. `tenantId` is the open transaction's;
 * the work itself is the platform's.
 */
export async function openSync(
  tx: Tx,
  request: { readonly tenantId: string; readonly cause: StandardSyncRow['cause']; readonly now: Date },
): Promise<{ readonly id: string; readonly isNew: boolean }> {
  const opened = await insertSync(tx, request);
  if (!opened.isNew) return opened;
  const { id } = opened;
  const work = { tenantId: PLATFORM_TENANT_ID, key: id, payload: { syncId: id }, dueAt: request.now };
  await underTenant(tx, { from: request.tenantId, to: PLATFORM_TENANT_ID }, () => scheduleJob(tx, syncStandards, work));
  return opened;
}
