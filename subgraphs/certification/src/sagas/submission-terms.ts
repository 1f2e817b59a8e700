import type { AuthorityName } from '@academy/contracts';
import type { Tx } from '@academy/platform/db';
import { policiesOf } from '@academy/platform/events';
import { DIRECT_SUBMISSION } from '../domain/case/automatic.ts';
import type { SubmissionFacts } from '../domain/case/facts.ts';
import type { CertificationRow } from '../store/certification.ts';
import { findValidCertificate } from '../store/certification-facts.ts';

/** To whom a case goes, and what its submission rests on. */
export type SubmissionTerms = { readonly authority: AuthorityName | null; readonly facts: SubmissionFacts };

/**
 * The terms of a case that is submitted now, by what is known of its tenant and its candidate. Read with the submission: the case stays with this authority. The
 * caller holds the case's row lock: of one person and standard no two cases are open, so that no other can be issued meanwhile.
 */
export async function submissionTerms(tx: Tx, row: CertificationRow): Promise<SubmissionTerms> {
  const { authority } = await policiesOf(tx, row.tenantId);
  const route = authority === 'MANUAL_LOT' ? 'LOT' : 'DIRECT';
  return { authority, facts: { ...DIRECT_SUBMISSION, route, validCertificate: await findValidCertificate(tx, row) } };
}
