import { pause } from '../pause.ts';
import type { Random } from '../random.ts';
import type { CaseStrike, Row } from './row.ts';
import { AUTHORITY_ROWS } from './rows-authority.ts';
import { PEOPLE_ROWS } from './rows-people.ts';
import { POSTGRES_ROWS } from './rows-postgres.ts';
import { REDIS_ROWS } from './rows-redis.ts';
import { SAGA_ROWS } from './rows-saga.ts';

/** A row that is not in force from the start begins within this time. */
const BEGIN_WITHIN_MS = 2_500;
const AT_ONCE = 3;

const SINGLE = { ...REDIS_ROWS, ...POSTGRES_ROWS, ...AUTHORITY_ROWS, ...SAGA_ROWS, ...PEOPLE_ROWS };
type SingleName = keyof typeof SINGLE;

/** Every row that can be played, by its number in the matrix. */
export const ROWS = {
  ...SINGLE,
  F48: {
    touches: ['authority', 'certification', 'conocer', 'courses', 'postgres', 'redis', 'people'],
    says: 'three quick rows at once, by chance',
    isQuick: false,
    isFirst: true,
    async strike(given) {
      const names = await threeOf(given.random);
      const notes: string[] = [];
      await Promise.all(names.map((name) => strikeWith(name, given, notes)));
      return `${names.join(', ')}: ${notes.join(', ')}`;
    },
  },
} satisfies Record<string, Row>;
export type RowName = keyof typeof ROWS;
export const ROW_NAMES = (Object.keys(ROWS) as RowName[]).sort();

/** Rows of the matrix that these runs do not play, and why. */
export const NOT_PLAYED = {
  F31: 'a flood of 10,000 submissions of one tenant needs more people than the seed has; the bench of the backlog measures it',
} as const;

/** The row's fault comes at its moment and goes; what is worth a note is added to `notes`. */
export async function strikeWith(name: RowName, given: CaseStrike, notes: string[]): Promise<void> {
  const { history, random } = given;
  const row: Row = ROWS[name];
  if (row.isFirst !== true) await pause(random.whole(0, BEGIN_WITHIN_MS));
  history.add({ op: 'fault', name, phase: 'begins' });
  const note = await row.strike(given);
  history.add({ op: 'fault', name, phase: 'over', ...(note === undefined ? {} : { note }) });
  if (note !== undefined) notes.push(note);
}

/** Both plan the authority's answers, or both do something to the same process. */
export function clash(one: RowName, other: RowName): boolean {
  const touches = new Set<string>(ROWS[one].touches);
  return one === other || ROWS[other].touches.some((what) => touches.has(what));
}

async function threeOf(random: Random): Promise<SingleName[]> {
  const left = (Object.keys(SINGLE) as SingleName[]).filter((name) => SINGLE[name].isQuick);
  const chosen: SingleName[] = [];
  while (chosen.length < AT_ONCE) {
    const fitting = left.filter((name) => !chosen.some((other) => clash(name, other)));
    const name = random.pick(fitting);
    const row: Row = SINGLE[name];
    left.splice(left.indexOf(name), 1);
    if ((await row.missing?.()) === undefined) chosen.push(name);
  }
  return chosen;
}
