import type { Meter, Reading, Spending, Verdict } from './meter.ts';
import { UNLIMITED } from './meter.ts';

/** How one limit stands: what is told to clients. */
export type Standing = {
  readonly meter: Meter;
  readonly unit: 'requests' | 'cost';
  readonly limit: number;
  /** May be below 0 after a limit was lowered. */
  readonly remaining: number;
  /** Until the oldest of what was spent counts no more. */
  readonly resetMs: number;
};

/**
 * The limit that comes first: after an allowed spending that with the least of itself left, after a refused one the tightest of those that
 * refused it. The installation's is told only when it refused: it speaks of other tenants.
 */
export function tightestOf({ meters, cost }: Spending, { isAllowed, readings }: Verdict): Standing | undefined {
  let tightest: Standing | undefined;
  const consider = (meter: Meter, reading: Reading, unit: Standing['unit'], limit: number, asked: number) => {
    if (limit >= UNLIMITED) return;
    const remaining = limit - reading[unit];
    if (!isAllowed && asked <= remaining) return;
    if (tightest !== undefined && tightest.remaining / tightest.limit <= remaining / limit) return;
    tightest = { meter, unit, limit, remaining, resetMs: reading.resetMs };
  };
  for (const [index, meter] of meters.entries()) {
    const reading = readings[index];
    if (reading === undefined || (isAllowed && meter.name === 'installation')) continue;
    consider(meter, reading, 'requests', meter.maxRequests, 1);
    consider(meter, reading, 'cost', meter.maxCost, cost);
  }
  return tightest;
}
