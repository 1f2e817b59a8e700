import { fetchesAnswer, fetchesQuery, MAX_FETCHES } from '../graph/growth.ts';
import { askMonolith } from '../graph/monolith.ts';
import { bodiesOf, WORKLOADS } from '../graph/workloads.ts';

/** One load of a series: how much of what grows, and what is sent. */
export type Point = {
  /** Bytes of the response, fetches of the plan, or requests under way. */
  readonly amount: number;
  readonly body: string;
  readonly connections: number;
  /** `data` of the right answer. */
  readonly wanted: unknown;
};

/** Something that grows, and the time of one unit of it, which should stay flat. */
export type Series = {
  readonly title: string;
  /** What one unit is, e.g. `kB of the response`. */
  readonly unit: string;
  readonly points: readonly Point[];
  /** Milliseconds per unit at one point, from the median latency and the requests per second there. */
  perUnitMs(point: Point, measured: { p50Ms: number; rps: number }): number;
};

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
    shelves.push({ amount: JSON.stringify({ data }).length, body, connections: 1, wanted });
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
      wanted: fetchesAnswer(shape, amount),
    })),
    perUnitMs: ({ amount }, { p50Ms }) => p50Ms / amount,
  });
  return [
    {
      title: 'size of the response',
      unit: 'kB',
      points: shelves,
      perUnitMs: ({ amount }, { p50Ms }) => p50Ms / (amount / 1_000),
    },
    fetches('at once'),
    fetches('in turn'),
    {
      title: 'requests under way',
      unit: 'request',
      points: UNDER_WAY.map((amount) => ({ amount, body: bodiesOf(big)[0] ?? '', connections: amount, wanted })),
      perUnitMs: (_point, { rps }) => 1_000 / rps,
    },
  ];
}
