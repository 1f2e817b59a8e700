import { placePerson } from '../../../../store/person-place.ts';
import { actorOf } from '../../../actor.ts';
import { actOnce } from '../../../session/act-once.ts';
import type { MutationResolvers } from '../../../types.generated.ts';
import { refusedChange } from '../../kept-centre.ts';

export const personPlace: NonNullable<MutationResolvers['personPlace']> = async (_parent, { input }, ctx) => {
  const result = await actOnce(ctx, { operation: 'personPlace', input }, (tx) =>
    placePerson(tx, actorOf(ctx.principal), input, ctx.clock),
  );
  if (!result.ok) return refusedChange(result.error);
  const user = await ctx.loaders.user.clear(input.userId).load(input.userId);
  if (user === undefined) throw new Error(`The person ${input.userId} was placed a moment ago and is gone.`);
  return { __typename: 'PersonPlaceSuccess', user };
};
