import type { Tx } from '@academy/platform/db';
import { type DataKey, dataKeys, type Vault } from '@academy/platform/vault';
import { and, eq } from 'drizzle-orm';
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

/** The content of the credential, and under what its PDF is found; undefined when its holder was erased. Throws when it was changed. */
export async function openContent(
  tx: Tx,
  vault: Vault,
  row: CredentialRow,
): Promise<(CredentialContent & { readonly documentToken: string }) | undefined> {
  const { tenantId, holderId, sealed, id } = row;
  if (sealed === null) return undefined;
  const rows = await tx
    .select({ subject: dataKeys.subject, version: dataKeys.version, wrapped: dataKeys.wrapped })
    .from(dataKeys)
    .where(and(eq(dataKeys.tenantId, tenantId), eq(dataKeys.subject, holderId)));
  const key = (await vault.unlock(tenantId, rows)).get(holderId);
  if (key === undefined) return undefined;
  // Follows from her key: nobody guesses it, it needs no column, and it is void when the key is destroyed.
  return { ...content.parse(JSON.parse(key.open(fieldOf(id), sealed))), documentToken: key.fingerprint('certificate.pdf', id) };
}

function fieldOf(credentialId: string): string {
  return `credential.${credentialId}`;
}
