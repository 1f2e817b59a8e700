import { finishJob, type JobContract, job } from '@academy/platform/jobs';
import { z } from 'zod';
import { forgetPseudonym } from '../store/erased-learners.ts';
import type { AnalyticsWorker } from '../worker-context.ts';

const payload = z.object({ subjectId: z.uuid() });

/** Forgets whose a pseudonym was, once no event of hers can come late; its key is the person. */
export const forgetPseudonymWork: JobContract<z.infer<typeof payload>> = { name: 'forget-pseudonym', payload };

/** From then on the facts of whoever was erased lead to nobody, here neither. */
export const forgetPseudonymJob = job<AnalyticsWorker, z.infer<typeof payload>>(forgetPseudonymWork, (work, { database }) =>
  database.inTenant(work.tenantId, 'write', async (tx) => {
    await forgetPseudonym(tx, { tenantId: work.tenantId, subjectId: work.payload.subjectId });
    await finishJob(tx, forgetPseudonymWork, work.tenantId, work.key);
  }),
);
