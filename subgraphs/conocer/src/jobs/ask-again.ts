import type { Tx } from '@academy/platform/db';
import { scheduleJob } from '@academy/platform/jobs';
import type { Worker } from '../services.ts';
import { updateSubmission } from '../store/submissions.ts';
import type { SubmissionRow } from '../tables/submissions.ts';
import { nextDueAt } from './next-due-at.ts';
import { pollSubmission, sendSubmission } from './submission-work.ts';

/** The question about this submission is asked again after its next, longer wait. */
export async function askAgain(
  tx: Tx,
  locked: SubmissionRow,
  answer: { readonly retryAfterMs?: number },
  { services }: Worker,
  now: Date,
): Promise<void> {
  const { tenantId, id } = locked;
  const question = locked.status === 'UNKNOWN' ? sendSubmission : pollSubmission;
  await updateSubmission(tx, locked, { waits: locked.waits + 1 });
  const dueAt = nextDueAt(locked, answer, services, now);
  await scheduleJob(tx, question, { tenantId, key: id, payload: { submissionId: id }, dueAt });
}
