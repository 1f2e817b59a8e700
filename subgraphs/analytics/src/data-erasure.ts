import { DAY_MS } from '@academy/kernel';
import { defineErasure } from '@academy/platform/data-subject';
import { scheduleJob } from '@academy/platform/jobs';
import { forgetPseudonymWork } from './jobs/forget-pseudonym.ts';
import { dataSources } from './store/data-sources.ts';
import { eraseFromFacts } from './store/erased-learners.ts';
import type { AnalyticsWorker } from './worker-context.ts';

/** Longer than a consumer may be away and still be given what it missed by an operator. */
const LATE_MS = 30 * DAY_MS;

/** This island's part in a person's erasure: figures stay as they are, under a pseudonym that leads nowhere. */
export const analyticsErasure = defineErasure<AnalyticsWorker>({
  island: 'analytics',
  sources: dataSources,
  async erase(tx, of, { clock }) {
    const now = clock.now();
    await eraseFromFacts(tx, of, now);
    const { tenantId, subjectId } = of;
    const dueAt = new Date(now.getTime() + LATE_MS);
    await scheduleJob(tx, forgetPseudonymWork, { tenantId, key: subjectId, payload: { subjectId }, dueAt });
    return { kind: 'done' };
  },
});
