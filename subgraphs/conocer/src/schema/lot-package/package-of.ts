import type { Context } from '../../context.ts';
import type { LotPackageRow } from '../../store/lot-packages.ts';
import { findPackage } from '../../store/lot-packages.ts';

/** The package that an answer of ours names. Throws when it is gone: nothing deletes such rows. */
export async function packageOf(id: string, { db, tenantId }: Context): Promise<LotPackageRow> {
  const row = await db.read((tx) => findPackage(tx, tenantId, id));
  if (row === undefined) throw new Error('A package that an answer names is not there.');
  return row;
}
