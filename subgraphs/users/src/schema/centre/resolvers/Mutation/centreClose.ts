import { closeCentre } from '../../../../store/centre-changes.ts';
import { actorOf } from '../../../actor.ts';
import { actOnce } from '../../../session/act-once.ts';
import type { MutationResolvers } from '../../../types.generated.ts';
import { keptCentre, refusedChange } from '../../kept-centre.ts';

export const centreClose: NonNullable<MutationResolvers['centreClose']> = async (_parent, { input }, ctx) => {
  const result = await actOnce(ctx, { operation: 'centreClose', input }, (tx) =>
    closeCentre(tx, actorOf(ctx.principal), input, ctx.clock),
  );
  if (!result.ok) return refusedChange(result.error);
  return { __typename: 'CentreCloseSuccess', centre: await keptCentre(ctx, result.value.centreId) };
};
