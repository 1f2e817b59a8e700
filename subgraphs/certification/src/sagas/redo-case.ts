import { fail, ok, type Result, type UserPrincipal } from '@academy/kernel';
import { recordAudit } from '@academy/platform/audit';
import type { Tx } from '@academy/platform/db';
import type { CaseStatus } from '../domain/case/phases.ts';
import { isInReach } from '../store/assigned.ts';
import { findCertificateOf, revokeCertificate } from '../store/certificate.ts';
import { applyTransition, type CertificationRow, lockCase, openCase } from '../store/certification.ts';
import { findCase, findRedoOf, hasCase } from '../store/certification-facts.ts';
import { findCompletion } from '../store/completion.ts';
import { lockHolder } from '../store/erased-holders.ts';
import { catchUp, startSaga } from './certification.ts';
import { required } from './required-transition.ts';

export type RedoRefusal = { readonly kind: 'NotFound' } | { readonly kind: 'NotToBeRedone'; readonly status: CaseStatus };

/**
 * A case that the dictamen ruled invalid is closed, and another redoes it, free of charge and by another evaluator; its certificate gives way to that of the
 * other. A case that is redone already answers the one that redoes it. The candidate herself, the centre's admin or a certifier. Answers the new case's id.
 */
export async function redoCase(
  tx: Tx,
  asked: { readonly certificationId: string; readonly actor: UserPrincipal; readonly now: Date },
): Promise<Result<string, RedoRefusal>> {
  const { certificationId, actor, now } = asked;
  const { tenantId } = actor;
  if (!(await hasCase(tx, tenantId, certificationId))) return fail({ kind: 'NotFound' });
  const { candidateId } = await findCase(tx, tenantId, certificationId);
  if (!(await mayRedo(tx, actor, certificationId, candidateId))) return fail({ kind: 'NotFound' });
  // Before the case's lock, as an erasure takes them.
  const isErased = await lockHolder(tx, { tenantId, subjectId: candidateId });
  const row = await lockCase(tx, tenantId, certificationId);
  const known = await findRedoOf(tx, tenantId, certificationId);
  if (known !== undefined) return ok(known);
  if (row.status !== 'REDO_REQUIRED' || isErased) return fail({ kind: 'NotToBeRedone', status: row.status });
  const closed = await required(applyTransition(tx, { tenantId, certificationId, command: { kind: 'close' }, now }));
  await endCertificate(tx, closed, now);
  await catchUp(tx, closed, now);
  const completion = await findCompletion(tx, tenantId, row.enrollmentId);
  if (completion === undefined) throw new Error(`Enrolment ${row.enrollmentId} has no completion.`);
  const redo = await openCase(tx, completion, now, { redoOf: certificationId });
  if (redo === undefined) throw new Error(`Something stood in the way of redoing ${certificationId}, which was open itself.`);
  await startSaga(tx, redo, now);
  const detail = { redoneBy: redo.id };
  await recordAudit(tx, { principal: actor, action: 'certification.redo', subject: certificationId, detail, at: now });
  return ok(redo.id);
}

async function mayRedo(tx: Tx, actor: UserPrincipal, certificationId: string, candidateId: string): Promise<boolean> {
  if (actor.persona === 'learner') return actor.userId === candidateId;
  return isInReach(tx, actor, certificationId);
}

/** A completion has one valid certificate: that of the case that redoes it takes its place. */
async function endCertificate(tx: Tx, row: CertificationRow, now: Date): Promise<void> {
  const certificate = await findCertificateOf(tx, row.tenantId, row.id);
  if (certificate !== undefined)
    await revokeCertificate(tx, certificate, 'El dictamen pidió repetir la evaluación; otro certificado toma su lugar.', now);
}
