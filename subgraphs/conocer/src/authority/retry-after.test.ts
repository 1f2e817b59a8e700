import { expect, test } from 'vitest';
import { retryAfterOf } from './retry-after.ts';

test.each([
  ['seconds', { 'retry-after': '120' }, { retryAfterMs: 120_000 }],
  [
    'a date, by the answer’s own clock',
    { 'retry-after': 'Fri, 31 Dec 1999 23:59:59 GMT', date: 'Fri, 31 Dec 1999 23:58:59 GMT' },
    { retryAfterMs: 60_000 },
  ],
  ['more than an hour', { 'retry-after': '999999' }, { retryAfterMs: 3_600_000 }],
  ['a date without a clock', { 'retry-after': 'Fri, 31 Dec 1999 23:59:59 GMT' }, {}],
  ['a date that is over', { 'retry-after': 'Fri, 31 Dec 1999 23:58:59 GMT', date: 'Fri, 31 Dec 1999 23:59:59 GMT' }, {}],
  ['nonsense', { 'retry-after': '-5' }, {}],
  ['nothing', {}, {}],
])('Retry-After: %s', (_what, headers, expected) => {
  expect(retryAfterOf(headers)).toEqual(expected);
});
