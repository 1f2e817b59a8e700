import type { Tx } from '@academy/platform/db';
import { finishJob, scheduleJob } from '@academy/platform/jobs';
import { noteCall } from '../audit-call.ts';
import type { SubmitOutcome } from '../authority/port.ts';
import { askCandidate } from '../candidate.ts';
import { changeSubmission } from '../change-submission.ts';
import { holdAuthority } from '../domain/authority-hold.ts';
import {
  beginCall,
  type CallOutcome,
  CERTIFICATE_REVOKED,
  IDENTITY_MISSING,
  recordOutcome,
  refuseUnsent,
  type UnsentRefusal,
} from '../domain/submission.ts';
import type { Worker } from '../services.ts';
import { keepStanding, lockQuota, noteAnswered, standingOf } from '../store/authority-quotas.ts';
import { reportConcern } from '../store/dead-letters.ts';
import { completeAttempt, insertAttempt } from '../store/submission-attempts.ts';
import { externalRefOf, lockSubmission, updateSubmission } from '../store/submissions.ts';
import type { SubmissionRow } from '../tables/submissions.ts';
import { jobAuthorityOf } from './job-authority.ts';
import { nextDueAt } from './next-due-at.ts';
import { enqueueSubmission } from './submission-lanes.ts';
import { pollSubmission, sendSubmission } from './submission-work.ts';

/**
 * The submission is known to the authority afterwards, or may be, or is refused. The intent is committed before the call, so that whoever finds it never
 * sends: it is looked up. The authority being away is no failure: the case waits in its queue, and the authority is left alone for a while.
 */
export async function handIn(row: SubmissionRow, signal: AbortSignal, context: Worker): Promise<void> {
  const { clock, graph } = context;
  const authority = jobAuthorityOf(row, context);
  if (row.certificateRevokedAt !== null) return refuse(row, CERTIFICATE_REVOKED, context);
  const candidate = await askCandidate(graph, row.tenantId, row.candidateId);
  if (candidate === undefined) return refuse(row, IDENTITY_MISSING, context);
  const intent = await writeIntent(row, context);
  if (intent === undefined) return;
  const outcome = await authority.process.submit(
    {
      externalRef: externalRefOf(row),
      standardCode: row.standardCode,
      candidate,
      evaluatedOn: row.evaluatedOn,
      certificateFolio: row.certificateFolio,
    },
    { signal, withinMs: intent.endsAt.getTime() - clock.now().getTime() },
  );
  await writeOutcome(row, intent.call, outcome, context);
}

/** Committed before the call; due again when the call must be over, so that a crash in between is noticed. */
async function writeIntent(row: SubmissionRow, context: Worker): Promise<{ call: number; endsAt: Date } | undefined> {
  const { tenantId, id } = row;
  return context.database.inTenant(tenantId, 'write', async (tx) => {
    const locked = await lockSubmission(tx, tenantId, id);
    if (locked === undefined) return undefined;
    const startedAt = context.clock.now();
    const endsAt = new Date(startedAt.getTime() + context.services.submitTimeoutMs);
    const begun = await changeSubmission(tx, locked, startedAt, (submission) => beginCall(submission, { startedAt, endsAt }));
    if (!begun.ok) return undefined;
    const { calls: call } = begun.value.row;
    await insertAttempt(tx, { tenantId, submissionId: id, call, startedAt, endsAt });
    await scheduleJob(tx, sendSubmission, { tenantId, key: id, payload: { submissionId: id }, dueAt: endsAt });
    await noteCall(tx, row, 'authority.submit', startedAt);
    return { call, endsAt };
  });
}

async function writeOutcome(row: SubmissionRow, call: number, outcome: SubmitOutcome, context: Worker): Promise<void> {
  const { tenantId, id } = row;
  const now = context.clock.now();
  await context.database.inTenant(tenantId, 'write', async (tx) => {
    const locked = await lockSubmission(tx, tenantId, id);
    if (locked === undefined) return;
    await settleCall(tx, locked, call, outcome, context, now);
    await noteCall(tx, row, 'authority.submit', now, outcome);
  });
  if (outcome.kind === 'accepted') return;
  const cause = 'cause' in outcome ? outcome.cause : null;
  context.logger.warn({ tenantId, submissionId: id, call, outcome: outcome.kind, cause }, 'a submission was not accepted');
}

