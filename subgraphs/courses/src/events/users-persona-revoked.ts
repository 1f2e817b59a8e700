import { personaRevoked } from '@academy/contracts';
import type { Clock } from '@academy/kernel';
import { type Reaction, reaction } from '@academy/platform/events';
import { endMentoringOf } from '../store/mentoring.ts';

/** Who is a mentor no longer accompanies nobody: should she be one again, she sees only whom she is given then. */
export const onPersonaRevoked: Reaction<{ readonly clock: Clock }> = reaction(
  'mentorings-of-persona-revoked',
  personaRevoked,
  async (tx, { tenantId, data }, { clock }) => {
    if (data.persona === 'mentor') await endMentoringOf(tx, tenantId, data.userId, clock.now());
  },
);
