import { expect, test } from 'vitest';
import { idempotencyKeyFault } from './idempotency-key.ts';

test('a key has 1 to 100 characters', () => {
  expect(idempotencyKeyFault('k')).toBeUndefined();
  expect(idempotencyKeyFault('k'.repeat(100))).toBeUndefined();
  expect(idempotencyKeyFault('')).toMatchObject({ field: 'idempotencyKey' });
  expect(idempotencyKeyFault('k'.repeat(101))?.message).toBe('Expected 1 to 100 characters without NUL; got 101.');
});

test('a key holds no NUL, which the database cannot store', () => {
  expect(idempotencyKeyFault('k\0')).toBeDefined();
});
