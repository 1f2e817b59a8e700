import { closeLot } from '../../../../sagas/keep-lot.ts';
import type { MutationResolvers } from '../../../types.generated.ts';
import { kept } from '../../kept.ts';

export const lotClose: NonNullable<MutationResolvers['lotClose']> = async (_parent, { input }, context) => {
  const { lotId, idempotencyKey } = input;
  const answer = await kept(context, 'lotClose', { lotId, idempotencyKey, said: {} }, closeLot);
  return '__typename' in answer ? answer : { __typename: 'LotCloseSuccess', lot: answer };
};
