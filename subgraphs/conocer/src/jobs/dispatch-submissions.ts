import type { Tx } from '@academy/platform/db';
import { policiesOf } from '@academy/platform/events';
import { ensureJob, finishJob, type JobRun, job, scheduleJob } from '@academy/platform/jobs';
import { changeSubmission } from '../change-submission.ts';
import { holdBack } from '../domain/submission.ts';
import { takeSlot } from '../domain/submission-rate.ts';
import type { Worker } from '../services.ts';
import { keepBacklog, keepSlot, lockQuota, standingOf } from '../store/authority-quotas.ts';
import {
  claimEnd,
  claimNext,
  countWaiting,
  isAtLeast,
  lockUntold,
  promoteUrgent,
  releaseClaim,
} from '../store/waiting-submissions.ts';
import type { SubmissionRow } from '../tables/submissions.ts';
import { handIn } from './hand-in.ts';
import { dispatchSubmissions, type Lane, laneWork } from './submission-lanes.ts';

/** A lane gives up its place after so long, or so many: then it is the turn of another tenant's. */
const SLICE_MS = 250;
const SLICE_SUBMISSIONS = 20;

/** Cases that are told in one transaction that they wait. */
const TOLD_AT_ONCE = 100;

/** What a lane does next: send this one, tell more of those that wait, or nothing, since it has ended or was put off. */
type Next = { readonly kind: 'send'; readonly row: SubmissionRow } | { readonly kind: 'again' } | { readonly kind: 'over' };

/**
 * What waits for the authority is sent afterwards, one after the other, as long as the agreed rate lasts and nobody else's turn has come. While the authority is
 * away the cases that wait are told so, and one of them finds out now and then whether it is back. Lanes of a tenant bound what it has under way
 * at once, over all processes; the queue is the table.
 */
export const dispatchSubmissionsJob = job<Worker, Lane>(dispatchSubmissions, async (work, context) => {
  const startedMs = performance.now();
  for (let sent = 0; ; ) {
    const isSliceOver = sent >= SLICE_SUBMISSIONS || performance.now() - startedMs >= SLICE_MS || work.signal.aborted;
    const next = await takeNext(work, context, { isFirst: sent === 0, isSliceOver });
    if (next.kind === 'over') return;
    if (next.kind === 'again') continue;
    await handIn(next.row, work.signal, context).catch((thrown: unknown) => letGo(next.row, thrown, context));
    sent += 1;
  }
});

/** Whatever went wrong before the intent was written: the submission is anybody's again. Throws what was thrown. */
async function letGo({ tenantId, id }: SubmissionRow, thrown: unknown, { database }: Worker): Promise<never> {
  await database.inTenant(tenantId, 'write', (tx) => releaseClaim(tx, tenantId, id));
  throw thrown;
}

async function takeNext(work: JobRun<Lane>, context: Worker, slice: { isFirst: boolean; isSliceOver: boolean }): Promise<Next> {
  const { tenantId } = work;
  const { authority, lane } = work.payload;
  const { services, clock, database } = context;
  const of = { tenantId, authority };
  return database.inTenant(tenantId, 'write', async (tx) => {
    const quota = await lockQuota(tx, tenantId, authority);
    const now = await services.serverNow(tx);
    const standing = standingOf(quota);
    if (standing.kind === 'away' && standing.heldUntil > now) {
      if (await tellThatTheyWait(tx, of, context)) return slice.isSliceOver ? putOff(tx, now) : { kind: 'again' };
      return lane === 0 ? putOff(tx, standing.heldUntil) : end(tx);
    }
    if (slice.isSliceOver) return putOff(tx, now);
    if (slice.isFirst && lane === 0) await promoteUrgent(tx, of, now);
    const { submissionsPerMinute } = await policiesOf(tx, tenantId);
    const slot = takeSlot(quota.freeAt, now, submissionsPerMinute ?? services.submissionsPerMinute);
    if (slot.kind === 'full') return lane === 0 && (await isAtLeast(tx, of, 1)) ? putOff(tx, slot.until) : end(tx);
    const row = await claimNext(tx, of, now);
    // What somebody has in hand may come back: the first lane stays for as long as anything waits.
    if (row === undefined) return lane === 0 && (await isAtLeast(tx, of, 1)) ? putOff(tx, claimEnd(now)) : end(tx);
    await keepSlot(tx, quota, slot.freeAt);
    // While it finds out whether the authority is back, the others wait.
    if (lane === 0 && standing.kind === 'answering') await wakeOthers(tx);
    return { kind: 'send', row };

    async function end(inside: Tx): Promise<Next> {
      if (lane === 0) await keepBacklog(inside, quota, { waiting: 0, oldestAt: null });
      await finishJob(inside, dispatchSubmissions, tenantId, work.key);
      return { kind: 'over' };
    }

    /** By the clock of who hands out work, which may not be the server's. */
    async function putOff(inside: Tx, until: Date): Promise<Next> {
      if (lane === 0) await keepBacklog(inside, quota, await countWaiting(inside, of));
      const dueAt = new Date(clock.now().getTime() + Math.max(0, until.getTime() - now.getTime()));
      await scheduleJob(inside, dispatchSubmissions, laneWork(tenantId, authority, lane, dueAt));
      return { kind: 'over' };
    }

    async function wakeOthers(inside: Tx): Promise<void> {
      if (!(await isAtLeast(inside, of, services.lanes))) return;
      for (let other = 1; other < services.lanes; other += 1)
        await ensureJob(inside, dispatchSubmissions, laneWork(tenantId, authority, other, clock.now()));
    }
  });
}

/** Some of the cases that wait know it afterwards. Answers whether there may be more. */
async function tellThatTheyWait(tx: Tx, of: Parameters<typeof lockUntold>[1], { clock }: Worker): Promise<boolean> {
  const untold = await lockUntold(tx, of, TOLD_AT_ONCE);
  for (const row of untold) await changeSubmission(tx, row, clock.now(), holdBack);
  return untold.length === TOLD_AT_ONCE;
}
