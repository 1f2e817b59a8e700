import { personaRevoked } from '@academy/contracts';
import { type Reaction, reaction } from '@academy/platform/events';
import { type CaseDuty, PERSONA_OF_DUTY } from '../domain/case-assignment.ts';
import { endAssignment, findLasting } from '../store/case-assignments.ts';
import { lockCase } from '../store/certification.ts';
import type { CertificationWorker } from '../worker-context.ts';

const DUTIES = Object.keys(PERSONA_OF_DUTY) as CaseDuty[];

/** Who may no longer act under a persona is assigned to nothing under it: should she get it back, she sees only what she is assigned to then. */
export const onPersonaRevoked: Reaction<CertificationWorker> = reaction(
  'assignments-of-persona-revoked',
  personaRevoked,
  async (tx, { tenantId, data }, { clock }) => {
    const { userId, persona } = data;
    const duty = DUTIES.find((one) => PERSONA_OF_DUTY[one] === persona);
    if (duty === undefined) return;
    const now = clock.now();
    // In one order, so that two of these never wait for each other.
    const lasting = (await findLasting(tx, tenantId, userId, duty)).sort((a, b) =>
      a.certificationId < b.certificationId ? -1 : 1,
    );
    for (const { id, certificationId } of lasting) {
      const { candidateId } = await lockCase(tx, tenantId, certificationId);
      await endAssignment(tx, { tenantId, id, candidateId, endedBy: null, now });
    }
  },
);
