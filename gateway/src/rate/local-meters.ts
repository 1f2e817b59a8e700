import { type Meter, type Reading, type Spending, STEP_MS, STEPS, type Verdict } from './meter.ts';

/** Meters of this process alone: what stands in for the shared ones while Redis is away. */
export type LocalMeters = {
  /** Counts on every meter, or on none when one of them has not enough left. */
  spend(spending: Spending): Verdict;
};

type Step = { readonly number: number; requests: number; cost: number };
type Count = { steps: Step[]; requests: number; cost: number };

/** One who spends is about 300 bytes: 30 MiB if all were used. */
const MAX_METERS = 100_000;

/** Meters that all stand at zero, by a monotonic clock. The one that was unused for longest goes first when there are too many. */
export function createLocalMeters(nowMs: () => number): LocalMeters {
  const counts = new Map<string, Count>();

  function countOf({ key }: Meter, step: number): Count {
    const count = counts.get(key) ?? { steps: [], requests: 0, cost: 0 };
    // Last in the map is used last.
    counts.delete(key);
    counts.set(key, count);
    while (count.steps[0] !== undefined && count.steps[0].number <= step - STEPS) {
      count.requests -= count.steps[0].requests;
      count.cost -= count.steps[0].cost;
      count.steps.shift();
    }
    if (counts.size > MAX_METERS) {
      const [oldest] = counts.keys();
      if (oldest !== undefined) counts.delete(oldest);
    }
    return count;
  }

  return {
    spend({ meters, cost }) {
      const now = nowMs();
      const step = Math.floor(now / STEP_MS);
      const endOf = (number: number) => Math.ceil((number + STEPS) * STEP_MS - now);
      const held = meters.map((meter) => ({ meter, count: countOf(meter, step) }));
      const waits = held.map(({ meter, count }) => {
        const last = stepThatFits(count, meter, cost);
        if (meter.maxRequests < 1 || meter.maxCost < cost) return STEPS * STEP_MS;
        return last === undefined ? 0 : endOf(last);
      });
      const retryAfterMs = Math.max(...waits);
      if (retryAfterMs === 0) for (const { count } of held) add(count, step, cost);
      const readingOf = (index: number): Reading => {
        const count = held[index]?.count;
        const oldest = count?.steps[0];
        return {
          requests: count?.requests ?? 0,
          cost: count?.cost ?? 0,
          resetMs: oldest === undefined ? 0 : endOf(oldest.number),
        };
      };
      return { isAllowed: retryAfterMs === 0, retryAfterMs, readings: [readingOf(0), readingOf(1), readingOf(2)] };
    },
  };
}

/** The step after whose end there is room for one request of this cost; undefined when there is now. */
function stepThatFits(count: Count, { maxRequests, maxCost }: Meter, cost: number): number | undefined {
  let { requests, cost: spent } = count;
  let last: number | undefined;
  for (const step of count.steps) {
    if (requests + 1 <= maxRequests && spent + cost <= maxCost) return last;
    requests -= step.requests;
    spent -= step.cost;
    last = step.number;
  }
  return last;
}

function add(count: Count, number: number, cost: number): void {
  let step = count.steps.at(-1);
  if (step?.number !== number) {
    step = { number, requests: 0, cost: 0 };
    count.steps.push(step);
  }
  step.requests += 1;
  step.cost += cost;
  count.requests += 1;
  count.cost += cost;
}
