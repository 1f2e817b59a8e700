import { unreachable } from '@academy/kernel';
import { takePersona } from '../../../../store/persona-assignment.ts';
import { actorOf } from '../../../actor.ts';
import { conflict, invalidInput, invalidState, notFound } from '../../../refusals.ts';
import type { MutationResolvers } from '../../../types.generated.ts';
import { grantedPersona } from '../../../user/granted-persona.ts';
import { actOnce } from '../../act-once.ts';

export const personaRevoke: NonNullable<MutationResolvers['personaRevoke']> = async (_parent, { input }, ctx) => {
  const persona = grantedPersona(input.persona);
  if (!persona.ok) return invalidInput(persona.error);
  const result = await actOnce(ctx, { operation: 'personaRevoke', input }, (tx) =>
    takePersona(tx, actorOf(ctx.principal), { ...input, persona: persona.value }, ctx.clock),
  );
  if (result.ok) {
    const { userId, persona: name } = input;
    return { __typename: 'PersonaRevokeSuccess', userId, persona: name, revokedBefore: new Date(result.value.revokedBefore) };
  }
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
