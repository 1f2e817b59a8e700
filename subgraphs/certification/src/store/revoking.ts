import { fail, ok, type Result } from '@academy/kernel';
import type { Tx } from '@academy/platform/db';
import { type ConfirmationRefusal, decideConfirmation, decideProposal, type ProposalRefusal } from '../domain/revocation.ts';
import { findCertificateById, findCertificateOf, revokeCertificate } from './certificate.ts';
import { lockCase } from './certification.ts';
import { hasCase } from './certification-facts.ts';
import { addRevocation, confirmRevocation, findRevocation, findWaitingRevocation } from './revocation.ts';

type NotFound = { readonly kind: 'NotFound' };

/** A proposal to revoke the certificate of this case waits for a second person. Answers its id. */
export async function proposeRevocation(
  tx: Tx,
  proposal: { tenantId: string; certificationId: string; reason: string; actorId: string; now: Date },
): Promise<Result<string, ProposalRefusal | NotFound>> {
  const { tenantId, certificationId } = proposal;
  if (!(await hasCase(tx, tenantId, certificationId))) return fail({ kind: 'NotFound' });
  await lockCase(tx, tenantId, certificationId);
  const certificate = await findCertificateOf(tx, tenantId, certificationId);
  if (certificate === undefined) return fail({ kind: 'NotFound' });
  const waiting = await findWaitingRevocation(tx, tenantId, certificate.id);
  const decided = decideProposal({ status: certificate.status, hasWaitingProposal: waiting !== undefined });
  if (!decided.ok) return decided;
  return ok(
    await addRevocation(tx, {
      tenantId,
      certificateId: certificate.id,
      reason: proposal.reason,
      proposedBy: proposal.actorId,
      proposedAt: proposal.now,
    }),
  );
}

/** The proposal is confirmed by a second person, and the certificate is revoked for good. */
export async function revokeByProposal(
  tx: Tx,
  confirmation: { tenantId: string; revocationId: string; actorId: string; now: Date },
): Promise<Result<null, ConfirmationRefusal | NotFound>> {
  const { tenantId, revocationId, actorId, now } = confirmation;
  const unlocked = await findRevocation(tx, tenantId, revocationId);
  if (unlocked === undefined) return fail({ kind: 'NotFound' });
  const { certificationId } = await findCertificateById(tx, tenantId, unlocked.certificateId);
  await lockCase(tx, tenantId, certificationId);
  const proposal = (await findRevocation(tx, tenantId, revocationId)) ?? unlocked;
  const certificate = await findCertificateById(tx, tenantId, proposal.certificateId);
  const decided = decideConfirmation({
    proposedBy: proposal.proposedBy,
    isConfirmed: proposal.confirmedAt !== null,
    certificateStatus: certificate.status,
    confirmedBy: actorId,
  });
  if (!decided.ok) return decided;
  await confirmRevocation(tx, proposal, actorId, now);
  await revokeCertificate(tx, certificate, proposal.reason, now);
  return ok(null);
}
