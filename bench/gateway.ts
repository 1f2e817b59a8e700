// Our gateway against others and against the floor, all in one run, rounds interleaved, answers compared deeply first. What each figure means:
// docs/benchmarks.md. Usage: npm run bench -- gateway [--set ours,apollo,floor] [--workload big,page,light] [--setting distinct,one]
// [--rounds 5] [--seconds 3] [--connections 32] [--minutes 30] [--out FILE]
import { appendFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { type OpenArena, openArena } from './gateway/arena.ts';
import { CONTENDERS, enter, type Running } from './gateway/contenders.ts';
import { bodiesOf, WORKLOADS, type Workload } from './gateway/graph/workloads.ts';
import { machine } from './gateway/measure/machine.ts';
import { choose, number } from './gateway/measure/options.ts';
import { type Cell, cellsTable, goalLines } from './gateway/measure/report.ts';
import { type Figures, measure } from './gateway/measure/stretch.ts';
import { findDifference } from './gateway/measure/verify.ts';
import { RAISED_LIMITS } from './gateway/processes/bench-tenant.ts';

const SETTINGS = { distinct: 'distinct principals', one: 'one principal' } as const;
type Setting = keyof typeof SETTINGS;

/** A multiple of every workload's number of bodies, so that each token meets one body only. */
const PEOPLE = 2_000;
const WARM_MS = 3_000;

const { values } = parseArgs({
  options: {
    set: { type: 'string', default: CONTENDERS.map(({ name }) => name).join(',') },
    workload: { type: 'string', default: WORKLOADS.map(({ name }) => name).join(',') },
    setting: { type: 'string', default: Object.keys(SETTINGS).join(',') },
    rounds: { type: 'string', default: '5' },
    seconds: { type: 'string', default: '3' },
    connections: { type: 'string', default: '32' },
    minutes: { type: 'string', default: '30' },
    out: { type: 'string' },
  },
});
const chosen = choose('--set', values.set, CONTENDERS, ({ name }) => name);
const workloads = choose('--workload', values.workload, WORKLOADS, ({ name }) => name);
const settings = choose('--setting', values.setting, Object.keys(SETTINGS) as Setting[], (name) => name);
const rounds = number('--rounds', values.rounds, 1);
const connections = number('--connections', values.connections, 1);
const stretches = workloads.length * settings.length * chosen.length * (rounds + 1);
const ms =
  Math.min(number('--seconds', values.seconds, 0.1), (number('--minutes', values.minutes, 0.1) * 60) / stretches) * 1_000;
const redisUrl = process.env['TEST_REDIS_URL'];
if (redisUrl === undefined) throw new Error('Run it through `npm run bench -- gateway`, which brings Redis.');

console.log(machine());
console.log(`${rounds} rounds of ${(ms / 1_000).toFixed(1)} s, interleaved, ${connections} connections, ${PEOPLE} people`);
const { maxDepth, maxSelections, maxCost } = RAISED_LIMITS;
console.log(`our limits are raised for it: depth ${maxDepth}, selections ${maxSelections}, cost ${maxCost}\n`);

const recorded = WORKLOADS.flatMap(bodiesOf);
const open = await openArena({ graph: 'big', people: PEOPLE, redisUrl, recorded });
const running: Running[] = [];
try {
  for (const contender of chosen) {
    const entered = await enter(contender, open.arena);
    console.log(`${contender.name.padEnd(17)} ${'missing' in entered ? `NOT HERE: ${entered.missing}` : contender.about}`);
    if (!('missing' in entered)) running.push(entered);
  }
  for (const workload of workloads) for (const setting of settings) await compare(open, workload, setting);
} finally {
  await Promise.all(running.map((one) => one.process.stop()));
  await open.close();
}

async function compare(arena: OpenArena, workload: Workload, setting: Setting): Promise<void> {
  console.log(`\n${workload.name}, ${SETTINGS[setting]}: ${workload.about}`);
  const bodies = bodiesOf(workload);
  const tokens = setting === 'one' ? arena.tokens.slice(0, 1) : arena.tokens;
  const load = (from: number, duration: number) => ({ bodies, tokens, connections, ms: duration, from });
  const cells: (Cell & { readonly running: Running; readonly rounds: Figures[] })[] = [];
  for (const one of running) {
    const { only } = one.contender;
    if (only !== undefined && only !== SETTINGS[setting]) continue;
    const difference = await findDifference(one, workload, arena.tokens[0] ?? '');
    if (difference !== undefined) {
      console.log(`${one.contender.name} is left out: ${difference}`);
      continue;
    }
    await warmUp(arena, one, load);
    cells.push({ name: one.contender.name, running: one, rounds: [] });
  }
  for (let round = 0; round < rounds; round += 1) {
    for (const cell of cells) {
      const figures = await measure(arena, cell.running, load(round * 1_000, ms));
      cell.rounds.push(figures);
      if (values.out !== undefined) {
        const row = { time: new Date().toISOString(), workload: workload.name, setting, name: cell.name, round, connections };
        appendFileSync(values.out, `${JSON.stringify({ ...row, ...figures })}\n`);
      }
    }
  }
  console.log(cellsTable(cells));
  for (const line of goalLines(workload.name, SETTINGS[setting], cells)) console.log(line);
  for (const cell of cells) {
    const difference = await findDifference(cell.running, workload, arena.tokens[0] ?? '');
    if (difference !== undefined) console.log(`AFTER THE RUN ${cell.name} answers something else: ${difference}`);
  }
}

/** Until the contender is hot, and the subgraphs have seen everything that it will ask of them. */
async function warmUp(
  arena: OpenArena,
  one: Running,
  load: (from: number, duration: number) => Parameters<typeof measure>[2],
): Promise<void> {
  let asked = 0;
  const everything = load(0, 0).bodies.length;
  for (let round = 0; round < 5 && (round === 0 || asked < everything); round += 1) {
    asked += (await measure(arena, one, load(asked, Math.max(WARM_MS, ms)))).requests;
  }
}
