import { HOUR_MS, MINUTE_MS, SECOND_MS } from '@academy/kernel';
import { describe, expect, test } from 'vitest';
import { afterSending } from './notification-sending.ts';

const never = () => 0;
const always = () => 1;
const LATER = { kind: 'later', failure: 'SMTP_451' } as const;

describe('what failed for now', () => {
  test('is tried 6 times over 10 h 36 min and a half, and then given up', () => {
    const waits = [1, 2, 3, 4, 5].map((attempts) => afterSending(attempts, LATER, never).dueInMs ?? 0);
    expect(waits.reduce((sum, wait) => sum + wait, 0)).toBe(10 * HOUR_MS + 36 * MINUTE_MS + 30 * SECOND_MS);
    expect(afterSending(6, LATER, never)).toEqual({ status: 'FAILED', failure: 'SMTP_451' });
  });

  test('comes back up to a fifth later', () => {
    expect(afterSending(1, LATER, always)).toEqual({ status: 'PENDING', failure: 'SMTP_451', dueInMs: 36 * SECOND_MS });
  });

  test('waits for as long as it was asked to, but not for days', () => {
    expect(afterSending(1, { ...LATER, afterMs: 10 * MINUTE_MS }, never).dueInMs).toBe(10 * MINUTE_MS);
    expect(afterSending(2, { ...LATER, afterMs: SECOND_MS }, never).dueInMs).toBe(6 * MINUTE_MS);
    expect(afterSending(1, { ...LATER, afterMs: 1_000 * HOUR_MS }, never).dueInMs).toBe(8 * HOUR_MS);
  });
});

test('what was refused is over at once, and what was accepted too', () => {
  expect(afterSending(1, { kind: 'refused', of: 'MESSAGE', failure: 'SMTP_554' }, never)).toEqual({
    status: 'FAILED',
    failure: 'SMTP_554',
  });
  expect(afterSending(3, { kind: 'accepted' }, never)).toEqual({ status: 'SENT', failure: null });
});
