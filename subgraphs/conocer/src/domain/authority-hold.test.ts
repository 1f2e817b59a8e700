import { expect, test } from 'vitest';
import { type AuthorityStanding, holdAuthority } from './authority-hold.ts';

const bounds = { firstMs: 1_000, maxMs: 900_000 };
const at = (ms: number) => new Date(ms);
const answering = { kind: 'answering' } as const;

test('it is tried again after 1 s, 2, 4… and then once a minute, and stays away since the first failure', () => {
  let standing: AuthorityStanding = answering;
  let ms = 5_000;
  const waits: number[] = [];
  for (let n = 0; n < 9; n += 1) {
    standing = holdAuthority(standing, { cause: 'HTTP_503' }, bounds, 0, at(ms));
    if (standing.kind !== 'away') throw new Error('It answers.');
    waits.push((standing.heldUntil.getTime() - ms) / 1_000);
    ms = standing.heldUntil.getTime();
    expect(standing.since).toEqual(at(5_000));
  }
  expect(waits).toEqual([1, 2, 4, 8, 16, 32, 60, 60, 60]);
});

test('calls that were under way together put it off once', () => {
  const first = holdAuthority(answering, { cause: 'DEADLINE' }, bounds, 0, at(0));
  expect(holdAuthority(first, { cause: 'HTTP_429', retryAfterMs: 90_000 }, bounds, 0, at(10))).toEqual(first);
});

test('it is left alone for as long as it asked for', () => {
  expect(holdAuthority(answering, { cause: 'HTTP_429', retryAfterMs: 90_000 }, bounds, 1, at(0))).toMatchObject({
    heldUntil: at(90_000),
    tries: 1,
  });
});
