import type { UserPrincipal } from '@academy/kernel';
import type { Tx } from '@academy/platform/db';
import type { RulerFacts } from '../domain/case/facts.ts';
import { hasDuty } from './case-assignments.ts';
import type { CertificationRow } from './certification.ts';
import { dutyFactsIn } from './duty-facts.ts';

/** What is known of a person who is to verify this case, or to rule on it. */
export async function rulerFactsOf(tx: Tx, row: CertificationRow, personId: string, now: Date): Promise<RulerFacts> {
  const { tenantId, candidateId, standardMajor } = row;
  const duties = await dutyFactsIn(tx, tenantId).of(personId, candidateId);
  return { personId, candidateId, standardMajor, duties, at: now };
}

/** Whether the actor's power to verify and to rule reaches the case: a verifier's reaches those that she is assigned to now, a certifier's the tenant's. */
export async function mayRuleOn(
  tx: Tx,
  { persona, userId, tenantId }: Pick<UserPrincipal, 'persona' | 'userId' | 'tenantId'>,
  certificationId: string,
): Promise<boolean> {
  if (persona === 'certifier') return true;
  return persona === 'verifier' && hasDuty(tx, { tenantId, certificationId, duty: 'VERIFIER', personId: userId });
}
