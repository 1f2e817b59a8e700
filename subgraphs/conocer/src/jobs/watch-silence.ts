import { submissionSilent } from '@academy/contracts';
import type { Tx } from '@academy/platform/db';
import { emit } from '@academy/platform/events';
import { derivedId } from '@academy/platform/ids';
import { finishJob, type JobContract, job, scheduleJob } from '@academy/platform/jobs';
import { z } from 'zod';
import { silenceOf } from '../domain/authority-silence.ts';
import type { Worker } from '../services.ts';
import { lockSubmission, updateSubmission } from '../store/submissions.ts';
import type { SubmissionRow } from '../tables/submissions.ts';

const payload = z.object({ submissionId: z.uuid() });
type SilenceWork = z.infer<typeof payload>;

/** Tells after 60, 80 and 90 days that the authority has said nothing of a submission that it has. */
const watchSilence: JobContract<SilenceWork> = { name: 'watch-silence', payload };

/** Whoever certifies is told of the silence as long as it lasts, of each of the three days once. */
export const watchSilenceJob = job<Worker, SilenceWork>(watchSilence, async (work, { database, clock }) => {
  const { tenantId, payload: of } = work;
  await database.inTenant(tenantId, 'write', async (tx) => {
    const locked = await lockSubmission(tx, tenantId, of.submissionId);
    if (locked === undefined) return finishJob(tx, watchSilence, tenantId, work.key);
    await lookAtSilence(tx, locked, clock.now());
  });
});

/** The silence of a submission, locked by the caller, is watched for as long as the authority has it without a verdict. */
export async function lookAtSilence(tx: Tx, row: SubmissionRow, now: Date): Promise<void> {
  const { tenantId, id, certificationId, caseAttempt, sentAt } = row;
  if (sentAt === null || (row.status !== 'SENT' && row.status !== 'IN_PROCESS')) return finishJob(tx, watchSilence, tenantId, id);
  const { tell, nextAt } = silenceOf(sentAt, row.silentDays, now);
  if (tell !== null) {
    await updateSubmission(tx, row, { silentDays: tell });
    const data = { certificationId, attempt: caseAttempt, days: tell };
    const envelope = { id: derivedId(id, `silent:${tell}`), tenantId, subject: certificationId, occurredAt: now };
    await emit(tx, submissionSilent, { ...envelope, data });
  }
  if (nextAt === null) return finishJob(tx, watchSilence, tenantId, id);
  await scheduleJob(tx, watchSilence, { tenantId, key: id, payload: { submissionId: id }, dueAt: nextAt });
}
