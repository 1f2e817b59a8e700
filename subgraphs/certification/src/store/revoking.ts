import { fail, ok, type Result, type UserPrincipal } from '@academy/kernel';
import { recordAudit } from '@academy/platform/audit';
import type { Tx } from '@academy/platform/db';
import { type ConfirmationRefusal, decideConfirmation, decideProposal, type ProposalRefusal } from '../domain/revocation.ts';
import { findCertificateById, findCertificateOf, revokeCertificate } from './certificate.ts';
import { lockCase } from './certification.ts';
import { hasCase } from './certification-facts.ts';
import { addRevocation, confirmRevocation, findRevocation, findWaitingRevocation } from './revocation.ts';
import { tellPeople } from './tell-people.ts';

type NotFound = { readonly kind: 'NotFound' };

/** A proposal to revoke the certificate of this case waits for a second person. Answers its id. */
export async function proposeRevocation(
  tx: Tx,
  proposal: { certificationId: string; reason: string; actor: UserPrincipal; now: Date },
): Promise<Result<string, ProposalRefusal | NotFound>> {
  const { certificationId, actor, reason, now } = proposal;
  const { tenantId } = actor;
  if (!(await hasCase(tx, tenantId, certificationId))) return fail({ kind: 'NotFound' });
  await lockCase(tx, tenantId, certificationId);
  const certificate = await findCertificateOf(tx, tenantId, certificationId);
  if (certificate === undefined) return fail({ kind: 'NotFound' });
  const waiting = await findWaitingRevocation(tx, tenantId, certificate.id);
  const decided = decideProposal({ status: certificate.status, hasWaitingProposal: waiting !== undefined });
  if (!decided.ok) return decided;
  const id = await addRevocation(tx, {
    tenantId,
    certificateId: certificate.id,
    reason,
    proposedBy: actor.userId,
    proposedAt: now,
  });
  const act = { action: 'revocation.propose', subject: certificate.id, why: reason, detail: { certificationId } } as const;
  await recordAudit(tx, { ...act, principal: actor, at: now });
  return ok(id);
}

/** The proposal is confirmed by a second person, and the certificate is revoked for good. */
export async function revokeByProposal(
  tx: Tx,
  confirmation: { revocationId: string; actor: UserPrincipal; now: Date },
): Promise<Result<null, ConfirmationRefusal | NotFound>> {
  const { revocationId, actor, now } = confirmation;
  const { tenantId } = actor;
  const unlocked = await findRevocation(tx, tenantId, revocationId);
  if (unlocked === undefined) return fail({ kind: 'NotFound' });
  const { certificationId } = await findCertificateById(tx, tenantId, unlocked.certificateId);
  const row = await lockCase(tx, tenantId, certificationId);
  const proposal = (await findRevocation(tx, tenantId, revocationId)) ?? unlocked;
  const certificate = await findCertificateById(tx, tenantId, proposal.certificateId);
  const decided = decideConfirmation({
    proposedBy: proposal.proposedBy,
    isConfirmed: proposal.confirmedAt !== null,
    certificateStatus: certificate.status,
    confirmedBy: actor.userId,
  });
  if (!decided.ok) return decided;
  await confirmRevocation(tx, proposal, actor.userId, now);
  await revokeCertificate(tx, certificate, proposal.reason, now);
  await tellPeople(tx, row, { topic: 'certification.revoked' }, now);
  const act = {
    action: 'revocation.confirm',
    subject: certificate.id,
    why: proposal.reason,
    detail: { certificationId },
  } as const;
  await recordAudit(tx, { ...act, principal: actor, at: now });
  return ok(null);
}
