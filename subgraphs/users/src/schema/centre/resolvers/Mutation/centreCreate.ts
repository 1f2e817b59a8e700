import { unreachable } from '@academy/kernel';
import { createCentre } from '../../../../store/centre-changes.ts';
import { actorOf } from '../../../actor.ts';
import { conflict, invalidInput, invalidState } from '../../../refusals.ts';
import { actOnce } from '../../../session/act-once.ts';
import type { MutationResolvers } from '../../../types.generated.ts';
import { keptCentre } from '../../kept-centre.ts';

export const centreCreate: NonNullable<MutationResolvers['centreCreate']> = async (_parent, { input }, ctx) => {
  const result = await actOnce(ctx, { operation: 'centreCreate', input }, (tx) =>
    createCentre(tx, actorOf(ctx.principal), input, ctx.clock),
  );
  if (result.ok) return { __typename: 'CentreCreateSuccess', centre: await keptCentre(ctx, result.value.centreId) };
  switch (result.error.kind) {
    case 'InvalidInput':
      return invalidInput(result.error);
    case 'InvalidState':
      return invalidState(result.error);
    case 'IdempotencyConflict':
      return conflict(result.error);
    default:
      return unreachable(result.error);
  }
};
