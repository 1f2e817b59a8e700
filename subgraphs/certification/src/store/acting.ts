import type { UserPrincipal } from '@academy/kernel';
import type { Tx } from '@academy/platform/db';
import { isInReach } from './assigned.ts';
import { hasDuty } from './case-assignments.ts';
import type { CertificationRow } from './certification.ts';

/**
 * Whether the case is one that the actor works on under her persona, now: the candidate's own, the one that an evaluator is assigned to, of a centre admin's centre;
 * of a certifier any of her tenant. The act's access rule has let the persona through already.
 */
export async function isHersToWorkOn(row: CertificationRow, tx: Tx, actor: UserPrincipal): Promise<boolean> {
  const { tenantId, id: certificationId } = row;
  switch (actor.persona) {
    case 'learner':
      return row.candidateId === actor.userId;
    case 'evaluator':
      return hasDuty(tx, { tenantId, certificationId, duty: 'EVALUATOR', personId: actor.userId });
    case 'centre_admin':
      return isInReach(tx, actor, certificationId);
    default:
      return actor.persona === 'certifier';
  }
}
