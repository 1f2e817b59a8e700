import type { Database } from '@academy/platform/db';
import { followRegister } from '../jobs/sync-work.ts';

/**
 * Makes the work due by which every tenant hears of the register's changes. It goes by the relay's role, which sees due work across tenants; what the work
 * then does is each tenant's own.
 */
export function createFollowerWake(relayDatabase: Database): (now: Date) => Promise<void> {
  return async (now) => {
    const dueAt = now.toISOString();
    await relayDatabase.pool`update due_work set due_at = ${dueAt} where job = ${followRegister.name} and due_at > ${dueAt}`;
  };
}
