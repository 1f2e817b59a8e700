import type { Tx } from '@academy/platform/db';
import { finishJob, scheduleJob } from '@academy/platform/jobs';
import { askOnRecord } from '../audit-call.ts';
import type { AuthorityReport } from '../authority/port.ts';
import { changeSubmission } from '../change-submission.ts';
import { noteAbsence } from '../domain/submission.ts';
import type { Worker } from '../services.ts';
import { reportConcern } from '../store/dead-letters.ts';
import { externalRefOf, lockSubmission, updateSubmission } from '../store/submissions.ts';
import type { SubmissionRow } from '../tables/submissions.ts';
import { askAgain } from './ask-again.ts';
import { jobAuthorityOf } from './job-authority.ts';
import { settleReport } from './settle-report.ts';
import { enqueueSubmission } from './submission-lanes.ts';
import { sendSubmission } from './submission-work.ts';

/**
 * Part of sending: the authority is asked for an unknown submission by its business key. What it has is adopted; what it was found
 * not to have, twice and a settle time apart, is PREPARED again. No answer, or none that can be believed, proves nothing.
 */
export async function lookUpSubmission(row: SubmissionRow, signal: AbortSignal, context: Worker): Promise<void> {
  const { tenantId, id } = row;
  const askedAt = context.clock.now();
  const authority = jobAuthorityOf(row, context);
  const reading = await askOnRecord(context, row, 'authority.find', () => authority.process.find(externalRefOf(row), { signal }));
  const now = context.clock.now();
  await context.database.inTenant(tenantId, 'write', async (tx) => {
    const locked = await lockSubmission(tx, tenantId, id);
    if (locked?.status !== 'UNKNOWN') return;
    if (reading.kind === 'unavailable') {
      context.logger.warn({ tenantId, submissionId: id, cause: reading.cause }, 'a submission could not be looked up');
      return askAgain(tx, locked, reading, context, now);
    }
    await adoptOrNoteAbsence(tx, locked, reading.value, { askedAt, now }, context);
  });
}

async function adoptOrNoteAbsence(
  tx: Tx,
  locked: SubmissionRow,
  [first, ...others]: readonly AuthorityReport[],
  { askedAt, now }: { askedAt: Date; now: Date },
  context: Worker,
): Promise<void> {
  const { tenantId, id } = locked;
  if (first !== undefined) {
    if (others.length > 0) await reportTwice(tx, locked, [first, ...others], context);
    return settleReport(tx, locked, first, context, now);
  }
  const asked = await updateSubmission(tx, locked, { checkedAt: now });
  const change = await changeSubmission(tx, asked, now, (submission) =>
    noteAbsence(submission, askedAt, context.services.settleMs),
  );
  if (!change.ok) return;
  const { nextLookAt } = change.value;
  if (nextLookAt === null)
    context.logger.warn({ tenantId, submissionId: id }, 'the authority does not have a submission: it is sent again');
  if (nextLookAt !== null)
    return scheduleJob(tx, sendSubmission, { tenantId, key: id, payload: { submissionId: id }, dueAt: nextLookAt });
  await finishJob(tx, sendSubmission, tenantId, id);
  await enqueueSubmission(tx, change.value.row, context);
}

/** The authority has one submission more than once: the first is ours, and a person must withdraw the others. */
export async function reportTwice(
  tx: Tx,
  row: SubmissionRow,
  reports: readonly AuthorityReport[],
  context: Worker,
): Promise<void> {
  const authorityIds = reports.map(({ authorityId }) => authorityId);
  context.logger.error(
    { tenantId: row.tenantId, submissionId: row.id, authorityIds },
    'the authority has a submission more than once',
  );
  await reportConcern(tx, row, 'RECEIVED_TWICE', { authorityIds: authorityIds.join(' ') });
}
