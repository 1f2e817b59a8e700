import { job, nextDaily, scheduleJob } from '@academy/platform/jobs';
import type { Worker } from '../services.ts';
import { openSync } from './open-sync.ts';
import { dailySync } from './sync-work.ts';

/** The day's reading is due, or one is under way, and tomorrow's is scheduled. */
export const dailySyncJob = job<Worker, Record<string, never>>(dailySync, async ({ tenantId, key }, context) => {
  const { database, clock, services } = context;
  const now = clock.now();
  await database.inTenant(tenantId, 'write', async (tx) => {
    await openSync(tx, { tenantId, cause: 'DAILY', now });
    await scheduleJob(tx, dailySync, { tenantId, key, payload: {}, dueAt: nextDaily(services.syncHourUtc, now) });
  });
});
