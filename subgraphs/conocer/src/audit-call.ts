import { recordAudit } from '@academy/platform/audit';
import type { Tx } from '@academy/platform/db';
import type { Worker } from './services.ts';
import type { SubmissionRow } from './tables/submissions.ts';

/** What a call to the authority is for. */
export type AuthorityCall = 'authority.submit' | 'authority.find' | 'authority.status';

/** An outcome as the log keeps it: codes, never a text of the authority. */
type Outcome = { readonly kind: string; readonly cause?: string };

/** What a call is recorded to have come to whose process ended before it could say. */
export const PROCESS_ENDED = { kind: 'unknown', cause: 'PROCESS_ENDED' } as const;

/** The call is on record, before it (no outcome yet) or after it. */
export async function noteCall(
  tx: Tx,
  submission: Pick<SubmissionRow, 'tenantId' | 'id'>,
  action: AuthorityCall,
  at: Date,
  outcome?: Outcome,
): Promise<void> {
  const detail = outcome === undefined ? { phase: 'before' } : { phase: 'after', ...codesOf(outcome) };
  const principal = { kind: 'service', tenantId: submission.tenantId, service: 'conocer-worker', scopes: [] } as const;
  await recordAudit(tx, { principal, action, subject: submission.id, detail, at });
}

/** Asks with an entry before and one after. Nothing is asked when the first cannot be written. */
export async function askOnRecord<Answer extends Outcome>(
  { database, clock }: Worker,
  submission: Pick<SubmissionRow, 'tenantId' | 'id'>,
  action: AuthorityCall,
  ask: () => Promise<Answer>,
): Promise<Answer> {
  const note = (outcome?: Outcome) =>
    database.inTenant(submission.tenantId, 'write', (tx) => noteCall(tx, submission, action, clock.now(), outcome));
  await note();
  const answer = await ask();
  await note(answer);
  return answer;
}

function codesOf({ kind, cause }: Outcome): Record<string, string> {
  return cause === undefined ? { outcome: kind } : { outcome: kind, cause };
}
