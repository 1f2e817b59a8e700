import { createHash, randomBytes } from 'node:crypto';
import { fail, ok, type Result, type UserPrincipal } from '@academy/kernel';
import { recordAudit } from '@academy/platform/audit';
import { findCentreOf } from '@academy/platform/centres';
import type { Tx } from '@academy/platform/db';
import type { CaseRefusal } from '../domain/case/refusals.ts';
import { transition } from '../domain/case/transition.ts';
import { drawSample, type LotRefusal, mayAdd, mayClose } from '../domain/lot.ts';
import { caseOf } from '../store/case-row.ts';
import { applyTransition, type CertificationRow, lockCase } from '../store/certification.ts';
import { hasCase } from '../store/certification-facts.ts';
import { addMembers, changeLot, findMembers, insertLot, lockLot, markSampled, removeMember } from '../store/lots.ts';
import { isCentreKnown } from '../store/lots-centres.ts';
import { required } from './required-transition.ts';

/** Bytes of a seed: nobody draws until the sample suits. */
const SEED_BYTES = 32;

type NotFound = { readonly kind: 'NotFound' };
/** The case that a lot could not take, or give back, and why. */
type CaseInTheWay = { readonly kind: 'CaseRefused'; readonly certificationId: string; readonly refusal: CaseRefusal };
export type KeepRefusal = LotRefusal | CaseInTheWay | NotFound | { readonly kind: 'NoCase'; readonly certificationId: string };

type By = { readonly actor: UserPrincipal; readonly now: Date };
type OnLot = By & { readonly lotId: string };

/** A lot is open, on record: a centre admin's of her own centre, a certifier's of the one that she names (null: the academy itself). Answers its id. */
export async function createLot(
  tx: Tx,
  asked: By & { readonly centreId: string | null; readonly standardMajor: string },
): Promise<Result<string, NotFound>> {
  const { actor, now, standardMajor } = asked;
  const { tenantId, userId } = actor;
  const own = actor.persona === 'centre_admin' ? await findCentreOf(tx, tenantId, userId) : undefined;
  const centreId = own === undefined ? asked.centreId : own;
  if (own !== undefined && asked.centreId !== null && asked.centreId !== own) return fail({ kind: 'NotFound' });
  if (centreId !== null && !(await isCentreKnown(tx, tenantId, centreId))) return fail({ kind: 'NotFound' });
  const id = await insertLot(tx, { tenantId, centreId, standardMajor, openedBy: userId, openedAt: now });
  await recordAudit(tx, { principal: actor, action: 'lot.create', subject: id, detail: { centreId, standardMajor }, at: now });
  return ok(id);
}

/** All of these cases are in the lot, or none is, and why: the first that stands in the way. Those that are in it already stay. */
export async function addToLot(
  tx: Tx,
  asked: OnLot & { readonly certificationIds: readonly string[] },
): Promise<Result<string, KeepRefusal>> {
  const { actor, now, lotId } = asked;
  const { tenantId, userId } = actor;
  const lot = await lockLot(tx, actor, lotId);
  if (lot === undefined) return fail({ kind: 'NotFound' });
  const command = { kind: 'addToLot', lotId } as const;
  const adding: CertificationRow[] = [];
  // In the order of their ids, as whoever locks several cases does.
  for (const certificationId of [...new Set(asked.certificationIds)].sort()) {
    if (!(await hasCase(tx, tenantId, certificationId))) return fail({ kind: 'NoCase', certificationId });
    const row = await lockCase(tx, tenantId, certificationId);
    // A centre's admin learns nothing of the cases of others.
    if (actor.persona === 'centre_admin' && row.centreId !== lot.centreId) return fail({ kind: 'NoCase', certificationId });
    const may = transition(caseOf(row), command);
    if (may.ok) adding.push(row);
    else if (may.error.kind !== 'AlreadyKnown') return fail({ kind: 'CaseRefused', certificationId, refusal: may.error });
  }
  if (adding.length === 0) return ok(lotId);
  const may = mayAdd(lot, adding);
  if (!may.ok) return may;
  const ids = adding.map(({ id }) => id);
  await addMembers(tx, lot, ids, { addedBy: userId, addedAt: now });
  await changeLot(tx, lot, { size: lot.size + ids.length });
  const detail = { actor: userId, lotId };
  for (const certificationId of ids) await required(applyTransition(tx, { tenantId, certificationId, command, detail, now }));
  await recordAudit(tx, { principal: actor, action: 'lot.add', subject: lotId, detail: { cases: ids.length }, at: now });
  return ok(lotId);
}

