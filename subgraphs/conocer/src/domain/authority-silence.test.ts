import { expect, test } from 'vitest';
import { silenceOf } from './authority-silence.ts';

const sentAt = new Date('2026-03-02T16:00:00.000Z');
const day = (days: number, ms = 0) => new Date(sentAt.getTime() + days * 86_400_000 + ms);

test.each([
  [day(0), null, null, day(60)],
  [day(60, -1), null, null, day(60)],
  [day(60), null, 60, day(80)],
  [day(60, 1), 60, null, day(80)],
  [day(80), 60, 80, day(90)],
  [day(90), 80, 90, null],
  [day(400), 90, null, null],
])('at %s, told of %s days, it tells %s', (now, told, tell, nextAt) => {
  expect(silenceOf(sentAt, told, now)).toEqual({ tell, nextAt });
});

test('a silence that was slept through is told once', () => {
  expect(silenceOf(sentAt, null, day(85))).toEqual({ tell: 80, nextAt: day(90) });
});
