import { personaGranted, personaRevoked } from '@academy/contracts';
import { SECOND_MS, type UserPrincipal } from '@academy/kernel';
import { newId } from '@academy/platform/ids';
import type { TestIsland } from '@academy/testing/island';
import { people } from '@academy/testing/people';
import type { Services } from '../src/worker-context.ts';

export type Duty = 'EVALUATOR' | 'VERIFIER' | 'AUDITOR';

type Answer = {
  __typename: string;
  code?: string;
  message?: string;
  assignment?: { id: string; duty: string; person: { id: string }; endedAt: string | null };
};

const OF_IT = '... on UserError { code message }';
const ASSIGN = `mutation ($input: CaseAssignInput!) { caseAssign(input: $input) { __typename ${OF_IT}
  ... on CaseAssignSuccess { assignment { id duty person { id } endedAt } } } }`;
const UNASSIGN = `mutation ($input: CaseUnassignInput!) { caseUnassign(input: $input) { __typename ${OF_IT}
  ... on CaseUnassignSuccess { assignment { id duty person { id } endedAt } } } }`;

/** Who is assigned to cases of the island, and by whom. */
export function assigning(island: TestIsland<Services>) {
  async function answerTo(actor: UserPrincipal, mutation: string, name: string, input: object) {
    const { data, errors } = await island.ask(actor, mutation, { input });
    return { ...(data?.[name] as Answer), errorCodes: errors.map(({ code }) => code) };
  }

  /** The person may act under the persona, as users tells. */
  async function grants({ tenantId, userId }: UserPrincipal, persona: string): Promise<void> {
    await island.deliver(personaGranted, { tenantId, subject: userId, data: { userId, persona } });
  }

  /** Somebody asks that a person have a duty on a case. */
  function assigns(actor: UserPrincipal, certificationId: string, who: UserPrincipal, duty: Duty, idempotencyKey = newId()) {
    return answerTo(actor, ASSIGN, 'caseAssign', { certificationId, personId: who.userId, duty, idempotencyKey });
  }

  return {
    grants,
    assigns,
    /** She may act under it no longer. */
    async takes({ tenantId, userId }: UserPrincipal, persona: string): Promise<void> {
      const revokedBeforeSeconds = Math.ceil(island.clock.now().getTime() / SECOND_MS);
      await island.deliver(personaRevoked, { tenantId, subject: userId, data: { userId, persona, revokedBeforeSeconds } });
    },
    /** Somebody asks that an assignment end. */
    unassigns(actor: UserPrincipal, assignmentId: string | undefined, idempotencyKey = newId()) {
      return answerTo(actor, UNASSIGN, 'caseUnassign', { assignmentId, reason: 'Se fue', idempotencyKey });
    },
    /** The person holds the persona of the duty and has it on the case. */
    async assigned(certificationId: string, who: UserPrincipal, duty: Duty) {
      await grants(who, duty.toLowerCase());
      const answer = await assigns({ ...people.raices.carla, tenantId: who.tenantId }, certificationId, who, duty);
      if (answer.assignment === undefined) throw new Error(`An assignment was expected, got ${JSON.stringify(answer)}.`);
      return answer.assignment;
    },
  };
}
