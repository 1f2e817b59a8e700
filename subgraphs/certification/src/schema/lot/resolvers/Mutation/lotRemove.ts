import { isUuid } from '@academy/kernel';
import { parseReason } from '../../../../domain/input.ts';
import { removeFromLot } from '../../../../sagas/keep-lot.ts';
import { invalidInput, notFound } from '../../../refusals.ts';
import type { MutationResolvers } from '../../../types.generated.ts';
import { kept, NO_LOT } from '../../kept.ts';

export const lotRemove: NonNullable<MutationResolvers['lotRemove']> = async (_parent, { input }, context) => {
  const { lotId, idempotencyKey, certificationId } = input;
  const reason = parseReason(input.reason);
  if (!reason.ok) return invalidInput(reason.error);
  if (!isUuid(certificationId)) return notFound(NO_LOT);
  const said = { certificationId, reason: reason.value };
  const answer = await kept(context, 'lotRemove', { lotId, idempotencyKey, said }, (tx, by) =>
    removeFromLot(tx, { ...by, ...said }),
  );
  return '__typename' in answer ? answer : { __typename: 'LotRemoveSuccess', lot: answer };
};
