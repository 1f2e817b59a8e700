import { readPackage } from '../../../../authority/manual-lot/sealed-package.ts';
import { noteDownload } from '../../../../lot-packages.ts';
import type { MutationResolvers } from '../../../types.generated.ts';
import { carried, refused } from '../../carried.ts';
import { packageOf } from '../../package-of.ts';

export const lotPackageDownload: NonNullable<MutationResolvers['lotPackageDownload']> = async (_parent, { input }, context) => {
  const { lotPackageId: packageId, idempotencyKey } = input;
  const id = await carried(context, 'lotPackageDownload', { id: packageId, idempotencyKey }, (tx, by) =>
    noteDownload(tx, { ...by, packageId }),
  );
  if (typeof id !== 'string') return id;
  const lotPackage = await packageOf(id, context);
  // By the same key it may be asked for again, and may have been handed over or discarded since.
  const contentBase64 =
    lotPackage.status === 'READY' ? await context.db.write((tx) => readPackage(tx, context, lotPackage)) : undefined;
  if (contentBase64 === undefined) return refused({ kind: 'NotReady', status: lotPackage.status });
  return { __typename: 'LotPackageDownloadSuccess', lotPackage, fileName: `lote-${id}.zip`, contentBase64 };
};
