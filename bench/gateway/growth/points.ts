import { fetchesAnswer, fetchesQuery, MAX_FETCHES } from '../graph/growth.ts';
import { askMonolith } from '../graph/monolith.ts';
import { bodiesOf, WORKLOADS } from '../graph/workloads.ts';

/** One load of a series: how much of what grows, and what is sent. */
export type Point = {
  /** Bytes of the response, fetches of the plan, or requests under way. */
  readonly amount: number;
  readonly body: string;
  readonly connections: number;
  /** What the times are divided by: kB, fetches, or 1. */
  readonly units: number;
  /** `data` of the right answer. */
  readonly wanted: unknown;
};

/** Something that grows, and the time of one unit of it, which should stay flat. */
export type Series = {
  readonly title: string;
  /** What one unit is, e.g. `kB of the response`. */
  readonly unit: string;
  readonly points: readonly Point[];
};

/** Milliseconds per unit at one point: as a client sees them, and of the gateway's processor. */
export function perUnitMs({ units, connections }: Point, measured: { p50Ms: number; rps: number; cpuMsPerRequest: number }) {
  const seen = connections === 1 ? measured.p50Ms : 1_000 / measured.rps;
  return { seen: seen / units, cpu: measured.cpuMsPerRequest / units };
}

const SHELF = 'query Shelf($size: Int!) { shelf(size: $size) { upc name reviews { id body } } }';
/** About 10 kB, 100 kB, 1 MB and 10 MB of response. */
const SHELF_SIZES = [15, 150, 1_500, 15_000];
const FETCHES = [1, 4, 15, MAX_FETCHES];
const UNDER_WAY = [1, 4, 16, 64];

/** Every series of the growth benchmark, with the answers worked out. */
export async function growthSeries(): Promise<Series[]> {
  const shelves: Point[] = [];
  for (const size of SHELF_SIZES) {
    const { data } = await askMonolith(SHELF, { size });
    const wanted: unknown = JSON.parse(JSON.stringify(data));
    const body = JSON.stringify({ query: SHELF, operationName: 'Shelf', variables: { size } });
    const amount = JSON.stringify({ data }).length;
    shelves.push({ amount, body, connections: 1, units: amount / 1_000, wanted });
  }
  const big = WORKLOADS.find(({ name }) => name === 'big');
  if (big === undefined) throw new Error('There is no big workload any more.');
  const { data } = await askMonolith(big.query, {});
  const wanted: unknown = JSON.parse(JSON.stringify(data));
  const fetches = (shape: 'at once' | 'in turn'): Series => ({
    title: `fetches of the plan, ${shape}`,
    unit: 'fetch',
    points: FETCHES.map((amount) => ({
      amount,
      body: JSON.stringify({ query: fetchesQuery(shape, amount) }),
      connections: 1,
      units: amount,
      wanted: fetchesAnswer(shape, amount),
    })),
  });
  return [
    {
      title: 'size of the response',
      unit: 'kB',
      points: shelves,
    },
    fetches('at once'),
    fetches('in turn'),
    {
      title: 'requests under way',
      unit: 'request',
      points: UNDER_WAY.map((amount) => ({ amount, body: bodiesOf(big)[0] ?? '', connections: amount, units: 1, wanted })),
    },
  ];
}
