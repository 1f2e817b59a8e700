import {
  didWebOf,
  generateIssuerKeys,
  type IssuerPublicKeys,
  type IssuerSecretKeys,
  type KnownIssuer,
  type Signer,
} from '@academy/platform/credentials';
import type { Database, Tx } from '@academy/platform/db';
import type { Vault } from '@academy/platform/vault';
import { and, asc, eq } from 'drizzle-orm';
import { credentialIssuers, issuerKeys } from '../tables/credentials.ts';

export type IssuerRow = typeof credentialIssuers.$inferSelect;
export type FreshKeys = Awaited<ReturnType<typeof generateIssuerKeys>>;
type KeyRow = typeof issuerKeys.$inferSelect;

/** An issuer that can sign: its row, and the generation of keys that signs now, opened. */
export type OpenIssuer = { readonly issuer: IssuerRow; readonly signer: Signer };

/** The tenant as an issuer; undefined before its first credential. */
export async function findIssuer(tx: Tx, tenantId: string): Promise<IssuerRow | undefined> {
  const [row] = await tx.select().from(credentialIssuers).where(eq(credentialIssuers.tenantId, tenantId));
  return row;
}

/** The issuer as a verifier knows it, with every generation of its keys, oldest first. */
export async function knownIssuer(tx: Tx, issuer: IssuerRow): Promise<KnownIssuer> {
  const rows = await tx.select().from(issuerKeys).where(eq(issuerKeys.tenantId, issuer.tenantId)).orderBy(asc(issuerKeys.number));
  return { did: issuer.did, generations: rows.map(publicKeysOf) };
}

/** The issuer with its keys, as the transaction sees them; undefined before the first credential. Throws when the tenant's key was destroyed. */
export async function openIssuer(tx: Tx, vault: Vault, tenantId: string): Promise<OpenIssuer | undefined> {
  const issuer = await findIssuer(tx, tenantId);
  if (issuer === undefined) return undefined;
  const [row] = await tx
    .select()
    .from(issuerKeys)
    .where(and(eq(issuerKeys.tenantId, tenantId), eq(issuerKeys.number, issuer.keyNumber)));
  const sealed = row?.sealed;
  const opened = sealed == null ? undefined : await vault.open(tx, { tenantId, field: fieldOf(issuer.keyNumber), sealed });
  if (row === undefined || opened === undefined)
    throw new Error(`The keys of generation ${issuer.keyNumber} of tenant ${tenantId} cannot be opened any more.`);
  const secretKeys = JSON.parse(opened) as IssuerSecretKeys;
  return { issuer, signer: { did: issuer.did, publicKeys: publicKeysOf(row), secretKeys } };
}

/**
 * The tenant is an issuer with a first generation of keys; as somebody else made it, when she was faster. `base` says what it will be reached under and called, for good. Its work of
 * about 50 ms is outside of any transaction.
 */
export async function makeIssuer(
  { database, vault }: { database: Database; vault: Vault },
  base: { readonly tenantId: string; readonly publicUrl: string; readonly name: string },
  now: Date,
): Promise<OpenIssuer> {
  const { tenantId, publicUrl, name } = base;
  const fresh = await generateIssuerKeys(1);
  const baseUrl = `${publicUrl}/t/${tenantId}`;
  return database.inTenant(tenantId, 'write', async (tx) => {
    const row = { tenantId, did: didWebOf(baseUrl), baseUrl, name, keyNumber: 1, createdAt: now };
    const made = await tx.insert(credentialIssuers).values(row).onConflictDoNothing().returning();
    // Whoever made it a moment before has made it: that one is read.
    if (made.length > 0) await addKeys(tx, vault, tenantId, fresh, now);
    const opened = await openIssuer(tx, vault, tenantId);
    if (opened === undefined) throw new Error('An issuer that was just made is there.');
    return opened;
  });
}

/**
 * The next generation signs from now on; the private keys of the one before are gone, and its public keys stay. Answers the issuer as it is then; undefined when
 * another rotation came first. `fresh` bears the number that follows.
 */
export async function rotateKeys(
  tx: Tx,
  vault: Vault,
  tenantId: string,
  fresh: FreshKeys,
  now: Date,
): Promise<IssuerRow | undefined> {
  const { number } = fresh.publicKeys;
  const isBefore = and(eq(credentialIssuers.tenantId, tenantId), eq(credentialIssuers.keyNumber, number - 1));
  const [locked] = await tx.select().from(credentialIssuers).where(isBefore).for('update');
  if (locked === undefined) return undefined;
  await addKeys(tx, vault, tenantId, fresh, now);
  await tx
    .update(issuerKeys)
    .set({ sealed: null, retiredAt: now })
    .where(and(eq(issuerKeys.tenantId, tenantId), eq(issuerKeys.number, number - 1)));
  const [row] = await tx.update(credentialIssuers).set({ keyNumber: number }).where(isBefore).returning();
  return row;
}

async function addKeys(tx: Tx, vault: Vault, tenantId: string, { publicKeys, secretKeys }: FreshKeys, now: Date): Promise<void> {
  const { number, ed25519Multibase, rs256Jwk } = publicKeys;
  const sealed = await vault.seal(tx, { tenantId, field: fieldOf(number), text: JSON.stringify(secretKeys) });
  await tx
    .insert(issuerKeys)
    .values({ tenantId, number, ed25519: ed25519Multibase, rs256: { ...rs256Jwk }, sealed, createdAt: now });
}

function publicKeysOf({ number, ed25519, rs256 }: KeyRow): IssuerPublicKeys {
  return { number, ed25519Multibase: ed25519, rs256Jwk: rs256 };
}

function fieldOf(number: number): string {
  return `issuer.key.${number}`;
}
