import type { Tx } from '@academy/platform/db';
import { finishJob, type JobContract, job, scheduleJob } from '@academy/platform/jobs';
import { z } from 'zod';
import { changeSubmission } from '../change-submission.ts';
import { release } from '../domain/submission.ts';
import { judgeCourse } from '../judge-course.ts';
import type { Worker } from '../services.ts';
import { findHeldIds, lockSubmission, updateSubmission } from '../store/submissions.ts';
import { enqueueSubmission } from './submission-lanes.ts';

const payload = z.object({ afterId: z.uuid().nullable() });

/** Judges again what the gate holds back. Its key is the tenant: a new policy starts it from the beginning. */
export const reconsiderHeld: JobContract<z.infer<typeof payload>> = { name: 'reconsider-held', payload };

/** Submissions judged in one transaction. */
const BATCH = 50;

/** What the gate no longer holds back waits to be sent afterwards; the rest stays, and is not told again. */
export const reconsiderHeldJob = job<Worker, z.infer<typeof payload>>(reconsiderHeld, async (work, context) => {
  const { tenantId, key } = work;
  const now = context.clock.now();
  await context.database.inTenant(tenantId, 'write', async (tx) => {
    const ids = await findHeldIds(tx, tenantId, work.payload.afterId, BATCH);
    for (const id of ids) await reconsider(tx, tenantId, id, context, now);
    const last = ids.at(-1);
    if (last === undefined || ids.length < BATCH) return finishJob(tx, reconsiderHeld, tenantId, key);
    await scheduleJob(tx, reconsiderHeld, { tenantId, key, payload: { afterId: last }, dueAt: now });
  });
});

async function reconsider(tx: Tx, tenantId: string, id: string, context: Worker, now: Date): Promise<void> {
  const locked = await lockSubmission(tx, tenantId, id);
  if (locked?.status !== 'HELD') return;
  const gate = await judgeCourse(tx, tenantId, locked.courseId);
  if (!gate.isOpen) return;
  const judged = await updateSubmission(tx, locked, { gate });
  const change = await changeSubmission(tx, judged, now, release);
  if (change.ok) await enqueueSubmission(tx, change.value.row, context);
}
