import { type Clock, fail, isUuid, ok, type Result } from '@academy/kernel';
import type { Tx } from '@academy/platform/db';
import { scheduleJob } from '@academy/platform/jobs';
import { decideResolution, parseResolution, type RefusalGround, type Resolution } from '../domain/data-request.ts';
import { parseReason } from '../domain/reason.ts';
import type { InvalidInput, InvalidState, NotFound } from '../domain/refusal.ts';
import { type Actor, recordAct } from './audit.ts';
import { blockPerson } from './block-person.ts';
import { addParts } from './data-request-parts.ts';
import { beginDataRequest, ERASURE_DELAY_MS } from './data-request-work.ts';
import { type DataRequestRow, findOpenRequest, lockDataRequest, updateDataRequest } from './data-requests.ts';
import { isLastAdmin } from './persona-assignment.ts';
import { lockPerson } from './users.ts';

const NO_SUCH_REQUEST = { kind: 'NotFound', message: 'There is no such request in your tenant.' } as const;
const ACTIONS = { ACCEPT: 'arco.accept', REFUSE: 'arco.refuse', EXTEND: 'arco.extend' } as const;

/** What the privacy officer says about a request. */
export type ResolveRequest = {
  readonly requestId: string;
  readonly decision: Resolution['kind'];
  readonly ground?: RefusalGround | null | undefined;
  readonly reason?: string | null | undefined;
};

/**
 * The request is accepted, refused, or has more time. What was accepted begins by itself: an export at once, an erasure when every token of the person is
 * refused; from the acceptance on her data are blocked.
 */
export async function resolveDataRequest(
  tx: Tx,
  actor: Actor,
  request: ResolveRequest,
  clock: Clock,
): Promise<Result<{ requestId: string }, InvalidInput | InvalidState | NotFound>> {
  const reason = request.reason == null ? undefined : parseReason(request.reason);
  if (reason?.ok === false) return reason;
  const resolution = parseResolution({
    decision: request.decision,
    ground: request.ground ?? undefined,
    reason: reason?.value,
  });
  if (!resolution.ok) return resolution;
  const { tenantId } = actor;
  const { requestId } = request;
  const row = isUuid(requestId) ? await lockWithSubject(tx, tenantId, requestId) : undefined;
  if (row === undefined) return fail(NO_SUCH_REQUEST);
  const { subjectId } = row;
  const now = clock.now();
  const decided = decideResolution(row, resolution.value, {
    resolverId: actor.userId,
    now,
    subject: {
      isBlocked: row.isBlocked,
      isLastAdmin: await isLastAdmin(tx, tenantId, subjectId),
      hasOpenExport: (await findOpenRequest(tx, { tenantId, subjectId }, 'EXPORT')) !== undefined,
    },
  });
  if (!decided.ok) return decided;
  await updateDataRequest(tx, row, decided.value);
  if (resolution.value.kind === 'ACCEPT') await begin(tx, row, now);
  await recordAct(tx, actor, {
    action: ACTIONS[resolution.value.kind],
    subjectId,
    ...('reason' in resolution.value ? { reason: resolution.value.reason } : {}),
    at: now,
    detail: { requestId, kind: row.kind, ...('ground' in resolution.value ? { ground: resolution.value.ground } : {}) },
  });
  return ok({ requestId });
}

async function begin(tx: Tx, row: DataRequestRow, now: Date): Promise<void> {
  const { tenantId, id: requestId } = row;
  await addParts(tx, { tenantId, requestId });
  const isErasure = row.kind === 'ERASURE';
  if (isErasure) await blockPerson(tx, { tenantId, userId: row.subjectId }, now);
  const dueAt = isErasure ? new Date(now.getTime() + ERASURE_DELAY_MS) : now;
  await scheduleJob(tx, beginDataRequest, { tenantId, key: requestId, payload: { requestId }, dueAt });
}

/** The request, locked, and then the person whose it is, as the jobs do it. */
async function lockWithSubject(
  tx: Tx,
  tenantId: string,
  requestId: string,
): Promise<(DataRequestRow & { isBlocked: boolean }) | undefined> {
  const row = await lockDataRequest(tx, tenantId, requestId);
  if (row === undefined) return undefined;
  const person = await lockPerson(tx, tenantId, row.subjectId);
  return { ...row, isBlocked: person === undefined || person.blockedAt !== null };
}
