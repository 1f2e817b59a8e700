import { median, short, table } from './figures.ts';
import type { Figures } from './stretch.ts';

/** What one contender did in the rounds of one workload and setting. */
export type Cell = { readonly name: string; readonly rounds: readonly Figures[] };

/** A reach that issue 3 asks for. */
type Goal = {
  readonly workload: string;
  readonly setting: string;
  readonly of: string;
  readonly against: string;
  readonly figure: 'rps' | 'p99Ms';
  /** `rps`: at least this many times the other's. `p99Ms`: at most this share of the other's. */
  readonly ratio: number;
};

const DISTINCT = 'distinct principals';
const ONE = 'one principal';
const rps = (workload: string, setting: string, of: string, against: string, ratio: number): Goal => ({
  ...{ workload, setting, of, against, ratio },
  figure: 'rps',
});

const GOALS: readonly Goal[] = [
  rps('big', DISTINCT, 'ours', 'apollo', 10),
  rps('big', DISTINCT, 'ours', 'hive-rust', 3),
  rps('big', DISTINCT, 'ours', 'floor', 0.35),
  rps('big', DISTINCT, 'ours-in-process', 'apollo', 20),
  { workload: 'big', setting: DISTINCT, of: 'ours', against: 'apollo', figure: 'p99Ms', ratio: 1 / 3 },
  rps('page', DISTINCT, 'ours', 'apollo', 6),
  rps('page', DISTINCT, 'ours', 'hive-rust', 6),
  rps('page', DISTINCT, 'ours', 'floor', 0.35),
  { workload: 'page', setting: DISTINCT, of: 'ours', against: 'apollo', figure: 'p99Ms', ratio: 1 / 3 },
  rps('big', ONE, 'ours', 'hive-rust-shared', 3),
];

/** The median of one figure over the rounds. */
function middle(cell: Cell, figure: keyof Figures): number {
  return median(cell.rounds.map((round) => round[figure]));
}

/** The figures of one workload and setting, and each contender's ratio to ours and to the stock gateway. */
export function cellsTable(cells: readonly Cell[]): string {
  const rpsOf = (name: string) => {
    const cell = cells.find((one) => one.name === name);
    return cell === undefined ? Number.NaN : middle(cell, 'rps');
  };
  const head = ['', 'req/s', 'least', 'most', 'p50 ms', 'p99 ms', 'CPU ms/req', 'CPU %', 'RSS MB', 'calls/req', 'other core %'];
  const rows = cells.map((cell) => {
    const each = cell.rounds.map((round) => round.rps);
    return [
      cell.name + troubleOf(cell),
      short(middle(cell, 'rps')),
      short(Math.min(...each)),
      short(Math.max(...each)),
      short(middle(cell, 'p50Ms')),
      short(middle(cell, 'p99Ms')),
      short(middle(cell, 'cpuMsPerRequest')),
      middle(cell, 'cpuPercent').toFixed(0),
      middle(cell, 'rssMb').toFixed(0),
      middle(cell, 'callsPerRequest').toFixed(2),
      middle(cell, 'otherCpuPercent').toFixed(0),
      `×${short(middle(cell, 'rps') / rpsOf('apollo'))}`,
      `×${short(middle(cell, 'rps') / rpsOf('floor'))}`,
    ];
  });
  return table([...head, 'to apollo', 'to floor'], rows);
}

/** The goals that this run has both sides of, each with what was got. */
export function goalLines(workload: string, setting: string, cells: readonly Cell[]): string[] {
  const lines: string[] = [];
  for (const goal of GOALS.filter((one) => one.workload === workload && one.setting === setting)) {
    const [side, other] = [goal.of, goal.against].map((name) => cells.find((cell) => cell.name === name));
    if (side === undefined || other === undefined) continue;
    const got = middle(side, goal.figure) / middle(other, goal.figure);
    const isReached = goal.figure === 'rps' ? got >= goal.ratio : got <= goal.ratio;
    const what = goal.figure === 'rps' ? 'requests/s' : 'p99';
    const asked = goal.figure === 'rps' ? `at least ×${short(goal.ratio)}` : `at most ×${short(goal.ratio)}`;
    lines.push(
      `${isReached ? 'reached' : 'MISSED '}  ${what} of ${goal.of} to ${goal.against}: ×${short(got)} (asked: ${asked})`,
    );
  }
  return lines;
}

function troubleOf(cell: Cell): string {
  const sum = (figure: 'refused' | 'odd' | 'broken') => cell.rounds.reduce((total, round) => total + round[figure], 0);
  const [refused, odd, broken] = [sum('refused'), sum('odd'), sum('broken')];
  return refused + odd + broken === 0 ? '' : ` (${refused} refused, ${odd} of odd length, ${broken} broken)`;
}
