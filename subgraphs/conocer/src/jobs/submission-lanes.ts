import { type AuthorityName, authorityName } from '@academy/contracts';
import type { Tx } from '@academy/platform/db';
import { ensureJob, type JobContract, scheduleJob } from '@academy/platform/jobs';
import { z } from 'zod';
import type { Worker } from '../services.ts';
import { lockQuota, standingOf } from '../store/authority-quotas.ts';
import { updateSubmission } from '../store/submissions.ts';
import type { SubmissionRow } from '../tables/submissions.ts';

const lane = z.object({ authority: authorityName, lane: z.number().int().min(0) });

/** Which lane of a tenant to an authority. */
export type Lane = z.infer<typeof lane>;

/** Sends what waits, one after the other, in one lane of its tenant. */
export const dispatchSubmissions: JobContract<Lane> = { name: 'dispatch-submissions', payload: lane };

/** The work of a lane, due at `dueAt`. */
export function laneWork(tenantId: string, authority: AuthorityName, number: number, dueAt: Date) {
  return { tenantId, key: `${authority}:${number}`, payload: { authority, lane: number }, dueAt };
}

/**
 * The submission, PREPARED and locked by the caller, waits in its tenant's queue and will be sent in turn; nothing happens where people serve its authority. The
 * first lane is woken, which wakes the others when there is more than it can do.
 */
export async function enqueueSubmission(tx: Tx, row: SubmissionRow, { services, clock }: Worker): Promise<void> {
  const authority = services.authorities.get(row.authority);
  if (authority.servedBy === 'PEOPLE') return;
  if (row.authority === null || row.claimedUntil !== null)
    await updateSubmission(tx, row, { authority: authority.name, claimedUntil: null });
  // The lane looks under this lock whether anything waits before it ends.
  const quota = await lockQuota(tx, row.tenantId, authority.name);
  const work = laneWork(row.tenantId, authority.name, 0, clock.now());
  // A lane that waits for the authority is woken to tell this case, too, that it has to.
  if (standingOf(quota).kind === 'away') return scheduleJob(tx, dispatchSubmissions, work);
  return ensureJob(tx, dispatchSubmissions, work);
}
