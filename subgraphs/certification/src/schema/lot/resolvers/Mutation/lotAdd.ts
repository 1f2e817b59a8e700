import { isUuid } from '@academy/kernel';
import { LOT_MAX_SIZE } from '../../../../domain/lot.ts';
import { addToLot } from '../../../../sagas/keep-lot.ts';
import { invalidInput, notFound } from '../../../refusals.ts';
import type { MutationResolvers } from '../../../types.generated.ts';
import { kept } from '../../kept.ts';

export const lotAdd: NonNullable<MutationResolvers['lotAdd']> = async (_parent, { input }, context) => {
  const { lotId, idempotencyKey, certificationIds } = input;
  const count = certificationIds.length;
  if (count === 0 || count > LOT_MAX_SIZE) {
    const message = `1 to ${LOT_MAX_SIZE} certifications were expected, got ${count}.`;
    return invalidInput({ kind: 'InvalidInput', field: 'certificationIds', message });
  }
  const stranger = certificationIds.find((id) => !isUuid(id));
  if (stranger !== undefined) return notFound('Not all of these are certifications that you may add to this lot.');
  const answer = await kept(context, 'lotAdd', { lotId, idempotencyKey, said: { certificationIds } }, (tx, by) =>
    addToLot(tx, { ...by, certificationIds }),
  );
  return '__typename' in answer ? answer : { __typename: 'LotAddSuccess', lot: answer };
};
