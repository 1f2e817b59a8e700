import { fail, isUuid, localDateOf, ok, type Result, type UserPrincipal } from '@academy/kernel';
import { recordAudit } from '@academy/platform/audit';
import type { Tx } from '@academy/platform/db';
import { holdsPersona } from '@academy/platform/events';
import { newId } from '@academy/platform/ids';
import { type AccreditationClaim, readAccreditation } from '../domain/accreditation.ts';
import { type InvalidInput, invalid } from '../domain/input.ts';
import { addAccreditation, endAccreditation, lockAccreditation } from './accreditations.ts';
import { isStandardMajorKnown } from './standards.ts';

/** Why an accreditation is not put on record or ended. */
export type AccreditingRefusal =
  | { readonly kind: 'NotFound' }
  | { readonly kind: 'Herself' | 'NoEvaluator' | 'Known' | 'Ended' }
  | InvalidInput;

/** The accreditation is on record, with who put it there; or why not. Answers its id. */
export async function recordAccreditation(
  tx: Tx,
  asked: { readonly personId: string; readonly claim: AccreditationClaim; readonly actor: UserPrincipal; readonly now: Date },
): Promise<Result<string, AccreditingRefusal>> {
  const { personId, claim, actor, now } = asked;
  const { tenantId, userId } = actor;
  if (!isUuid(personId)) return invalid('personId', 'The id of a person of your tenant was expected.');
  const facts = readAccreditation(claim, localDateOf(now));
  if (!facts.ok) return facts;
  const { standardMajor, kind } = facts.value;
  if (personId === userId) return fail({ kind: 'Herself' });
  if (standardMajor !== null && !(await isStandardMajorKnown(tx, standardMajor)))
    return invalid('standardCode', `A standard of the register was expected; it knows no ${standardMajor}.`);
  if (!(await holdsPersona(tx, tenantId, personId, 'evaluator'))) return fail({ kind: 'NoEvaluator' });
  const id = newId();
  const isNew = await addAccreditation(tx, { ...facts.value, tenantId, id, personId, recordedBy: userId, recordedAt: now });
  if (!isNew) return fail({ kind: 'Known' });
  const { issuedOn, validThrough } = facts.value;
  const detail = { personId, kind, standardMajor, issuedOn, validThrough };
  await recordAudit(tx, { principal: actor, action: 'accreditation.record', subject: id, detail, at: now });
  return ok(id);
}

/** The accreditation has ended, with who ended it and why on record; or why not. Answers its id. */
export async function endAccreditationOnRecord(
  tx: Tx,
  asked: { readonly accreditationId: string; readonly reason: string; readonly actor: UserPrincipal; readonly now: Date },
): Promise<Result<string, AccreditingRefusal>> {
  const { accreditationId: id, reason, actor, now } = asked;
  const { tenantId, userId } = actor;
  const row = isUuid(id) ? await lockAccreditation(tx, tenantId, id) : undefined;
  if (row === undefined) return fail({ kind: 'NotFound' });
  if (row.personId === userId) return fail({ kind: 'Herself' });
  if (row.endedAt !== null) return fail({ kind: 'Ended' });
  await endAccreditation(tx, { tenantId, id, endedBy: userId, reason, now });
  const detail = { personId: row.personId, kind: row.kind, standardMajor: row.standardMajor };
  await recordAudit(tx, { principal: actor, action: 'accreditation.end', subject: id, why: reason, detail, at: now });
  return ok(id);
}
