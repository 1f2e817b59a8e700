import { type Clock, fail, ok, type Result } from '@academy/kernel';
import type { Tx } from '@academy/platform/db';
import { newId } from '@academy/platform/ids';
import type { Vault } from '@academy/platform/vault';
import { addBusinessDays } from '../domain/business-days.ts';
import { ANSWER_DAYS, type DataRequestKind } from '../domain/data-request.ts';
import type { InvalidState } from '../domain/refusal.ts';
import { codeDigest, receiptCode } from '../receipt/data-receipt.ts';
import { dataRequests } from '../tables/data-requests.ts';
import { type Actor, recordAct } from './audit.ts';
import { findOpenRequest } from './data-requests.ts';
import { lockPerson } from './users.ts';

/** The person's request waits for its answer, and its clock runs. At most one of a kind is open. Answers its id. */
export async function openDataRequest(
  tx: Tx,
  vault: Vault,
  actor: Actor,
  kind: DataRequestKind,
  clock: Clock,
): Promise<Result<{ requestId: string }, InvalidState>> {
  const { tenantId, userId: subjectId } = actor;
  const person = await lockPerson(tx, tenantId, subjectId);
  if (person === undefined) return refuse('Nothing is kept of you here: there is nothing to export or erase.');
  if (person.blockedAt !== null) return refuse('Your data are being erased; nothing more can be asked about them.');
  const open = await findOpenRequest(tx, { tenantId, subjectId }, kind);
  if (open !== undefined) return refuse(`Your request ${open.id} of the same kind is open; it will be answered.`);
  const now = clock.now();
  const requestId = newId();
  const digest = codeDigest((await receiptCodeOf(tx, vault, tenantId, requestId)) ?? '');
  if (digest === undefined) throw new Error(`The key of tenant ${tenantId} was destroyed: no receipt can be written for it.`);
  await tx.insert(dataRequests).values({
    tenantId,
    id: requestId,
    subjectId,
    kind,
    status: 'RECEIVED',
    openedAt: now,
    answerDueAt: addBusinessDays(now, ANSWER_DAYS),
    codeDigest: digest,
  });
  await recordAct(tx, actor, { action: 'arco.open', subjectId, at: now, detail: { requestId, kind } });
  return ok({ requestId });
}

/** The code that finds the request's receipt: it follows from the tenant's key and is kept nowhere. Undefined when that key was destroyed. */
export async function receiptCodeOf(tx: Tx, vault: Vault, tenantId: string, requestId: string): Promise<string | undefined> {
  const key = (await vault.keysFor(tx, tenantId, [tenantId])).get(tenantId);
  return key === undefined ? undefined : receiptCode(key.fingerprint('data-receipt', requestId));
}

function refuse(message: string) {
  return fail<InvalidState>({ kind: 'InvalidState', message });
}
