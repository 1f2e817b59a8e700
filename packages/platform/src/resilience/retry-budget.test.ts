import { expect, test } from 'vitest';
import { createRetryBudget, retryDelayMs } from './retry-budget.ts';

test('a budget holds retries to their share of the calls, and to its reserve after a quiet time', () => {
  const budget = createRetryBudget({ share: 0.2, reserve: 2 });
  expect([budget.take(), budget.take(), budget.take()]).toEqual([true, true, false]);
  let retried = 0;
  for (let call = 0; call < 1_000; call += 1) {
    budget.deposit();
    if (budget.take()) retried += 1;
  }
  expect(retried).toBe(200);
  for (let call = 0; call < 1_000; call += 1) budget.deposit();
  expect([budget.take(), budget.take(), budget.take()]).toEqual([true, true, false]);
});

test('a retry waits anywhere up to a bound that doubles, and never longer than the most', () => {
  const bounds = { baseMs: 50, maxMs: 250 };
  expect([1, 2, 3, 4].map((retry) => retryDelayMs(retry, bounds, () => 1))).toEqual([50, 100, 200, 250]);
  expect(retryDelayMs(3, bounds, () => 0)).toBe(0);
  expect(retryDelayMs(3, bounds, () => 0.5)).toBe(100);
});
