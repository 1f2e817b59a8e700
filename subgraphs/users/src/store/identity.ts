import type { Tx } from '@academy/platform/db';
import {
  blindIndex,
  type DataKey,
  type Destruction,
  dataKeys,
  destroyKey,
  type IndexedField,
  type Vault,
} from '@academy/platform/vault';
import { and, eq, inArray } from 'drizzle-orm';
import { userIdentities } from '../tables/people.ts';

// The only file that reads or writes names, addresses and CURPs: each is sealed under the person's own key.

/** What identifies a person outside of the academy; each part is opened when it is read, and null once the person's key is destroyed. */
export type Identity = {
  readonly userId: string;
  /** Full legal name. */
  readonly fullName: string | null;
  /** Lower case; unique in the tenant. */
  readonly email: string | null;
  /** Null also when none is known. */
  readonly curp: string | null;
};

/** An identity to keep. */
export type NewIdentity = Identity & { readonly fullName: string; readonly email: string };

/** The identities of the open transaction's tenant's people with these ids, in no order, by one query. */
export async function findIdentities(tx: Tx, vault: Vault, tenantId: string, userIds: readonly string[]): Promise<Identity[]> {
  const rows = await tx
    .select({
      subject: userIdentities.userId,
      fullName: userIdentities.fullName,
      email: userIdentities.email,
      curp: userIdentities.curp,
      version: dataKeys.version,
      wrapped: dataKeys.wrapped,
    })
    .from(userIdentities)
    .leftJoin(dataKeys, and(eq(dataKeys.tenantId, userIdentities.tenantId), eq(dataKeys.subject, userIdentities.userId)))
    .where(inArray(userIdentities.userId, userIds));
  const keys = await vault.unlock(tenantId, rows);
  return rows.map((row) => new SealedIdentity(row, keys.get(row.subject)));
}

/**
 * The identities are kept; that of a person who has one already stays as it is. Throws a unique violation on an address that another person has,
 * and an Error for a person who was erased: her id is not used again.
 */
export async function addIdentities(tx: Tx, vault: Vault, tenantId: string, identities: readonly NewIdentity[]): Promise<void> {
  const keys = await vault.keysFor(tx, tenantId, [tenantId, ...identities.map((one) => one.userId)]);
  const tenantKey = keys.get(tenantId);
  if (tenantKey === undefined) throw new Error(`The key of tenant ${tenantId} was destroyed: nobody can be added to it.`);
  const rows = identities.map((one) => {
    const key = keys.get(one.userId);
    if (key === undefined) throw new Error(`The person ${one.userId} was erased; a new person needs a new id.`);
    return { tenantId, userId: one.userId, ...sealed(key, tenantKey, one) };
  });
  await tx
    .insert(userIdentities)
    .values(rows)
    .onConflictDoNothing({ target: [userIdentities.tenantId, userIdentities.userId] });
}

/** The id of the open transaction's tenant's person who has this address or CURP, however it is written; undefined when nobody has. */
export async function findUserIdBy(
  tx: Tx,
  vault: Vault,
  { tenantId, field, value }: { tenantId: string; field: IndexedField; value: string },
): Promise<string | undefined> {
  const tenantKey = (await vault.keysFor(tx, tenantId, [tenantId])).get(tenantId);
  if (tenantKey === undefined) return undefined;
  const column = field === 'email' ? userIdentities.emailIndex : userIdentities.curpIndex;
  const [row] = await tx
    .select({ userId: userIdentities.userId })
    .from(userIdentities)
    .where(and(eq(userIdentities.tenantId, tenantId), eq(column, blindIndex(tenantKey, field, value))));
  return row?.userId;
}

/**
 * The person's name, address and CURP are gone: her key is destroyed, and what it had sealed is deleted with its indexes. Answers the proof for a receipt;
 * undefined when she never had a key. Safe to repeat: the proof stays that of the first time.
 */
export async function eraseIdentity(
  tx: Tx,
  person: { readonly tenantId: string; readonly userId: string },
  at: Date,
): Promise<Destruction | undefined> {
  const proof = await destroyKey(tx, { tenantId: person.tenantId, subject: person.userId }, at);
  await tx
    .delete(userIdentities)
    .where(and(eq(userIdentities.tenantId, person.tenantId), eq(userIdentities.userId, person.userId)));
  return proof;
}

/** What is kept of an identity. */
export function sealed(key: DataKey, tenantKey: DataKey, { fullName, email, curp }: Omit<NewIdentity, 'userId'>) {
  const address = email.trim().toLowerCase();
  return {
    fullName: key.seal('fullName', fullName),
    email: key.seal('email', address),
    curp: curp === null ? null : key.seal('curp', curp),
    emailIndex: blindIndex(tenantKey, 'email', address),
    curpIndex: curp === null ? null : blindIndex(tenantKey, 'curp', curp),
  };
}

type SealedRow = { readonly subject: string; readonly fullName: string; readonly email: string; readonly curp: string | null };

/** Opens only what is asked of it; in JSON and logs it shows what is sealed and no more. */
class SealedIdentity implements Identity {
  readonly userId: string;
  readonly #row: SealedRow;
  readonly #key: DataKey | undefined;

  constructor(row: SealedRow, key: DataKey | undefined) {
    this.userId = row.subject;
    this.#row = row;
    this.#key = key;
  }

  get fullName(): string | null {
    return this.#key?.open('fullName', this.#row.fullName) ?? null;
  }

  get email(): string | null {
    return this.#key?.open('email', this.#row.email) ?? null;
  }

  get curp(): string | null {
    return this.#row.curp === null ? null : (this.#key?.open('curp', this.#row.curp) ?? null);
  }
}
