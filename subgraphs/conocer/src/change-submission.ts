import { ok, type Result } from '@academy/kernel';
import type { Tx } from '@academy/platform/db';
import { announce } from './announce.ts';
import type { Announcement, Change, Overtaken, Submission } from './domain/submission.ts';
import { lookAtSilence } from './jobs/watch-silence.ts';
import { columnsOf, toSubmission } from './store/submission-state.ts';
import { updateSubmission } from './store/submissions.ts';
import type { SubmissionRow } from './tables/submissions.ts';

/** When the authority has it, its silence begins; with a verdict it ends. */
const MOVES_CLOCK: ReadonlySet<Announcement['kind']> = new Set(['SENT', 'REJECTED', 'ISSUED']);

/**
 * A transition of a locked submission: stored, and told to the other islands, in this transaction. When it was overtaken, nothing
 * changes. The waits start again when there is news, except that the authority works on it: the questions go on as before.
 */
export async function changeSubmission<C extends Change>(
  tx: Tx,
  locked: SubmissionRow,
  now: Date,
  decide: (submission: Submission) => Result<C, Overtaken>,
): Promise<Result<C & { readonly row: SubmissionRow }, Overtaken>> {
  const decision = decide(toSubmission(locked));
  if (!decision.ok) return decision;
  const { submission, tells } = decision.value;
  const startsAgain = tells.some(({ kind }) => kind !== 'ACCEPTED');
  const row = await updateSubmission(tx, locked, {
    ...columnsOf(submission),
    changedAt: now,
    ...(startsAgain ? { waits: 0 } : {}),
  });
  await announce(tx, row, tells, now);
  if (tells.some(({ kind }) => MOVES_CLOCK.has(kind))) await lookAtSilence(tx, row, now);
  return ok({ ...decision.value, row });
}
