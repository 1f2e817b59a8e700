import { test } from 'vitest';
import { expectNoLossOver } from './outage.ts';

test.each([
  ['cannot be reached for a day', 'resetBefore'],
  ['says 503 with Retry-After for a day', 'e503retry'],
] as const)(
  'an authority that %s gets every submission once when it is back',
  (_what, mode) => expectNoLossOver(mode, 24, 8),
  240_000,
);
