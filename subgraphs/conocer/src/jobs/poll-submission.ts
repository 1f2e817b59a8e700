import { finishJob, job } from '@academy/platform/jobs';
import type { Worker } from '../services.ts';
import { reportConcern } from '../store/dead-letters.ts';
import { findSubmission, lockSubmission } from '../store/submissions.ts';
import { askAgain } from './ask-again.ts';
import { askFor } from './ask-for.ts';
import { reportTwice } from './look-up-submission.ts';
import { settleReport } from './settle-report.ts';
import { pollSubmission, type SubmissionWork } from './submission-work.ts';

/** An authority may take a while to show what it acknowledged: only after so many waits is it taken for lost. */
const WAITS_UNTIL_LOST = 4;

/**
 * What the authority says of a submission that it has is known here afterwards, and told once. Comes back after a longer wait until
 * there is a verdict; a verdict ends it for good.
 */
export const pollSubmissionJob = job<Worker, SubmissionWork>(pollSubmission, async (work, context) => {
  const { tenantId, key } = work;
  const { database, clock, logger } = context;
  const row = await database.inTenant(tenantId, 'read', (tx) => findSubmission(tx, tenantId, work.payload.submissionId));
  if (row === undefined || row.authorityId === null || (row.status !== 'SENT' && row.status !== 'IN_PROCESS')) {
    return database.inTenant(tenantId, 'write', (tx) => finishJob(tx, pollSubmission, tenantId, key));
  }
  const reading = await askFor(row, row.authorityId, work.signal, context);
  const now = clock.now();
  await database.inTenant(tenantId, 'write', async (tx) => {
    const locked = await lockSubmission(tx, tenantId, row.id);
    if (locked === undefined) return;
    if (reading.kind === 'unavailable') {
      logger.warn(
        { tenantId, submissionId: row.id, cause: reading.cause },
        'the authority could not be asked about a submission',
      );
      return askAgain(tx, locked, reading, context, now);
    }
    const [first, ...others] = reading.value;
    if (first === undefined) {
      // It acknowledged what it now denies. Sending again could certify twice: a person decides.
      logger.error({ tenantId, submissionId: row.id }, 'the authority does not know a submission that it acknowledged');
      if (locked.waits >= WAITS_UNTIL_LOST) await reportConcern(tx, locked, 'LOST_BY_AUTHORITY', {});
      return askAgain(tx, locked, {}, context, now);
    }
    if (others.length > 0) await reportTwice(tx, locked, [first, ...others], context);
    await settleReport(tx, locked, first, context, now);
  });
});
