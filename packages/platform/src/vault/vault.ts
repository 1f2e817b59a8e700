import { createHash, randomBytes } from 'node:crypto';
import { and, eq, inArray } from 'drizzle-orm';
import { LRUCache } from 'lru-cache';
import type { Tx } from '../db/database.ts';
import { DataKey, wrappingContext } from './data-key.ts';
import { KEY_BYTES } from './envelope.ts';
import { type KeyEncryptionKeys, keyNameOf } from './key-encryption-keys.ts';
import { dataKeys } from './tables.ts';

/** At most so many data keys are in memory in the clear; 5,000 people are ten tenants' busy minute. */
const MAX_KEYS_IN_CLEAR = 5_000;
/** How long one stays there. */
const IN_CLEAR_FOR_MS = 60_000;

/** A row of `data_keys` as a query may bring it along; null where a left join found none. */
export type KeyRow = { readonly subject: string; readonly version: number | null; readonly wrapped: string | null };

/** What a tenant's own secret is sealed as; `field` names it, e.g. `webhook.secret`, and must be given again to open it. */
export type SecretOf = { readonly tenantId: string; readonly field: string };

/** Seals and opens what must not lie in a database in the clear. */
export type Vault = {
  /**
   * The keys of these subjects of the open transaction's tenant; made for those that have none. Subjects whose key was destroyed are not in the map: they are
   * erased, and nothing can be sealed for them again.
   */
  keysFor(tx: Tx, tenantId: string, subjects: readonly string[]): Promise<Map<string, DataKey>>;
  /** The keys in rows that the caller's own query brought along, so that a page costs one query. Without a key, or with a destroyed one, a subject is not in the map. */
  unlock(tenantId: string, rows: readonly KeyRow[]): Promise<Map<string, DataKey>>;
  /** A secret of the installation or tenant (webhook, TOTP), as it may be kept: `s1.…`. */
  seal(tx: Tx, secret: SecretOf & { readonly text: string }): Promise<string>;
  /** What `seal` was given; undefined when the tenant's key was destroyed. Throws when it was changed, or sealed for another field or tenant. */
  open(tx: Tx, secret: SecretOf & { readonly sealed: string }): Promise<string | undefined>;
};

/**
 * Data keys are made at random, kept wrapped in `data_keys`, and held in the clear in this process for 60 s, at most 5,000 of them. What is held is found by
 * the wrapped key itself, which must be read from the database each time: a destroyed key opens nothing from the moment that its destruction is committed.
 */
export function createVault(keys: KeyEncryptionKeys, options: { nowMs?: () => number } = {}): Vault {
  const inClear = new LRUCache<string, DataKey>({
    max: MAX_KEYS_IN_CLEAR,
    ttl: IN_CLEAR_FOR_MS,
    ...(options.nowMs === undefined ? {} : { perf: { now: options.nowMs }, ttlResolution: 0 }),
  });

  async function unlock(tenantId: string, rows: readonly KeyRow[]): Promise<Map<string, DataKey>> {
    const found = new Map<string, DataKey>();
    const locked: { subject: string; version: number; wrapped: string; name: string; context: string }[] = [];
    for (const { subject, version, wrapped } of rows) {
      if (wrapped === null || version === null || found.has(subject)) continue;
      const context = wrappingContext({ tenantId, subject, version });
      const name = `${context}|${wrapped}`;
      const held = inClear.get(name);
      if (held === undefined) locked.push({ subject, version, wrapped, name, context });
      else found.set(subject, held);
    }
    if (locked.length === 0) return found;
    const opened = await keys.unwrap(locked);
    for (const [index, { subject, version, name }] of locked.entries()) {
      const clear = opened[index];
      if (clear === undefined) throw new Error('The key-encryption keys answered fewer data keys than were asked.');
      const key = new DataKey(clear, { tenantId, subject, version });
      clear.fill(0);
      inClear.set(name, key);
      found.set(subject, key);
    }
    return found;
  }

  const read = (tx: Tx, tenantId: string, subjects: readonly string[]) =>
    tx
      .select({ subject: dataKeys.subject, version: dataKeys.version, wrapped: dataKeys.wrapped })
      .from(dataKeys)
      .where(and(eq(dataKeys.tenantId, tenantId), inArray(dataKeys.subject, [...subjects])));

  async function make(tx: Tx, tenantId: string, subjects: readonly string[]): Promise<void> {
    const version = 1;
    const fresh = subjects.map((subject) => ({
      dataKey: randomBytes(KEY_BYTES),
      context: wrappingContext({ tenantId, subject, version }),
    }));
    const wrapped = await keys.wrap(fresh);
    for (const { dataKey } of fresh) dataKey.fill(0);
    const createdAt = new Date();
    const rows = subjects.map((subject, index) => {
      const text = wrapped[index] ?? '';
      return { tenantId, subject, version, wrapped: text, wrappedBy: keyNameOf(text), wrappedHash: hashOf(text), createdAt };
    });
    // Whoever made one a moment before has made it: that one is read afterwards.
    await tx.insert(dataKeys).values(rows).onConflictDoNothing();
  }

  async function keysFor(tx: Tx, tenantId: string, subjects: readonly string[]): Promise<Map<string, DataKey>> {
    if (subjects.length === 0) return new Map();
    let rows = await read(tx, tenantId, subjects);
    const there = new Set(rows.map((row) => row.subject));
    const missing = [...new Set(subjects)].filter((subject) => !there.has(subject));
    if (missing.length > 0) {
      await make(tx, tenantId, missing);
      rows = await read(tx, tenantId, subjects);
    }
    return unlock(tenantId, rows);
  }

  return {
    keysFor,
    unlock,
    async seal(tx, { tenantId, field, text }) {
      const key = (await keysFor(tx, tenantId, [tenantId])).get(tenantId);
      if (key === undefined)
        throw new Error(`The key of tenant ${tenantId} was destroyed: nothing can be sealed for it any more.`);
      return key.seal(field, text);
    },
    async open(tx, { tenantId, field, sealed }) {
      const key = (await unlock(tenantId, await read(tx, tenantId, [tenantId]))).get(tenantId);
      return key?.open(field, sealed);
    },
  };
}

/** What stands where a process has no key-encryption key: whatever is asked of it throws, with what to do. */
export function closedVault(): Vault {
  const refuse = async (): Promise<never> => {
    throw new Error(
      'This process has no key-encryption key: set KEY_ENCRYPTION_KEYS, KEY_ENCRYPTION_KEYS_FILE or VAULT_ADDR (docs/personal-data.md).',
    );
  };
  return { keysFor: refuse, unlock: refuse, seal: refuse, open: refuse };
}

/** SHA-256 of a wrapped key, in hex: proves which key it was, and opens nothing. */
export function hashOf(wrapped: string): string {
  return createHash('sha256').update(wrapped, 'utf8').digest('hex');
}
