/** So much of an unused rate may be made up for: lanes are woken twice a second at least. */
const BURST_MS = 1_000;
const MINUTE_MS = 60_000;

/** A slot was taken, and the next is free at `freeAt`; or none is before `until`. */
export type Slot = { readonly kind: 'taken'; readonly freeAt: Date } | { readonly kind: 'full'; readonly until: Date };

/**
 * A slot of a rate of `perMinute`, of which `freeAt` is all that is kept (a generic cell rate algorithm). In any 60 s no more than `perMinute` are taken: what
 * may be made up for is taken off the rate.
 */
export function takeSlot(freeAt: Date, now: Date, perMinute: number): Slot {
  const intervalMs = (MINUTE_MS + BURST_MS) / perMinute;
  const opensAtMs = freeAt.getTime() - BURST_MS;
  if (now.getTime() < opensAtMs) return { kind: 'full', until: new Date(opensAtMs) };
  // Kept in whole milliseconds, and never early.
  return { kind: 'taken', freeAt: new Date(Math.ceil(Math.max(freeAt.getTime(), now.getTime()) + intervalMs)) };
}