async function settleCall(
  tx: Tx,
  locked: SubmissionRow,
  call: number,
  outcome: SubmitOutcome,
  context: Worker,
  now: Date,
): Promise<void> {
  const { tenantId, id } = locked;
  const decided = toCallOutcome(outcome);
  const cause = 'cause' in outcome ? outcome.cause : null;
  await completeAttempt(tx, { tenantId, submissionId: id, call }, { outcome: decided.kind, cause, answeredAt: now });
  const change = await changeSubmission(tx, locked, now, (submission) => recordOutcome(submission, call, decided));
  if (!change.ok) {
    // Somebody else has settled it meanwhile; a receipt under another id means that the authority has it twice.
    if (outcome.kind === 'accepted' && outcome.authorityId !== locked.authorityId) {
      context.logger.error({ tenantId, submissionId: id, call }, 'a call that was given up was received after all');
      await reportConcern(tx, locked, 'RECEIVED_TWICE', { call, authorityId: outcome.authorityId });
    }
    return;
  }
  await schedule(tx, change.value.row, outcome, context, now);
}

async function schedule(tx: Tx, row: SubmissionRow, outcome: SubmitOutcome, context: Worker, now: Date): Promise<void> {
  const { tenantId, id } = row;
  const work = { tenantId, key: id, payload: { submissionId: id } };
  switch (outcome.kind) {
    case 'accepted':
      await finishJob(tx, sendSubmission, tenantId, id);
      await updateSubmission(tx, row, { waits: row.waits + 1 });
      await scheduleJob(tx, pollSubmission, { ...work, dueAt: nextDueAt(row, {}, context.services, now) });
      return noteStanding(tx, row, outcome, context);
    case 'refused':
      await finishJob(tx, sendSubmission, tenantId, id);
      return noteStanding(tx, row, outcome, context);
    case 'unknown':
      // The first look may come at once: what was received whole can be found.
      return scheduleJob(tx, sendSubmission, { ...work, dueAt: new Date(now.getTime() + (outcome.retryAfterMs ?? 0)) });
    case 'unavailable':
      await finishJob(tx, sendSubmission, tenantId, id);
      await noteStanding(tx, row, outcome, context);
      return enqueueSubmission(tx, row, context);
  }
}

/** The authority answers the tenant, or is away for it. An unclear outcome says neither. */
async function noteStanding(tx: Tx, row: SubmissionRow, outcome: SubmitOutcome, context: Worker): Promise<void> {
  const { services } = context;
  const { name } = jobAuthorityOf(row, context);
  const quota = await lockQuota(tx, row.tenantId, name);
  const now = await services.serverNow(tx);
  const standing = standingOf(quota);
  if (outcome.kind === 'unavailable')
    return keepStanding(tx, quota, holdAuthority(standing, outcome, services.waits, services.random(), now));
  if (standing.kind === 'away') await keepStanding(tx, quota, { kind: 'answering' });
  await noteAnswered(tx, row.tenantId, name, now);
}

async function refuse(row: SubmissionRow, refusal: UnsentRefusal, context: Worker): Promise<void> {
  const { tenantId, id } = row;
  await context.database.inTenant(tenantId, 'write', async (tx) => {
    const locked = await lockSubmission(tx, tenantId, id);
    if (locked === undefined) return;
    await changeSubmission(tx, locked, context.clock.now(), (submission) => refuseUnsent(submission, refusal));
    await finishJob(tx, sendSubmission, tenantId, id);
  });
}

function toCallOutcome(outcome: SubmitOutcome): CallOutcome {
  switch (outcome.kind) {
    case 'accepted':
      return { kind: 'ACCEPTED', authorityId: outcome.authorityId };
    case 'refused':
      return { kind: 'REFUSED', reason: outcome.reason, isCorrectable: outcome.isCorrectable };
    case 'unknown':
      return { kind: 'UNKNOWN' };
    case 'unavailable':
      return { kind: 'UNAVAILABLE' };
  }
}
