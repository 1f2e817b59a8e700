import type { AuthorityName } from '@academy/contracts';
import type { Tx } from '@academy/platform/db';
import { policiesOf } from '@academy/platform/events';
import { DIRECT_SUBMISSION } from '../domain/case/automatic.ts';
import type { SubmissionFacts } from '../domain/case/facts.ts';

/** To whom a case goes, and what its submission rests on. */
export type SubmissionTerms = { readonly authority: AuthorityName | null; readonly facts: SubmissionFacts };

/** The terms of a case that is submitted now, by what is known of its tenant. Read with the submission: the case stays with this authority. */
export async function submissionTerms(tx: Tx, tenantId: string): Promise<SubmissionTerms> {
  const { authority } = await policiesOf(tx, tenantId);
  return { authority, facts: { ...DIRECT_SUBMISSION, route: authority === 'MANUAL_LOT' ? 'LOT' : 'DIRECT' } };
}
