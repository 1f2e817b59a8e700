import { handOverPackage } from '../../../../lot-packages.ts';
import type { MutationResolvers } from '../../../types.generated.ts';
import { carried } from '../../carried.ts';
import { packageOf } from '../../package-of.ts';

export const lotPackageHandOver: NonNullable<MutationResolvers['lotPackageHandOver']> = async (_parent, { input }, context) => {
  const { lotPackageId: packageId, idempotencyKey } = input;
  const id = await carried(context, 'lotPackageHandOver', { id: packageId, idempotencyKey }, (tx, by) =>
    handOverPackage(tx, { ...by, packageId }),
  );
  return typeof id === 'string' ? { __typename: 'LotPackageHandOverSuccess', lotPackage: await packageOf(id, context) } : id;
};
