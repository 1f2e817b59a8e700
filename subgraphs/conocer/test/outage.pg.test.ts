import { test } from 'vitest';
import { expectNoLossOver } from './outage.ts';

test.each([
  ['says 500 for ten minutes', 'e500', 1 / 6],
  ['cannot be reached for an hour', 'resetBefore', 1],
  ['says 503 with Retry-After for an hour', 'e503retry', 1],
] as const)('an authority that %s gets every submission once when it is back', (_what, mode, hours) =>
  expectNoLossOver(mode, hours, 4),
);
