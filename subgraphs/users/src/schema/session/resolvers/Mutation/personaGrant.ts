import { unreachable } from '@academy/kernel';
import { grantPersona } from '../../../../store/persona-assignment.ts';
import { actorOf } from '../../../actor.ts';
import { conflict, invalidInput, invalidState, notFound } from '../../../refusals.ts';
import type { MutationResolvers } from '../../../types.generated.ts';
import { grantedPersona } from '../../../user/granted-persona.ts';
import { actOnce } from '../../act-once.ts';

export const personaGrant: NonNullable<MutationResolvers['personaGrant']> = async (_parent, { input }, ctx) => {
  const persona = grantedPersona(input.persona);
  if (!persona.ok) return invalidInput(persona.error);
  const result = await actOnce(ctx, { operation: 'personaGrant', input }, (tx) =>
    grantPersona(tx, actorOf(ctx.principal), { ...input, persona: persona.value }, ctx.clock),
  );
  if (result.ok) return { __typename: 'PersonaGrantSuccess', userId: input.userId, persona: input.persona };
  switch (result.error.kind) {
    case 'InvalidInput':
      return invalidInput(result.error);
    case 'InvalidState':
      return invalidState(result.error);
    case 'NotFound':
      return notFound(result.error);
    case 'IdempotencyConflict':
      return conflict(result.error);
    default:
      return unreachable(result.error);
  }
};
