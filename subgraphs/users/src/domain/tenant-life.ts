import { fail, ok, type Result } from '@academy/kernel';
import type { InvalidState } from './refusal.ts';

export type TenantStatus = 'ACTIVE' | 'SUSPENDED';

/** A tenant in use may be suspended; one that is suspended already may not, so that the reason on record stays the one that took effect. */
export function suspend(status: TenantStatus): Result<TenantStatus, InvalidState> {
  return leave('ACTIVE', status, 'SUSPENDED');
}

/** A suspended tenant may be used again. */
export function reactivate(status: TenantStatus): Result<TenantStatus, InvalidState> {
  return leave('SUSPENDED', status, 'ACTIVE');
}

function leave(from: TenantStatus, current: TenantStatus, to: TenantStatus): Result<TenantStatus, InvalidState> {
  if (current === from) return ok(to);
  return fail({ kind: 'InvalidState', message: `The tenant is ${current}; this can be done only while it is ${from}.` });
}

/**
 * When a change counts as having happened: now, and always after the change before it. Whoever hears of both tells their order by this alone,
 * also when two machines' clocks disagree.
 */
export function changeInstant(now: Date, previousChange: Date): Date {
  return new Date(Math.max(now.getTime(), previousChange.getTime() + 1));
}
