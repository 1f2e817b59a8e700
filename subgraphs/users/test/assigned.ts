import { caseAssigned, caseUnassigned } from '@academy/contracts';
import type { UserPrincipal } from '@academy/kernel';
import { newId } from '@academy/platform/ids';
import type { TestIsland } from '@academy/testing/island';
import type { Services } from '../src/worker-context.ts';

export type Duty = 'EVALUATOR' | 'VERIFIER' | 'AUDITOR';

/** Certification tells that somebody is assigned to a case of the candidate's; the returned function, that she is no longer. */
export async function isAssigned(
  island: TestIsland<Services>,
  who: Pick<UserPrincipal, 'tenantId' | 'userId'>,
  duty: Duty,
  candidateId: string,
): Promise<() => Promise<void>> {
  const certificationId = newId();
  const told = { assignmentId: newId(), certificationId, candidateId, personId: who.userId, duty };
  const of = { tenantId: who.tenantId, subject: certificationId };
  await island.deliver(caseAssigned, { ...of, data: { ...told, version: 1 } });
  return async () => {
    await island.deliver(caseUnassigned, { ...of, data: { ...told, version: 2 } });
  };
}
