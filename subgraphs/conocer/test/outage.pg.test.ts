import { test } from 'vitest';
import { expectNoLossOver } from './outage.ts';

test.each([
  ['says 500 for ten minutes', 'e500', 1 / 6],
  ['cannot be reached for two hours', 'resetBefore', 2],
  ['says 503 with Retry-After for two hours', 'e503retry', 2],
] as const)('an authority that %s gets every submission once when it is back', (_what, mode, hours) =>
  expectNoLossOver(mode, hours, 4),
);
