import { finishJob, job, scheduleJob } from '@academy/platform/jobs';
import { noteCall, PROCESS_ENDED } from '../audit-call.ts';
import { changeSubmission } from '../change-submission.ts';
import { giveUpCall } from '../domain/submission.ts';
import type { Worker } from '../services.ts';
import { findSubmission, lockSubmission } from '../store/submissions.ts';
import type { SubmissionRow } from '../tables/submissions.ts';
import { lookUpSubmission } from './look-up-submission.ts';
import { enqueueSubmission } from './submission-lanes.ts';
import { type SubmissionWork, sendSubmission } from './submission-work.ts';

/**
 * Sees to a submission whose sending was begun: a call that was never settled is given up when its time is over, and what is unknown is looked up, never
 * sent. Only after the look-ups were in vain, twice and a settle time apart, does it wait again to be sent.
 */
export const sendSubmissionJob = job<Worker, SubmissionWork>(sendSubmission, async (work, context) => {
  const { tenantId } = work;
  const row = await context.database.inTenant(tenantId, 'read', (tx) => findSubmission(tx, tenantId, work.payload.submissionId));
  switch (row?.status) {
    case 'PREPARED':
      return putIntoQueue(row, context);
    case 'SENDING':
      return giveUp(row, context);
    case 'UNKNOWN':
      return lookUpSubmission(row, work.signal, context);
    default:
      await context.database.inTenant(tenantId, 'write', (tx) => finishJob(tx, sendSubmission, tenantId, work.key));
  }
});

/** Work from before there were lanes. */
async function putIntoQueue({ tenantId, id }: SubmissionRow, context: Worker): Promise<void> {
  await context.database.inTenant(tenantId, 'write', async (tx) => {
    const locked = await lockSubmission(tx, tenantId, id);
    if (locked?.status !== 'PREPARED') return;
    await finishJob(tx, sendSubmission, tenantId, id);
    await enqueueSubmission(tx, locked, context);
  });
}

/** A call whose process ended before it could say what came of it; while it may still be under way, it is waited for. */
async function giveUp(row: SubmissionRow, context: Worker): Promise<void> {
  const { tenantId, id } = row;
  const now = context.clock.now();
  await context.database.inTenant(tenantId, 'write', async (tx) => {
    const locked = await lockSubmission(tx, tenantId, id);
    if (locked === undefined) return;
    const change = await changeSubmission(tx, locked, now, (submission) => giveUpCall(submission, now));
    if (!change.ok && locked.status !== 'SENDING') return;
    const dueAt = change.ok ? now : (locked.callEndsAt ?? now);
    await scheduleJob(tx, sendSubmission, { tenantId, key: id, payload: { submissionId: id }, dueAt });
    if (change.ok) await noteCall(tx, row, 'authority.submit', now, PROCESS_ENDED);
  });
}
