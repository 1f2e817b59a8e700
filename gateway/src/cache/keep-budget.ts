import { MINUTE_MS } from '@academy/kernel';

/**
 * How much of Redis this process may fill with kept answers. Redis evicts nothing, because queues live in it too: whoever asks for ever
 * different pages must not be able to fill it.
 */
export type KeepBudget = {
  /** Takes this many characters for this long; false when they are too many, and then takes nothing. */
  take(tenantId: string, characters: number, lifeMs: number, nowMs: number): boolean;
};

/** Characters alive at once, of all tenants and of one: 128 MiB and 32 MiB of Latin text. */
export const MAX_ALIVE = 128 * 1024 * 1024;
export const MAX_ALIVE_OF_TENANT = 32 * 1024 * 1024;

/** What ends in one minute. */
type Ending = { all: number; readonly byTenant: Map<string, number> };

/** A budget of which nothing is taken. Counted by the minute in which things end, up to one minute too long. */
export function createKeepBudget(): KeepBudget {
  const endings = new Map<number, Ending>();

  function alive(nowMs: number, tenantId: string): { all: number; ofTenant: number } {
    let all = 0;
    let ofTenant = 0;
    for (const [minute, ending] of endings) {
      if ((minute + 1) * MINUTE_MS <= nowMs) {
        endings.delete(minute);
        continue;
      }
      all += ending.all;
      ofTenant += ending.byTenant.get(tenantId) ?? 0;
    }
    return { all, ofTenant };
  }

  return {
    take(tenantId, characters, lifeMs, nowMs) {
      const { all, ofTenant } = alive(nowMs, tenantId);
      if (all + characters > MAX_ALIVE || ofTenant + characters > MAX_ALIVE_OF_TENANT) return false;
      const minute = Math.floor((nowMs + lifeMs) / MINUTE_MS);
      const ending = endings.get(minute) ?? { all: 0, byTenant: new Map() };
      ending.all += characters;
      ending.byTenant.set(tenantId, (ending.byTenant.get(tenantId) ?? 0) + characters);
      endings.set(minute, ending);
      return true;
    },
  };
}
