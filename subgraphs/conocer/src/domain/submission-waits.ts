/** Bounds of the waits between two questions to the authority, in milliseconds. */
export type WaitBounds = { readonly firstMs: number; readonly maxMs: number };

/** By default 30 s, doubling to 15 min: a verdict takes days, and nobody gains by asking more often. */
export const DEFAULT_WAITS: WaitBounds = { firstMs: 30_000, maxMs: 15 * 60_000 };

/** Up to this share of a wait is taken off at random, so that submissions of one moment do not ask at one moment. */
const JITTER = 0.2;

/**
 * Milliseconds of wait number `waits` (from 0): `firstMs` doubling up to `maxMs`, less up to a fifth by `random` (0 to 1).
 * By default 30 s, 1, 2, 4, 8, then 15 min: the sixth question comes 30.5 min after the submission at the latest.
 */
export function waitMs(waits: number, bounds: WaitBounds, random: number): number {
  const whole = Math.min(bounds.firstMs * 2 ** Math.min(waits, 30), bounds.maxMs);
  return Math.round(whole * (1 - JITTER * random));
}
