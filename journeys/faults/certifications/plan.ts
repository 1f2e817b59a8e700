import type { Random } from '../random.ts';
import { clash, type RowName } from './rows.ts';

/** So many rows strike in one run at most, but for F48, which has three of its own. */
const MOST_AT_ONCE = 3;

/** Every row once, in as few runs as can easily be had: rows of one run do not touch the same. */
export function groupsOf(names: readonly RowName[]): RowName[][] {
  const groups: RowName[][] = [];
  for (const name of names) {
    const group = groups.find((others) => others.length < MOST_AT_ONCE && !others.some((other) => clash(name, other)));
    if (group === undefined) groups.push([name]);
    else group.push(name);
  }
  return groups;
}

/** Rows of run number `run`: one of `among` in turn, so that none is left out, and for every other run one more of `others` by chance. */
export function chooseRows(
  run: number,
  { among, others, random }: { among: readonly RowName[]; others: readonly RowName[]; random: Random },
): RowName[] {
  const first = among[run % among.length];
  if (first === undefined) throw new RangeError('Expected at least one row to play.');
  const second = run % 2 === 1 && others.length > 0 ? random.pick(others) : undefined;
  return second === undefined || clash(first, second) ? [first] : [first, second];
}