/** The case is out of the lot, which is open still, and VERIFIED again. */
export async function removeFromLot(
  tx: Tx,
  asked: OnLot & { readonly certificationId: string; readonly reason: string },
): Promise<Result<string, KeepRefusal>> {
  const { actor, now, lotId, certificationId, reason } = asked;
  const { tenantId, userId } = actor;
  const lot = await lockLot(tx, actor, lotId);
  if (lot === undefined) return fail({ kind: 'NotFound' });
  if (lot.status === 'CLOSED') return fail({ kind: 'LotClosed' });
  if (!(await hasCase(tx, tenantId, certificationId))) return fail({ kind: 'NotAMember', certificationId });
  const row = await lockCase(tx, tenantId, certificationId);
  if (row.lotId !== lotId) return fail({ kind: 'NotAMember', certificationId });
  // What was withdrawn, or closed, is in no lot any more either: it is taken off the list, and stays as it ended.
  if (row.isOpen) {
    const command = { kind: 'removeFromLot', lotId } as const;
    const taken = await applyTransition(tx, { tenantId, certificationId, command, detail: { actor: userId, lotId }, now });
    if (!taken.ok) return fail({ kind: 'CaseRefused', certificationId, refusal: requireKnown(taken.error) });
  }
  if (!(await removeMember(tx, lot, certificationId))) return fail({ kind: 'NotAMember', certificationId });
  await changeLot(tx, lot, { size: lot.size - 1 });
  const detail = { certificationId };
  await recordAudit(tx, { principal: actor, action: 'lot.remove', subject: lotId, why: reason, detail, at: now });
  return ok(lotId);
}

/** The lot is closed for good: its members are what the Grupo de Dictamen rules on, and its sample is drawn from a seed that is kept. */
export async function closeLot(tx: Tx, { actor, now, lotId }: OnLot): Promise<Result<string, KeepRefusal>> {
  const lot = await lockLot(tx, actor, lotId);
  if (lot === undefined) return fail({ kind: 'NotFound' });
  const all = await findMembers(tx, lot);
  // What was withdrawn, or closed, meanwhile is nothing to rule on.
  const members = all.filter(({ isWaiting }) => isWaiting).map(({ certificationId }) => certificationId);
  const may = mayClose({ ...lot, size: members.length });
  if (!may.ok) return may;
  for (const { certificationId, isWaiting } of all) if (!isWaiting) await removeMember(tx, lot, certificationId);
  const sampleSeed = randomBytes(SEED_BYTES).toString('hex');
  const sample = drawSample(members, (member) => sampleDigest(sampleSeed, member));
  await markSampled(tx, lot, sample);
  const closed = { status: 'CLOSED', closedBy: actor.userId, closedAt: now } as const;
  await changeLot(tx, lot, { ...closed, size: members.length, sampleSeed, sampleSize: sample.length });
  const detail = { cases: members.length, sampled: sample.length, sampleSeed };
  await recordAudit(tx, { principal: actor, action: 'lot.close', subject: lotId, detail, at: now });
  return ok(lotId);
}

/** By what the members of a lot are ordered for its sample: SHA-256 of `seed:id`, hex. */
function sampleDigest(seed: string, certificationId: string): string {
  return createHash('sha256').update(`${seed}:${certificationId}`).digest('hex');
}

function requireKnown(refusal: CaseRefusal | { readonly kind: 'StaleVersion' }): CaseRefusal {
  if (refusal.kind === 'StaleVersion') throw new Error('A case was stale although no version of it was expected.');
  return refusal;
}
