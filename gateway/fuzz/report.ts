import type { Findings } from './run.ts';

/** What a run saw, for people. */
export function reportOf(findings: Findings, options: { seed: string; seconds: number }): string {
  const { supergraphs, operations, fallbacks, jointCalls, unplannable, stock, features, counterExamples } = findings;
  const tried = supergraphs.composed + supergraphs.dropped;
  const percent = (part: number, whole: number) => `${whole === 0 ? 0 : ((100 * part) / whole).toFixed(2)} %`;
  const total = [...stock.values()].reduce((sum, one) => sum + one, 0);
  return [
    `supergraphs: ${supergraphs.composed} of ${tried} composed (${percent(supergraphs.composed, tried)})`,
    `operations: ${operations.run} in ${options.seconds.toFixed(1)} s, ${(operations.run / options.seconds).toFixed(1)} per second; ${operations.invalid} were not valid, ${operations.requestErrors} had variables that graphql-js refuses`,
    'features:',
    ...table(features),
    `the published gateway differs from graphql-js: ${total} times (${percent(total, operations.run)}), suspected cause:`,
    ...table(stock),
    `not planned, since the planner fails: ${unplannable} (${percent(unplannable, operations.run)}; at most 1 %)`,
    `handed to the stock executor: ${fallbacks} (${percent(fallbacks, operations.run)}; at most 1 %)`,
    `calls for several fetches at once: ${jointCalls}, of which one in five was refused`,
    `ours differs from graphql-js: ${counterExamples.length}`,
    `seed: ${options.seed}`,
  ].join('\n');
}

function table(counts: ReadonlyMap<string, number>): string[] {
  return [...counts].sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, times]) => `  ${String(times).padStart(7)}  ${name}`);
}
