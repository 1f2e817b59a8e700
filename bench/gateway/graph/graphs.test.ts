import { expect, test } from 'vitest';
import { type RecordedPlan, recordPlans } from '../processes/recorded-plan.ts';
import { fetchesAnswer, fetchesQuery, growthSubgraphs, MAX_FETCHES } from './growth.ts';
import { askMonolith } from './monolith.ts';
import { benchSubgraphs } from './subgraphs.ts';
import { composeBench } from './supergraph.ts';
import { bodiesOf, WORKLOADS } from './workloads.ts';

function callsOf(plan: RecordedPlan | undefined): number {
  if (plan === undefined) return 0;
  return plan.kind === 'call' ? 1 : plan.steps.reduce((sum, step) => sum + callsOf(step), 0);
}

test('the subgraphs of the benchmark, federated, answer every workload as the joined data do', async () => {
  const subgraphs = benchSubgraphs();
  const firstOf = (workload: (typeof WORKLOADS)[number]) => bodiesOf(workload)[0] ?? '';
  const recordings = await recordPlans(composeBench(subgraphs, 'http://localhost'), subgraphs, WORKLOADS.map(firstOf));
  for (const workload of WORKLOADS) {
    const joined = await askMonolith(workload.query, workload.variables[0] ?? {});
    const recorded = recordings[firstOf(workload)];
    expect(joined.errors).toBeUndefined();
    expect(JSON.parse(recorded?.answer ?? '')).toEqual(JSON.parse(JSON.stringify({ data: joined.data })));
  }
  expect(WORKLOADS.map((workload) => [workload.name, callsOf(recordings[firstOf(workload)]?.plan)])).toEqual([
    ['big', 16],
    ['page', 4],
    ['light', 3],
  ]);
});

test('on the page where nothing repeats, every product, review and author is another', async () => {
  const page = WORKLOADS.find(({ name }) => name === 'page');
  const ids: string[] = [];
  for (const variables of page?.variables.slice(0, 3) ?? []) {
    const { data } = await askMonolith(page?.query ?? '', variables);
    for (const product of (data as { page: { upc: string; reviews: { id: string; author: { id: string } }[] }[] }).page) {
      ids.push(product.upc, ...product.reviews.flatMap((review) => [review.id, `author ${review.author.id}`]));
    }
  }
  expect(ids).toHaveLength(3 * 20 * 7);
  expect(new Set(ids).size).toBe(ids.length);
});

test('a growth query has as many fetches as it says, and is answered as it says', async () => {
  const subgraphs = growthSubgraphs();
  for (const shape of ['at once', 'in turn'] as const) {
    const bodies = [1, 2, MAX_FETCHES].map((fetches) => JSON.stringify({ query: fetchesQuery(shape, fetches), variables: {} }));
    const recordings = await recordPlans(composeBench(subgraphs, 'http://localhost'), subgraphs, bodies);
    expect(bodies.map((body) => callsOf(recordings[body]?.plan))).toEqual([1, 2, MAX_FETCHES]);
    expect(JSON.parse(recordings[bodies[2] ?? '']?.answer ?? '')).toEqual({ data: fetchesAnswer(shape, MAX_FETCHES) });
  }
});
