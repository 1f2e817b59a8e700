import type { Tx } from '@academy/platform/db';
import type { StoredObjects } from '@academy/platform/storage';
import type { Vault } from '@academy/platform/vault';
import type { Worker } from '../../services.ts';
import { packageKeyOf } from '../../store/lot-packages.ts';
import type { LotPackageRow } from '../../tables/lots.ts';

const FIELD = 'lot-package.zip';

/** The package lies in the object storage, sealed under a key of its own; putting it again replaces it whole. Throws once it was discarded. */
export async function putPackage(
  { database, storage, vault }: Pick<Worker, 'database' | 'storage' | 'vault'>,
  row: LotPackageRow,
  zip: Uint8Array,
): Promise<void> {
  const { tenantId } = row;
  const subject = packageKeyOf(row);
  const keys = await database.inTenant(tenantId, 'write', (tx) => vault.keysFor(tx, tenantId, [subject]));
  const key = keys.get(subject);
  if (key === undefined) throw new Error(`The package ${row.id} was discarded: nothing can be sealed for it.`);
  const sealed = key.seal(FIELD, Buffer.from(zip).toString('base64'));
  await storage.put(tenantId, objectOf(row), Buffer.from(sealed, 'utf8'));
}

/** The package in base64; undefined once it was discarded. Throws when it was changed. */
export async function readPackage(
  tx: Tx,
  { storage, vault }: { readonly storage: StoredObjects; readonly vault: Vault },
  row: LotPackageRow,
): Promise<string | undefined> {
  const subject = packageKeyOf(row);
  const key = (await vault.keysFor(tx, row.tenantId, [subject])).get(subject);
  const bytes = await storage.get(row.tenantId, objectOf(row));
  if (key === undefined || bytes === undefined) return undefined;
  return key.open(FIELD, Buffer.from(bytes).toString('utf8'));
}

function objectOf({ id }: LotPackageRow): string {
  return `lot-packages/${id}.sealed`;
}
