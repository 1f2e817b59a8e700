import { hash } from 'node:crypto';
import { expect, test } from 'vitest';
import { codeDigest, receiptCode, writeReceipt } from './data-receipt.ts';

test('a code is found however it is written, and what is no code is none', () => {
  const code = receiptCode('a secret');
  expect(code).toMatch(/^([0-9a-f]{4}-){7}[0-9a-f]{4}$/);
  const digest = codeDigest(code);
  expect(digest).toMatch(/^[0-9a-f]{64}$/);
  for (const written of [code.toUpperCase(), code.replaceAll('-', ''), ` ${code.replaceAll('-', ' ')} `])
    expect(codeDigest(written)).toBe(digest);
  for (const wrong of ['', code.slice(1), `${code}0`, code.replace(/^./, 'g'), 'f'.repeat(10_000)])
    expect(codeDigest(wrong)).toBeUndefined();
  expect(receiptCode('another secret')).not.toBe(code);
});

test('a receipt is a text whose hash anybody can compute again', () => {
  const at = new Date('2026-11-25T18:00:00.000Z');
  const part = {
    island: 'users',
    records: 3,
    sha256: 'a',
    keyHash: 'k',
    auditNumber: 7,
    auditHash: 'h',
    doneAt: at.toISOString(),
  } as const;
  const facts = {
    requestId: 'r',
    kind: 'ERASURE',
    openedAt: at,
    acceptedAt: at,
    completedAt: at,
    documentSha256: null,
    parts: [part],
  } as const;
  const { statement, sha256 } = writeReceipt(facts);
  expect(hash('sha256', statement)).toBe(sha256);
  expect(JSON.parse(statement)).toMatchObject({ format: 'academy.data-receipt.v1', requestId: 'r', parts: [part] });
});
