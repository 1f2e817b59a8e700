import { hash, randomBytes } from 'node:crypto';
import type { Tx } from '@academy/platform/db';
import type { Vault } from '@academy/platform/vault';
import { and, eq } from 'drizzle-orm';
import { acceptedStep, base32 } from '../sign-in/totp.ts';
import { credentials } from '../tables/access.ts';

export type CredentialRow = typeof credentials.$inferSelect;
type Person = { readonly tenantId: string; readonly userId: string };

const SECRET_FIELD = 'totp.secret';
const SECRET_BYTES = 20;
const RECOVERY_CODES = 10;
/** 80 bits: no dictionary and no guessing, so a plain digest is enough. */
const RECOVERY_BYTES = 10;

const ofPerson = ({ tenantId, userId }: Person) => and(eq(credentials.tenantId, tenantId), eq(credentials.userId, userId));

/** What the person signs in with; undefined: she has nothing yet. */
export async function findCredentials(tx: Tx, person: Person): Promise<CredentialRow | undefined> {
  const [row] = await tx.select().from(credentials).where(ofPerson(person));
  return row;
}

/** The same, and nobody else changes it until the transaction ends. */
export async function lockCredentials(tx: Tx, person: Person): Promise<CredentialRow | undefined> {
  const [row] = await tx.select().from(credentials).where(ofPerson(person)).for('update');
  return row;
}

/** The person has this password hash. */
export async function savePassword(tx: Tx, { tenantId, userId }: Person, passwordHash: string, at: Date): Promise<void> {
  await tx
    .insert(credentials)
    .values({ tenantId, userId, passwordHash, changedAt: at })
    .onConflictDoUpdate({ target: [credentials.tenantId, credentials.userId], set: { passwordHash, changedAt: at } });
}

/** A new secret is kept sealed in place of the one before; it does not count yet. */
export async function beginSecondFactor(tx: Tx, vault: Vault, person: Person, at: Date): Promise<Buffer> {
  const secret = randomBytes(SECRET_BYTES);
  // Under the person's own key: whoever is erased has no secret left that opens.
  const key = (await vault.keysFor(tx, person.tenantId, [person.userId])).get(person.userId);
  if (key === undefined) throw new Error(`The person ${person.userId} was erased; nothing can be sealed for her.`);
  const sealedTotpSecret = key.seal(SECRET_FIELD, secret.toString('base64url'));
  await tx
    .update(credentials)
    .set({ sealedTotpSecret, totpConfirmedAt: null, totpLastStep: 0, recoveryHashes: [], changedAt: at })
    .where(ofPerson(person));
  return secret;
}

/** The code shows that the app has the secret: the factor counts, and these recovery codes with it. undefined: it does not. The caller holds the lock. */
export async function confirmSecondFactor(
  tx: Tx,
  vault: Vault,
  row: CredentialRow,
  code: string,
  at: Date,
): Promise<string[] | undefined> {
  const secret = await secretOf(tx, vault, row);
  const step = secret === undefined ? undefined : acceptedStep(secret, code, at.getTime(), row.totpLastStep);
  if (step === undefined) return undefined;
  const codes = Array.from({ length: RECOVERY_CODES }, () => base32(randomBytes(RECOVERY_BYTES)));
  await tx
    .update(credentials)
    .set({ totpConfirmedAt: at, totpLastStep: step, recoveryHashes: codes.map(recoveryHash), changedAt: at })
    .where(ofPerson(row));
  return codes;
}

/**
 * Whether the person passes the second factor: always while she has none that counts. A code, or a recovery code, is used up by it. The caller holds
 * the lock, so that of two who show the same code at the same time one passes.
 */
export async function passesSecondFactor(
  tx: Tx,
  vault: Vault,
  row: CredentialRow,
  code: string | null | undefined,
  at: Date,
): Promise<boolean> {
  if (row.totpConfirmedAt === null) return true;
  const given = code?.replace(/[\s-]/g, '') ?? '';
  const secret = await secretOf(tx, vault, row);
  const step = secret === undefined ? undefined : acceptedStep(secret, given, at.getTime(), row.totpLastStep);
  if (step !== undefined) {
    await tx.update(credentials).set({ totpLastStep: step }).where(ofPerson(row));
    return true;
  }
  const used = recoveryHash(given);
  if (!row.recoveryHashes.includes(used)) return false;
  const recoveryHashes = row.recoveryHashes.filter((one) => one !== used);
  await tx.update(credentials).set({ recoveryHashes, changedAt: at }).where(ofPerson(row));
  return true;
}

async function secretOf(tx: Tx, vault: Vault, row: CredentialRow): Promise<Buffer | undefined> {
  if (row.sealedTotpSecret === null) return undefined;
  const key = (await vault.keysFor(tx, row.tenantId, [row.userId])).get(row.userId);
  const text = key?.open(SECRET_FIELD, row.sealedTotpSecret);
  return text === undefined ? undefined : Buffer.from(text, 'base64url');
}

function recoveryHash(code: string): string {
  return hash('sha256', code.toUpperCase());
}
