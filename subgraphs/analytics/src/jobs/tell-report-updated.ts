import { type LiveReport, liveReport, reportUpdated } from '@academy/contracts';
import { SECOND_MS } from '@academy/kernel';
import type { Tx } from '@academy/platform/db';
import { emit } from '@academy/platform/events';
import { ensureJob, finishJob, type JobContract, job, scheduleJob } from '@academy/platform/jobs';
import { z } from 'zod';
import { hasUnpublishedUpdate, lockReportVersion } from '../store/report-versions.ts';
import type { AnalyticsWorker } from '../worker-context.ts';

type Work = { readonly report: LiveReport };

const tellReportUpdated: JobContract<Work> = { name: 'tell-report-updated', payload: z.object({ report: liveReport }) };

/** Changes within this time of the first are told together: whoever watches asks for the whole report each time. */
const GATHER_MS = SECOND_MS;

/** Whoever watches the report will be told of its version. The caller holds the lock of the version, by having raised it. */
export async function ensureReportTold(
  tx: Tx,
  { tenantId, report, now }: { tenantId: string; report: LiveReport; now: Date },
): Promise<void> {
  const dueAt = new Date(now.getTime() + GATHER_MS);
  await ensureJob(tx, tellReportUpdated, { tenantId, key: report, payload: { report }, dueAt });
}

/**
 * Whoever watches the report is told which version it has, once for all changes since the last time. While what was told before is not
 * published yet, the telling waits: however long the relay is away, one event lies there.
 */
export const tellReportUpdatedJob = job<AnalyticsWorker, Work>(
  tellReportUpdated,
  async ({ tenantId, key, payload }, { database, clock }) => {
    const { report } = payload;
    await database.inTenant(tenantId, 'write', async (tx) => {
      const current = await lockReportVersion(tx, tenantId, report);
      if (await hasUnpublishedUpdate(tx, tenantId, report)) {
        const dueAt = new Date(clock.now().getTime() + GATHER_MS);
        return scheduleJob(tx, tellReportUpdated, { tenantId, key, payload, dueAt });
      }
      if (current !== undefined) {
        const { version, changedAt: occurredAt } = current;
        await emit(tx, reportUpdated, { tenantId, subject: report, occurredAt, data: { report, version } });
      }
      await finishJob(tx, tellReportUpdated, tenantId, key);
    });
  },
);
