import { fail, ok, type Result } from '@academy/kernel';

export type CertificateStatus = 'REQUESTED' | 'ISSUED' | 'REVOKED';

export type ProposalRefusal =
  | { readonly kind: 'NotIssued'; readonly status: CertificateStatus }
  | { readonly kind: 'AlreadyProposed' };

export type ConfirmationRefusal =
  | { readonly kind: 'AlreadyConfirmed' }
  | { readonly kind: 'SamePerson' }
  | { readonly kind: 'NotIssued'; readonly status: CertificateStatus };

/** Whether a certificate's revocation may be proposed: it is valid, and no other proposal waits. */
export function decideProposal(certificate: {
  status: CertificateStatus;
  hasWaitingProposal: boolean;
}): Result<undefined, ProposalRefusal> {
  if (certificate.status !== 'ISSUED') return fail({ kind: 'NotIssued', status: certificate.status });
  return certificate.hasWaitingProposal ? fail({ kind: 'AlreadyProposed' }) : ok(undefined);
}

/** Whether this person may confirm the proposal: two persons revoke, never one. */
export function decideConfirmation(facts: {
  proposedBy: string;
  isConfirmed: boolean;
  certificateStatus: CertificateStatus;
  confirmedBy: string;
}): Result<undefined, ConfirmationRefusal> {
  if (facts.isConfirmed) return fail({ kind: 'AlreadyConfirmed' });
  if (facts.proposedBy === facts.confirmedBy) return fail({ kind: 'SamePerson' });
  return facts.certificateStatus === 'ISSUED' ? ok(undefined) : fail({ kind: 'NotIssued', status: facts.certificateStatus });
}
