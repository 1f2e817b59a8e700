import { expect, test } from 'vitest';
import { runFuzz } from '../fuzz/run.ts';

// A few seconds of `npm run fuzz:gateway`, with the planner in its own thread as it runs in production.
test.each(['first', 'second', 'third'])('random operations are answered as graphql-js answers them, seed %s', async (seed) => {
  const findings = await runFuzz({
    seed,
    operationsPerSupergraph: 40,
    withStock: false,
    goesOn: ({ operations, counterExamples }) => operations.run < 120 && counterExamples.length === 0,
  });
  expect(findings.counterExamples).toEqual([]);
  expect(findings.operations.run).toBe(120);
  expect(findings.unplannable).toBeLessThanOrEqual(2);
  expect(findings.fallbacks).toBe(0);
});
