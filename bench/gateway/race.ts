import { appendFileSync } from 'node:fs';
import { type OpenArena, openArena } from './arena.ts';
import type { Contender } from './contenders.ts';
import { enter, type Running } from './enter.ts';
import { bodiesOf, WORKLOADS, type Workload } from './graph/workloads.ts';
import { fallbacksOf } from './measure/fallbacks.ts';
import { cellsTable, goalLines } from './measure/report.ts';
import type { Setting } from './measure/settings.ts';
import { type Figures, type Load, measure } from './measure/stretch.ts';
import { findDifference } from './measure/verify.ts';

export type RaceOptions = {
  readonly contenders: readonly Contender[];
  readonly workloads: readonly Workload[];
  readonly settings: readonly Setting[];
  readonly rounds: number;
  readonly connections: number;
  /** Of one round of one contender. */
  readonly ms: number;
  readonly warmMs: number;
  readonly redisUrl: string;
  /** Each round is appended to it as a line of JSON. */
  readonly outFile: string | undefined;
};

type Cell = { readonly name: string; readonly running: Running; readonly rounds: Figures[] };

/** Stretches that a contender may take to warm up, if one does not bring every request once. */
const WARM_STRETCHES = 4;

/** Prints the figures of every contender in every workload and setting; one that is not here or answers wrongly is named with the reason. */
export async function race(options: RaceOptions): Promise<void> {
  const people = Math.max(...options.settings.map((setting) => setting.people));
  const recorded = WORKLOADS.flatMap(bodiesOf);
  const open = await openArena({ graph: 'big', people, redisUrl: options.redisUrl, recorded });
  const running: Running[] = [];
  try {
    for (const contender of options.contenders) {
      const entered = await enter(contender, open.arena);
      console.log(`${contender.name.padEnd(19)} ${'missing' in entered ? `NOT HERE: ${entered.missing}` : contender.about}`);
      if (!('missing' in entered)) running.push(entered);
    }
    for (const workload of options.workloads) {
      for (const setting of options.settings) await compare(open, running, workload, setting, options);
    }
    console.log();
    for (const one of running) {
      const fallbacks = await fallbacksOf(one);
      if (fallbacks !== undefined) console.log(`${one.contender.name}: ${fallbacks} operations fell back to the stock executor`);
    }
  } finally {
    await Promise.all(running.map((one) => one.process.stop()));
    await open.close();
  }
}

async function compare(
  open: OpenArena,
  running: readonly Running[],
  workload: Workload,
  setting: Setting,
  options: RaceOptions,
): Promise<void> {
  console.log(`\n${workload.name}, ${setting.title}: ${workload.about}`);
  const token = open.tokens[0] ?? '';
  const load = {
    bodies: bodiesOf(workload),
    tokens: open.tokens.slice(0, setting.people),
    connections: options.connections,
  };
  const cells: Cell[] = [];
  for (const one of running) {
    const { only, name } = one.contender;
    if (only !== undefined && only !== setting.title) continue;
    const difference = await findDifference(one, workload, token);
    if (difference !== undefined) {
      console.log(`${name} is left out: ${difference}`);
      continue;
    }
    await warmUp(open, one, { ...load, ms: options.warmMs, from: 0 });
    cells.push({ name, running: one, rounds: [] });
  }
  for (let round = 0; round < options.rounds; round += 1) {
    for (const cell of cells) {
      const figures = await measure(open, cell.running, { ...load, ms: options.ms, from: 0 });
      cell.rounds.push(figures);
      if (options.outFile === undefined) continue;
      const place = { time: new Date().toISOString(), workload: workload.name, setting: setting.name, name: cell.name, round };
      appendFileSync(options.outFile, `${JSON.stringify({ ...place, connections: options.connections, ...figures })}\n`);
    }
  }
  console.log(cellsTable(cells));
  for (const line of goalLines(workload.name, setting.title, cells)) console.log(line);
  for (const cell of cells) {
    const difference = await findDifference(cell.running, workload, token);
    if (difference !== undefined) console.log(`AFTER THE RUN ${cell.name} answers something else: ${difference}`);
  }
}

/** Until the contender is hot, has seen every token, and the subgraphs everything that it will ask of them. */
async function warmUp(open: OpenArena, one: Running, load: Load): Promise<void> {
  const everything = Math.max(load.bodies.length, load.tokens.length);
  let asked = 0;
  for (let stretch = 0; stretch < WARM_STRETCHES && (stretch === 0 || asked < everything); stretch += 1) {
    asked += (await measure(open, one, { ...load, from: asked })).requests;
  }
}
