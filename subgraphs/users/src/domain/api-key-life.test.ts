import { DAY_MS } from '@academy/kernel';
import { describe, expect, test } from 'vitest';
import { apiKeyStatus, mayRotate, parseExpiry, parseGrace, useToKeep } from './api-key-life.ts';

const now = new Date('2026-03-01T12:00:00.000Z');
const later = (ms: number) => new Date(now.getTime() + ms);

describe('a key', () => {
  test('is good until its end, and not at it', () => {
    expect(apiKeyStatus({ expiresAt: later(1), revokedAt: null }, now)).toBe('ACTIVE');
    expect(apiKeyStatus({ expiresAt: now, revokedAt: null }, now)).toBe('EXPIRED');
    expect(apiKeyStatus({ expiresAt: now, revokedAt: now }, now)).toBe('REVOKED');
  });

  test('lives for a year unless it is said, and between a minute and two years', () => {
    expect(parseExpiry(undefined, now)).toEqual({ ok: true, value: later(365 * DAY_MS) });
    expect(parseExpiry(later(60_000), now).ok).toBe(true);
    expect(parseExpiry(later(730 * DAY_MS), now).ok).toBe(true);
    for (const wrong of [later(59_999), later(-1), later(730 * DAY_MS + 1)]) {
      expect(parseExpiry(wrong, now)).toMatchObject({ ok: false, error: { field: 'expiresAt' } });
    }
  });

  test('gets another secret only while it is good', () => {
    expect(mayRotate({ expiresAt: later(1), revokedAt: null }, now).ok).toBe(true);
    expect(mayRotate({ expiresAt: now, revokedAt: null }, now)).toMatchObject({ ok: false, error: { kind: 'InvalidState' } });
    expect(mayRotate({ expiresAt: later(1), revokedAt: now }, now)).toMatchObject({ ok: false, error: { kind: 'InvalidState' } });
  });
});

test('a secret before works on for a day at most, and not at all unless it is said', () => {
  expect(parseGrace(null)).toEqual({ ok: true, value: 0 });
  expect(parseGrace(86_400)).toEqual({ ok: true, value: 86_400 });
  for (const wrong of [-1, 86_401, 1.5]) expect(parseGrace(wrong)).toMatchObject({ ok: false, error: { field: 'graceSeconds' } });
});

test('uses are kept a minute apart, and none from the future', () => {
  expect(useToKeep(now, null, now)).toEqual(now);
  expect(useToKeep(now, later(-60_000), now)).toEqual(now);
  expect(useToKeep(now, later(-59_999), now)).toBeUndefined();
  expect(useToKeep(now, later(1), now)).toBeUndefined();
  expect(useToKeep(later(DAY_MS), null, now)).toEqual(now);
});
