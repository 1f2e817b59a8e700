import { median, short, table } from '../gateway/measure/figures.ts';
import { ratioOf, told } from '../gateway/measure/ratio.ts';
import type { Stage, Stretch } from './stage.ts';

/** Security on may cost this many times what the same costs without. */
const REACH = 1.15;
const STRETCH_MS = 500;
const CONNECTIONS = 16;
/** Requests of each side, one by one and in turns, between two stretches of load. */
const SINGLES = 12;

type Pair<Figure> = readonly [on: Figure, off: Figure];

/** Prints, for each operation, on against off: how long one request takes by itself, and what sixteen connections get and use. */
export async function compareGraph(stage: Stage, ms: number): Promise<void> {
  const until = performance.now() + ms;
  const taken = stage.operations.map((operation) => ({
    operation,
    alone: [] as Pair<number>[],
    together: [] as Pair<Stretch>[],
  }));
  for (let turn = 0; turn < 4 || performance.now() < until; turn += 1) {
    for (const { operation, alone, together } of taken) {
      for (let one = 0; one < SINGLES; one += 1) {
        const number = turn * SINGLES + one;
        alone.push(await pair(number, (variant) => stage.time(variant, operation, number)));
      }
      together.push(await pair(turn, (variant) => stage.run(variant, operation, CONNECTIONS, STRETCH_MS)));
    }
  }
  const [first] = taken;
  console.log(
    `\nSecurity on against off, in turns: ${first?.alone.length} requests of each one at a time, ${first?.together.length} stretches of ${STRETCH_MS} ms; medians, 95 % intervals`,
  );
  for (const { operation, alone, together } of taken) {
    console.log(`\n${operation.name}`);
    console.log(
      table(
        ['', 'on', 'off', 'on / off', ''],
        [
          row('one at a time, ms', alone, (ms) => ms),
          row(`${CONNECTIONS} connections, ms of all a request`, together, ({ perSecond }) => 1_000 / perSecond),
          row('CPU of gateway and islands, ms a request', together, ({ cpuMs }) => cpuMs),
        ],
      ),
    );
  }
}

function row<Figure>(what: string, pairs: readonly Pair<Figure>[], figure: (one: Figure) => number): string[] {
  const figures = pairs.map(([on, off]) => [figure(on), figure(off)] as const);
  const ratio = ratioOf(figures);
  return [
    what,
    short(median(figures.map(([on]) => on))),
    short(median(figures.map(([, off]) => off))),
    told(ratio),
    ratio.middle <= REACH ? `within ${REACH}` : `ABOVE ${REACH}`,
  ];
}

/** Both sides, whoever is first taking turns. */
async function pair<Figure>(turn: number, run: (variant: 'on' | 'off') => Promise<Figure>): Promise<Pair<Figure>> {
  if (turn % 2 === 0) return [await run('on'), await run('off')];
  const off = await run('off');
  return [await run('on'), off];
}
