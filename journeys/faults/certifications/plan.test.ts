import { expect, test } from 'vitest';
import { createRandom } from '../random.ts';
import { chooseRows, groupsOf } from './plan.ts';
import { clash, NOT_PLAYED, ROW_NAMES, ROWS } from './rows.ts';

const QUICK = ROW_NAMES.filter((name) => ROWS[name].isQuick);

test('every quick row is played once, and no two of a run touch the same', () => {
  const groups = groupsOf(QUICK);
  expect(groups.flat().toSorted()).toEqual(QUICK);
  for (const group of groups) {
    expect(group.length).toBeLessThanOrEqual(3);
    for (const one of group) for (const other of group) expect(one !== other && clash(one, other)).toBe(false);
  }
});

test('no more runs are needed than there are rows of the authority, which cannot share one', () => {
  const ofAuthority = QUICK.filter((name) => (ROWS[name].touches as readonly string[]).includes('authority'));
  expect(groupsOf(QUICK)).toHaveLength(ofAuthority.length);
});

test('as many runs as there are rows leave none out, whatever chance adds', () => {
  const chosen = ROW_NAMES.flatMap((_, run) => chooseRows(run, { among: ROW_NAMES, others: QUICK, random: createRandom(run) }));
  expect(new Set(chosen)).toEqual(new Set(ROW_NAMES));
});

test('the same seed chooses the same rows', () => {
  const choose = () =>
    ROW_NAMES.map((_, run) => chooseRows(run, { among: ROW_NAMES, others: QUICK, random: createRandom(9 + run) }));
  expect(choose()).toEqual(choose());
});

test('a row is played, or it is said why not', () => {
  const asked = ['F02', 'F03', 'F04', 'F05', 'F18', ...numbers(21, 31), ...numbers(42, 48), ...numbers(8, 20), 'F35', 'F36'];
  const known = new Set<string>([...ROW_NAMES, ...Object.keys(NOT_PLAYED)]);
  expect(asked.filter((name) => !known.has(name))).toEqual([]);
});

function numbers(from: number, to: number): string[] {
  return Array.from({ length: to - from + 1 }, (_, index) => `F${String(from + index).padStart(2, '0')}`);
}
