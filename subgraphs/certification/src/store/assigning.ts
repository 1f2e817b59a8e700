import { fail, isUuid, ok, type Result, type UserPrincipal } from '@academy/kernel';
import { recordAudit } from '@academy/platform/audit';
import type { Tx } from '@academy/platform/db';
import { holdsPersona } from '@academy/platform/events';
import {
  ACT_OF_DUTY,
  type AssignmentRefusal,
  type CaseDuty,
  mayAssign,
  mayEnd,
  PERSONA_OF_DUTY,
} from '../domain/case-assignment.ts';
import { type DutyConflict, mayTakeDuty } from '../domain/separation-of-duties.ts';
import { isInReach } from './assigned.ts';
import { addAssignment, endAssignment, findAssignments, hasDuty } from './case-assignments.ts';
import { lockCase } from './certification.ts';
import { hasCase } from './certification-facts.ts';
import { dutyFactsIn } from './duty-facts.ts';

type NotFound = { readonly kind: 'NotFound' };

export type AssignRefusal = AssignmentRefusal | DutyConflict | { readonly kind: 'OwnCase' } | NotFound;
export type UnassignRefusal = { readonly kind: 'NotHers'; readonly duty: CaseDuty } | { readonly kind: 'Ended' } | NotFound;

/**
 * The person has the duty on the case, and it is on record who gave it to her: she sees the case, and its candidate, from now on. Answers the assignment's id. The
 * case's row lock keeps two from being assigned at once who may not be together.
 */
export async function assignToCase(
  tx: Tx,
  asked: { certificationId: string; personId: string; duty: CaseDuty; actor: UserPrincipal; now: Date },
): Promise<Result<string, AssignRefusal>> {
  const { certificationId, personId, duty, actor, now } = asked;
  const { tenantId } = actor;
  if (!isUuid(certificationId) || !isUuid(personId)) return fail({ kind: 'NotFound' });
  if (!(await hasCase(tx, tenantId, certificationId)) || !(await isInReach(tx, actor, certificationId)))
    return fail({ kind: 'NotFound' });
  const one = await lockCase(tx, tenantId, certificationId);
  const may = mayAssign({
    duty,
    persona: actor.persona,
    isHerself: actor.userId === personId,
    isHeld: await holdsPersona(tx, tenantId, personId, PERSONA_OF_DUTY[duty]),
    isCaseOpen: one.isOpen,
    isTaken: await hasDuty(tx, { tenantId, certificationId, duty, personId: duty === 'EVALUATOR' ? undefined : personId }),
  });
  if (!may.ok) return may;
  const { candidateId, standardMajor } = one;
  const facts = await dutyFactsIn(tx, tenantId).of(personId, candidateId);
  const free = mayTakeDuty({ duty: ACT_OF_DUTY[duty], personId, candidateId, standardMajor, at: now }, facts);
  if (!free.ok) return free;
  const row = { tenantId, certificationId, personId, duty, assignedBy: actor.userId, assignedAt: now };
  const id = await addAssignment(tx, { ...row, candidateId });
  const detail = { assignmentId: id, personId, duty };
  await recordAudit(tx, { principal: actor, action: 'case.assign', subject: certificationId, detail, at: now });
  return ok(id);
}

/** The assignment is over, and it is on record who ended it and why: the person sees the case no longer. Answers its id. */
export async function unassignFromCase(
  tx: Tx,
  asked: { assignmentId: string; reason: string; actor: UserPrincipal; now: Date },
): Promise<Result<string, UnassignRefusal>> {
  const { assignmentId, reason, actor, now } = asked;
  const { tenantId } = actor;
  const [unlocked] = isUuid(assignmentId) ? await findAssignments(tx, [assignmentId]) : [];
  if (unlocked === undefined) return fail({ kind: 'NotFound' });
  const { certificationId, personId, duty } = unlocked;
  if (!(await isInReach(tx, actor, certificationId))) return fail({ kind: 'NotFound' });
  if (!mayEnd(actor.persona, duty)) return fail({ kind: 'NotHers', duty });
  const { candidateId } = await lockCase(tx, tenantId, certificationId);
  const [row] = await findAssignments(tx, [assignmentId]);
  if (row?.endedAt !== null) return fail({ kind: 'Ended' });
  await endAssignment(tx, { tenantId, id: assignmentId, candidateId, endedBy: actor.userId, now });
  const detail = { assignmentId, personId, duty };
  await recordAudit(tx, { principal: actor, action: 'case.unassign', subject: certificationId, why: reason, detail, at: now });
  return ok(assignmentId);
}
