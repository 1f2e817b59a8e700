import type { Tx } from '@academy/platform/db';
import { type DataKey, dataKeys, type Vault } from '@academy/platform/vault';
import { and, eq, inArray } from 'drizzle-orm';
import { z } from 'zod';
import type { CredentialRow } from './credential.ts';

const content = z.object({
  /** As the certificate bears it. */
  holderName: z.string(),
  /** The credential with its Data Integrity proof, as the text of a JSON object. */
  json: z.string(),
  jwt: z.string(),
});

/** What is kept of a credential under its holder's key. */
export type CredentialContent = z.infer<typeof content>;

/** The content as it may be kept. */
export function sealContent(key: DataKey, credentialId: string, told: CredentialContent): string {
  return key.seal(fieldOf(credentialId), JSON.stringify(told));
}

/** What is kept of a credential, and under what its PDF is found. */
export type OpenContent = CredentialContent & { readonly documentToken: string };

/** By credential, the content of those whose holder was not erased; one query for all. Throws when one was changed. */
export async function openContents(
  tx: Tx,
  vault: Vault,
  tenantId: string,
  rows: readonly CredentialRow[],
): Promise<Map<string, OpenContent>> {
  const opened = new Map<string, OpenContent>();
  const holders = [...new Set(rows.filter(({ sealed }) => sealed !== null).map(({ holderId }) => holderId))];
  if (holders.length === 0) return opened;
  const wrapped = await tx
    .select({ subject: dataKeys.subject, version: dataKeys.version, wrapped: dataKeys.wrapped })
    .from(dataKeys)
    .where(and(eq(dataKeys.tenantId, tenantId), inArray(dataKeys.subject, holders)));
  const keys = await vault.unlock(tenantId, wrapped);
  for (const { id, holderId, sealed } of rows) {
    const key = keys.get(holderId);
    if (key === undefined || sealed === null) continue;
    // The token follows from her key: nobody guesses it, it needs no column, and it is void when the key is destroyed.
    const documentToken = key.fingerprint('certificate.pdf', id);
    opened.set(id, { ...content.parse(JSON.parse(key.open(fieldOf(id), sealed))), documentToken });
  }
  return opened;
}

/** The content of one; undefined when its holder was erased. */
export async function openContent(tx: Tx, vault: Vault, row: CredentialRow): Promise<OpenContent | undefined> {
  return (await openContents(tx, vault, row.tenantId, [row])).get(row.id);
}

function fieldOf(credentialId: string): string {
  return `credential.${credentialId}`;
}
