import { createHash } from 'node:crypto';
import type { AuditRow } from './tables.ts';

/** An entry as far as its hash covers it. */
export type HashedEntry = Omit<AuditRow, 'hash'>;

/** Where a chain has come to: the hash of the entry of this number; number 0 and no bytes before the first. */
export type ChainEnd = { readonly number: number; readonly hash: Uint8Array };

export const CHAIN_START: ChainEnd = { number: 0, hash: new Uint8Array(0) };

/** What is wrong with a chain, and from which entry on it cannot be believed. */
export type ChainFlaw = { readonly number: number; readonly flaw: 'missing' | 'changed' | 'out of order' };

/** SHA-256 over the hash before it and the entry's fields, each with its length in bytes before it. The same as `audit_hash` in the database. */
export function hashOf(entry: HashedEntry): Buffer {
  const fields = [
    entry.tenantId,
    String(entry.number),
    entry.action,
    entry.actorKind,
    entry.actor,
    entry.persona,
    entry.impersonatorId,
    entry.subject,
    entry.why,
    entry.detail,
    String(entry.recordedAt.getTime()),
  ];
  return createHash('sha256')
    .update(entry.previousHash)
    .update(fields.map((field) => (field === null ? '-,' : `${Buffer.byteLength(field)}:${field},`)).join(''))
    .digest();
}

/** Follows entries, in order of their numbers, from where a chain has come to. Answers where it has come to then, or the first flaw. */
export function followChain(entries: readonly AuditRow[], from: ChainEnd): ChainEnd | ChainFlaw {
  let end = from;
  for (const entry of entries) {
    if (entry.number > end.number + 1) return { number: end.number + 1, flaw: 'missing' };
    if (entry.number <= end.number) return { number: entry.number, flaw: 'out of order' };
    if (!entry.previousHash.equals(end.hash) || !entry.hash.equals(hashOf(entry)))
      return { number: entry.number, flaw: 'changed' };
    end = { number: entry.number, hash: entry.hash };
  }
  return end;
}
