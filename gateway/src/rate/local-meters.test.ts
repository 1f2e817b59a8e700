import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createLocalMeters } from './local-meters.ts';
import { type Meter, UNLIMITED } from './meter.ts';

const free = (name: Meter['name']): Meter => ({ name, key: name, maxRequests: UNLIMITED, maxCost: UNLIMITED });
const metersWith = (tenant: Partial<Meter>) =>
  [free('installation'), { ...free('tenant'), ...tenant }, free('principal')] as const;

function openMeters() {
  let now = 1_000_000;
  const meters = createLocalMeters(() => now);
  const wait = (ms: number): void => {
    now += ms;
  };
  return { ...meters, wait };
}

describe('meters', () => {
  test('allow what the limit says and not one more, until a minute has passed', () => {
    const { spend, wait } = openMeters();
    const spending = { meters: metersWith({ maxRequests: 3 }), cost: 1 };
    expect([1, 2, 3, 4].map(() => spend(spending).isAllowed)).toEqual([true, true, true, false]);
    wait(60_000 - 1);
    expect(spend(spending).isAllowed).toBe(false);
    wait(5_001);
    expect(spend(spending).isAllowed).toBe(true);
  });

  test('tell exactly how long to wait, and how long until the oldest spending counts no more', () => {
    const { spend, wait } = openMeters();
    const meters = metersWith({ maxCost: 100 });
    spend({ meters, cost: 40 });
    wait(20_000);
    spend({ meters, cost: 50 });
    const refused = spend({ meters, cost: 60 });
    expect(refused).toEqual({
      isAllowed: false,
      retryAfterMs: 65_000,
      readings: [
        { requests: 2, cost: 90, resetMs: 45_000 },
        { requests: 2, cost: 90, resetMs: 45_000 },
        { requests: 2, cost: 90, resetMs: 45_000 },
      ],
    });
    expect(spend({ meters, cost: 50 })).toMatchObject({ isAllowed: false, retryAfterMs: 45_000 });
    wait(64_999);
    expect(spend({ meters, cost: 60 }).isAllowed).toBe(false);
    wait(1);
    expect(spend({ meters, cost: 60 }).isAllowed).toBe(true);
  });

  test('count on all of them or on none: whom one refuses has spent nothing on the others', () => {
    const { spend } = openMeters();
    const refused = spend({ meters: metersWith({ maxCost: 10 }), cost: 11 });
    expect(refused.readings.map(({ cost }) => cost)).toEqual([0, 0, 0]);
  });

  test('hold, whatever is asked when, no more than the limit in any 60 seconds', () => {
    const asked = fc.array(fc.record({ afterMs: fc.integer({ min: 0, max: 20_000 }), cost: fc.integer({ min: 1, max: 60 }) }), {
      maxLength: 60,
    });
    fc.assert(
      fc.property(asked, (spendings) => {
        const { spend, wait } = openMeters();
        const allowed: { at: number; cost: number }[] = [];
        let at = 0;
        for (const { afterMs, cost } of spendings) {
          wait(afterMs);
          at += afterMs;
          if (spend({ meters: metersWith({ maxCost: 100 }), cost }).isAllowed) allowed.push({ at, cost });
        }
        for (const { at: from } of allowed) {
          const within = allowed.filter((one) => one.at >= from && one.at < from + 60_000);
          expect(within.reduce((sum, { cost }) => sum + cost, 0)).toBeLessThanOrEqual(100);
        }
      }),
    );
  });
});
