import { createHash } from 'node:crypto';
import type { Database } from '@academy/platform/db';
import type { StoredObjects } from '@academy/platform/storage';
import type { Vault } from '@academy/platform/vault';

/** What a document bears a name of; it is sealed under the holder's key in this island. */
type Holder = { readonly tenantId: string; readonly holderId: string };
type Keeping = { readonly database: Database; readonly storage: StoredObjects; readonly vault: Vault };

const FIELD = 'certificate.document';

/**
 * The document is stored, sealed: nobody reads a name in the folder of objects, and destroying the holder's key erases every copy. Storing it again replaces it.
 * Answers its name there and the SHA-256 of the document itself, in hex. Throws for a holder who was erased.
 */
export async function putDocument(
  { database, storage, vault }: Keeping,
  document: Holder & { readonly certificateId: string; readonly text: string },
): Promise<{ objectName: string; sha256: string }> {
  const { tenantId, holderId, certificateId, text } = document;
  const keys = await database.inTenant(tenantId, 'write', (tx) => vault.keysFor(tx, tenantId, [holderId]));
  const key = keys.get(holderId);
  if (key === undefined) throw new Error(`The holder ${holderId} was erased: no document can be made for her.`);
  const objectName = `certificates/${certificateId}.sealed`;
  await storage.put(tenantId, objectName, Buffer.from(key.seal(`${FIELD}.${certificateId}`, text), 'utf8'));
  return { objectName, sha256: createHash('sha256').update(text, 'utf8').digest('hex') };
}

/** The document as it was stored; undefined when there is none, or its holder was erased. Throws when it was changed. */
export async function readDocument(
  { database, storage, vault }: Keeping,
  { tenantId, holderId, certificateId }: Holder & { readonly certificateId: string },
): Promise<string | undefined> {
  const bytes = await storage.get(tenantId, `certificates/${certificateId}.sealed`);
  if (bytes === undefined) return undefined;
  const keys = await database.inTenant(tenantId, 'write', (tx) => vault.keysFor(tx, tenantId, [holderId]));
  return keys.get(holderId)?.open(`${FIELD}.${certificateId}`, Buffer.from(bytes).toString('utf8'));
}
