import { hash } from 'node:crypto';
import type { DataIsland, DataRequestKind } from '../domain/data-request.ts';

/** What an island says that it did. */
export type ReceiptPart = {
  readonly island: DataIsland;
  readonly records: number;
  /** SHA-256 in hex of the records as they were. */
  readonly sha256: string;
  /** SHA-256 in hex of the wrapped key that was destroyed; null when none was. */
  readonly keyHash: string | null;
  readonly auditNumber: number;
  readonly auditHash: string;
  /** RFC 3339, UTC. */
  readonly doneAt: string;
};

/** All that a receipt states; nothing of it says who the person is. */
export type ReceiptFacts = {
  readonly requestId: string;
  readonly kind: DataRequestKind;
  readonly openedAt: Date;
  readonly acceptedAt: Date;
  readonly completedAt: Date;
  /** Of an export: SHA-256 in hex of the whole document. */
  readonly documentSha256: string | null;
  readonly parts: readonly ReceiptPart[];
};

/** The statement as the text that is kept and shown, and its SHA-256 in hex: whoever has the text can compute it again. */
export function writeReceipt(facts: ReceiptFacts): { readonly statement: string; readonly sha256: string } {
  const statement = JSON.stringify({
    format: 'academy.data-receipt.v1',
    requestId: facts.requestId,
    kind: facts.kind,
    openedAt: facts.openedAt.toISOString(),
    acceptedAt: facts.acceptedAt.toISOString(),
    completedAt: facts.completedAt.toISOString(),
    documentSha256: facts.documentSha256,
    parts: facts.parts.map(({ island, records, sha256, keyHash, auditNumber, auditHash, doneAt }) => ({
      ...{ island, records, sha256, keyHash, auditNumber, auditHash, doneAt },
    })),
  });
  return { statement, sha256: hash('sha256', statement) };
}

const CODE_CHARACTERS = 32;

/** The code that finds a receipt, from a secret of 256 bits that is the request's alone: 128 bits in hex, in groups of four. */
export function receiptCode(secret: string): string {
  const whole = hash('sha256', secret).slice(0, CODE_CHARACTERS);
  return whole.replace(/(.{4})(?!$)/g, '$1-');
}

/** What a receipt is found by, however its code is written; undefined for what is no code. */
export function codeDigest(code: string): string | undefined {
  if (code.length > 2 * CODE_CHARACTERS) return undefined;
  const plain = code.replace(/[\s-]/g, '').toLowerCase();
  return new RegExp(`^[0-9a-f]{${CODE_CHARACTERS}}$`).test(plain) ? hash('sha256', plain) : undefined;
}
