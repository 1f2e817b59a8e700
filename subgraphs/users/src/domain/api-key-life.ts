import { DAY_MS, fail, ok, type Result, SECOND_MS } from '@academy/kernel';
import type { InvalidInput, InvalidState } from './refusal.ts';

/** Keys of a tenant that can be used, or could before they expired and were not revoked. */
export const MAX_API_KEYS = 50;

/** A key that nobody gave an end has this life; none has a longer one than the second. */
const DEFAULT_LIFE_MS = 365 * DAY_MS;
const MAX_LIFE_MS = 2 * 365 * DAY_MS;
const MIN_LIFE_MS = 60 * SECOND_MS;

/** A secret that was replaced works on for a day at most. */
const MAX_GRACE_SECONDS = DAY_MS / SECOND_MS;

/** Uses of a key are written this far apart, at least. */
const USE_RESOLUTION_MS = 60 * SECOND_MS;

/** A later instant than this is the future that no clock of ours has reached. */
const CLOCK_TOLERANCE_MS = 5 * SECOND_MS;

/** What decides over a key: the instants of its life. */
export type ApiKeyLife = { readonly expiresAt: Date; readonly revokedAt: Date | null };

export type ApiKeyStatus = 'ACTIVE' | 'EXPIRED' | 'REVOKED';

/** Whether a key is good at an instant, and why not. */
export function apiKeyStatus({ expiresAt, revokedAt }: ApiKeyLife, now: Date): ApiKeyStatus {
  if (revokedAt !== null) return 'REVOKED';
  return now < expiresAt ? 'ACTIVE' : 'EXPIRED';
}

/** When a new key ends: in a year unless it is said; in a minute at the earliest, in two years at the latest. */
export function parseExpiry(expiresAt: Date | null | undefined, now: Date): Result<Date, InvalidInput> {
  if (expiresAt == null) return ok(new Date(now.getTime() + DEFAULT_LIFE_MS));
  const lifeMs = expiresAt.getTime() - now.getTime();
  if (lifeMs >= MIN_LIFE_MS && lifeMs <= MAX_LIFE_MS) return ok(expiresAt);
  const message = `A time from one minute to two years from now was expected, got ${expiresAt.toISOString()}.`;
  return fail({ kind: 'InvalidInput', field: 'expiresAt', message });
}

/** For how long the secret before works on, in seconds. */
export function parseGrace(graceSeconds: number | null | undefined): Result<number, InvalidInput> {
  const grace = graceSeconds ?? 0;
  if (Number.isInteger(grace) && grace >= 0 && grace <= MAX_GRACE_SECONDS) return ok(grace);
  const message = `A whole number of seconds from 0 to ${MAX_GRACE_SECONDS} (24 h) was expected, got ${grace}.`;
  return fail({ kind: 'InvalidInput', field: 'graceSeconds', message });
}

/** Whether a key may get another secret: one that is over is replaced by a new key. */
export function mayRotate(life: ApiKeyLife, now: Date): Result<void, InvalidState> {
  const status = apiKeyStatus(life, now);
  if (status === 'ACTIVE') return ok(undefined);
  return fail({
    kind: 'InvalidState',
    message: `The key is ${status}; only an ACTIVE one gets another secret. Create a new key.`,
  });
}

/** The instant of a use as it is kept; undefined for one that lies before `lastUsedAt` or less than a minute after it. A future one counts as now. */
export function useToKeep(usedAt: Date, lastUsedAt: Date | null, now: Date): Date | undefined {
  const kept = usedAt.getTime() > now.getTime() + CLOCK_TOLERANCE_MS ? now : usedAt;
  if (lastUsedAt === null) return kept;
  return kept.getTime() - lastUsedAt.getTime() >= USE_RESOLUTION_MS ? kept : undefined;
}
