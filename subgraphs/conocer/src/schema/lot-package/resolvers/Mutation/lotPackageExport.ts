import { exportLot } from '../../../../lot-packages.ts';
import type { MutationResolvers } from '../../../types.generated.ts';
import { carried } from '../../carried.ts';
import { packageOf } from '../../package-of.ts';

export const lotPackageExport: NonNullable<MutationResolvers['lotPackageExport']> = async (_parent, { input }, context) => {
  const lotId = input.lotId ?? null;
  const { idempotencyKey } = input;
  const id = await carried(context, 'lotPackageExport', { id: lotId, idempotencyKey }, (tx, by) =>
    exportLot(tx, { ...by, lotId }),
  );
  return typeof id === 'string' ? { __typename: 'LotPackageExportSuccess', lotPackage: await packageOf(id, context) } : id;
};
