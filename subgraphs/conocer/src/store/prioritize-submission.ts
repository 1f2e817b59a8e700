import { fail, ok, type Result, type UserPrincipal } from '@academy/kernel';
import { recordAudit } from '@academy/platform/audit';
import type { Tx } from '@academy/platform/db';
import { lockSubmissionsOf, updateSubmission } from './submissions.ts';

export type PrioritizeRefusal =
  | { readonly kind: 'NotFound' }
  /** It was sent, or is over, or is held back for another reason. */
  | { readonly kind: 'NotWaiting'; readonly status: string };

/** The case's submission goes before the others of its tenant that wait, and who wanted that is on record. Answers the case's id. */
export async function prioritizeSubmission(
  tx: Tx,
  wanted: { certificationId: string; actor: UserPrincipal; reason: string; now: Date },
): Promise<Result<string, PrioritizeRefusal>> {
  const { certificationId, actor, reason: why, now } = wanted;
  const newest = (await lockSubmissionsOf(tx, actor.tenantId, certificationId)).at(-1);
  if (newest === undefined) return fail({ kind: 'NotFound' });
  if (newest.status !== 'PREPARED' && newest.status !== 'HELD') return fail({ kind: 'NotWaiting', status: newest.status });
  if (newest.priority === 'NORMAL') await updateSubmission(tx, newest, { priority: 'REQUESTED' });
  await recordAudit(tx, { principal: actor, action: 'submission.prioritize', subject: newest.id, why, at: now });
  return ok(certificationId);
}
