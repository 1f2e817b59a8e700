import type { Tx } from '@academy/platform/db';
import { finishJob } from '@academy/platform/jobs';
import { changeSubmission } from './change-submission.ts';
import { CANDIDATE_ERASED, refuseUnsent } from './domain/submission.ts';
import { sendSubmission } from './jobs/submission-work.ts';
import type { SubmissionRow } from './tables/submissions.ts';

/** The submission, locked by the caller, is over and told to be, unless something of it may have reached the authority: then nothing changes. */
export async function withdraw(tx: Tx, locked: SubmissionRow, now: Date): Promise<void> {
  const change = await changeSubmission(tx, locked, now, (submission) => refuseUnsent(submission, CANDIDATE_ERASED));
  if (change.ok) await finishJob(tx, sendSubmission, locked.tenantId, locked.id);
}
