import { expect, test } from 'vitest';
import type { CleanFeed, RowProblem } from './clean-feed.ts';
import { judgeFeed } from './judge-feed.ts';

function feed(listed: number, bad = 0, flaw: RowProblem['flaw'] = 'BAD_CODE'): CleanFeed {
  const standards = Array.from({ length: listed }, (_, index) => ({ code: `EC${index}` })) as unknown as CleanFeed['standards'];
  const problems = Array.from({ length: bad }, (_, index) => ({ row: index + 1, flaw, code: null }));
  return { received: listed + bad, standards, problems };
}
const doubt = (given: CleanFeed, before: number) => {
  const judged = judgeFeed(given, before);
  return judged.ok ? null : judged.error.kind;
};

test.each([
  ['no rows', feed(0), 0, 'EMPTY'],
  ['rows, none of them readable', feed(0, 50), 0, 'EMPTY'],
  ['half of what was listed', feed(750), 1_500, 'SHRUNK'],
  ['just more than a tenth less', feed(1_349), 1_500, 'SHRUNK'],
  ['a tenth less', feed(1_350), 1_500, null],
  ['more than before', feed(1_600), 1_500, null],
  ['one row in twenty unreadable', feed(95, 5), 90, null],
  ['more than that', feed(94, 6), 90, 'TOO_DIRTY'],
  ['any number of repetitions', feed(50, 50, 'REPEATED'), 50, null],
])('of a list with %s', (_name, given, before, expected) => {
  expect(doubt(given, before)).toBe(expected);
});
