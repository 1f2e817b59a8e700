import type { Tx } from '@academy/platform/db';
import { finishJob, scheduleJob } from '@academy/platform/jobs';
import type { AuthorityReport } from '../authority/port.ts';
import { changeSubmission } from '../change-submission.ts';
import { isReversal, takeReport } from '../domain/submission.ts';
import type { Worker } from '../services.ts';
import { type Concern, reportConcern } from '../store/dead-letters.ts';
import { toSubmission } from '../store/submission-state.ts';
import { isFolioOfAnother, updateSubmission } from '../store/submissions.ts';
import type { SubmissionRow } from '../tables/submissions.ts';
import { askAgain } from './ask-again.ts';
import { nextDueAt } from './next-due-at.ts';
import { pollSubmission, sendSubmission } from './submission-work.ts';

/**
 * What the authority says holds afterwards, as far as it can be believed: then the next poll is due, or the work is over. A report
 * about another standard, or with somebody else's folio, is for a person, and is asked for again. `locked` was found by its own key.
 */
export async function settleReport(
  tx: Tx,
  locked: SubmissionRow,
  report: AuthorityReport,
  context: Worker,
  now: Date,
): Promise<void> {
  const { tenantId, id } = locked;
  const doubt = await doubtOf(tx, locked, report);
  if (doubt !== undefined) {
    context.logger.error({ tenantId, submissionId: id, doubt }, 'what the authority says of a submission cannot be believed');
    await reportConcern(tx, locked, doubt, { authorityId: report.authorityId });
    return askAgain(tx, locked, {}, context, now);
  }
  const change = await changeSubmission(tx, locked, now, (submission) => takeReport(submission, report));
  if (!change.ok) return noticeReversal(tx, locked, report, context);
  const row = await updateSubmission(tx, change.value.row, { checkedAt: now });
  await finishJob(tx, sendSubmission, tenantId, id);
  if (row.status === 'APPROVED' || row.status === 'REJECTED') return finishJob(tx, pollSubmission, tenantId, id);
  const dueAt = nextDueAt(row, {}, context.services, now);
  await updateSubmission(tx, row, { waits: row.waits + 1 });
  await scheduleJob(tx, pollSubmission, { tenantId, key: id, payload: { submissionId: id }, dueAt });
}

async function doubtOf(tx: Tx, row: SubmissionRow, report: AuthorityReport): Promise<Concern | undefined> {
  if (report.standardCode !== row.standardCode) return 'ANOTHER_STANDARD';
  if (report.state !== 'APPROVED') return undefined;
  return (await isFolioOfAnother(tx, row.tenantId, row.id, report.officialFolio)) ? 'FOLIO_TWICE' : undefined;
}

/** A verdict stands; that the authority now says otherwise is a new case for people. */
async function noticeReversal(tx: Tx, locked: SubmissionRow, report: AuthorityReport, context: Worker): Promise<void> {
  const { state } = toSubmission(locked);
  if ((state.status !== 'APPROVED' && state.status !== 'REJECTED') || !isReversal(state, report)) return;
  context.logger.error(
    { tenantId: locked.tenantId, submissionId: locked.id, said: report.state },
    'the authority reversed a verdict',
  );
  await reportConcern(tx, locked, 'VERDICT_REVERSED', { authorityId: report.authorityId, said: report.state });
}
