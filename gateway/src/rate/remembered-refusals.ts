import type { Meter, Spending } from './meter.ts';
import type { Standing } from './standing.ts';

/** Meters of which it is known that nothing more is allowed yet, so that a flood costs neither parsing nor a round trip. */
export type RememberedRefusals = {
  /** The limit that refuses whatever is asked, as it stands now; undefined when none is known. */
  find(meters: Spending['meters']): Standing | undefined;
  /** Nothing that was spent is given back before the reset: until then the answer stays. Limits with something left are not kept. */
  keep(standing: Standing): void;
};

/** Refused payers of one minute; whoever comes beyond is asked for each time. */
const MAX_KEPT = 20_000;

/** An empty memory. */
export function createRememberedRefusals(nowMs: () => number): RememberedRefusals {
  const kept = new Map<string, { readonly standing: Standing; readonly untilMs: number }>();
  const limitOf = (meter: Meter, unit: Standing['unit']) => (unit === 'requests' ? meter.maxRequests : meter.maxCost);

  return {
    find(meters) {
      if (kept.size === 0) return undefined;
      for (const meter of meters) {
        const known = kept.get(meter.key);
        if (known === undefined) continue;
        const { standing, untilMs } = known;
        const resetMs = untilMs - nowMs();
        // The limit may have been raised since.
        if (resetMs > 0 && limitOf(meter, standing.unit) === standing.limit) return { ...standing, resetMs };
        kept.delete(meter.key);
      }
      return undefined;
    },
    keep(standing) {
      if (standing.remaining > 0) return;
      const { key } = standing.meter;
      if (kept.size >= MAX_KEPT && !kept.has(key)) {
        const [oldest] = kept.keys();
        if (oldest !== undefined) kept.delete(oldest);
      }
      kept.set(key, { standing, untilMs: nowMs() + standing.resetMs });
    },
  };
}
