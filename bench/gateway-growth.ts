// How the time of one byte, one fetch and one request changes as there are more of them: our gateway and the stock one in the same run, rounds
// interleaved, answers compared first. Usage: npm run bench -- gateway-growth [--set ours,apollo] [--rounds 3] [--seconds 1] [--write]
// --write: the picture goes to docs/gateway-growth.svg.
import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { isDeepStrictEqual, parseArgs } from 'node:util';
import { openArena } from './gateway/arena.ts';
import { CONTENDERS } from './gateway/contenders.ts';
import { enter, type Running } from './gateway/enter.ts';
import { type Panel, picture } from './gateway/growth/picture.ts';
import { growthSeries, type Point, perUnitMs, type Series } from './gateway/growth/points.ts';
import { median, table } from './gateway/measure/figures.ts';
import { machine } from './gateway/measure/machine.ts';
import { choose, number } from './gateway/measure/options.ts';
import { type Figures, measure } from './gateway/measure/stretch.ts';
import { askFor } from './gateway/measure/verify.ts';
import { RAISED_LIMITS } from './gateway/processes/bench-tenant.ts';

const PICTURE = resolve(import.meta.dirname, '../docs/gateway-growth.svg');

const { values } = parseArgs({
  options: {
    set: { type: 'string', default: 'ours,apollo' },
    rounds: { type: 'string', default: '3' },
    seconds: { type: 'string', default: '1' },
    write: { type: 'boolean', default: false },
  },
});
const chosen = choose(
  '--set',
  values.set,
  CONTENDERS.filter(({ name }) => name !== 'mercurius'),
  ({ name }) => name,
);
const rounds = number('--rounds', values.rounds, 1);
const ms = number('--seconds', values.seconds, 0.1) * 1_000;
const redisUrl = process.env['TEST_REDIS_URL'];
if (redisUrl === undefined) throw new Error('Run it through `npm run bench -- gateway-growth`, which brings Redis.');

console.log(machine());
const { maxDepth, maxSelections, maxCost } = RAISED_LIMITS;
console.log(`${rounds} rounds of ${ms / 1_000} s, interleaved`);
console.log(`our limits are raised for it: depth ${maxDepth}, selections ${maxSelections}, cost ${maxCost}\n`);

const series = await growthSeries();
const recorded = series.flatMap(({ points }) => points.map(({ body }) => body));
const open = await openArena({ graph: 'growth', people: 100, redisUrl, recorded });
const running: Running[] = [];
const panels: Panel[] = [];
try {
  for (const contender of chosen) {
    const entered = await enter(contender, open.arena);
    if ('missing' in entered) console.log(`${contender.name} is not here: ${entered.missing}`);
    else running.push(entered);
  }
  for (const one of series) panels.push(await grow(one));
} finally {
  await Promise.all(running.map((one) => one.process.stop()));
  await open.close();
}
if (values.write) {
  const caption = `medians of ${rounds} rounds, ${new Date().toISOString().slice(0, 10)}; ${machine().split(';')[0]}`;
  writeFileSync(PICTURE, picture(panels, caption));
  console.log(`\nwritten: ${PICTURE}`);
}

async function grow({ title, unit, points }: Series): Promise<Panel> {
  console.log(`${title}: ms per ${unit}`);
  const taken = new Map(running.map((one) => [one.contender.name, points.map((): Figures[] => [])]));
  for (const [index, point] of points.entries()) {
    for (const one of running) {
      await compare(one, point);
      await measure(open, one, loadOf(point, 0));
    }
    for (let round = 1; round <= rounds; round += 1) {
      for (const one of running) {
        const figures = await measure(open, one, loadOf(point, round));
        if (figures.refused + figures.odd + figures.broken > 0) throw new Error(`${one.contender.name} failed under load.`);
        taken.get(one.contender.name)?.[index]?.push(figures);
      }
    }
  }
  const middles = (name: string, figure: 'seen' | 'cpu') =>
    points.map((point, index) => median((taken.get(name)?.[index] ?? []).map((one) => perUnitMs(point, one)[figure])));
  const names = running.map(({ contender: { name } }) => name);
  const columns = (['seen', 'cpu'] as const).flatMap((figure) =>
    names.map((name) => ({ name, figure, of: middles(name, figure) })),
  );
  const rows = points.map(({ amount }, index) => [
    amount.toLocaleString('en'),
    ...columns.map(({ of }) => (of[index] ?? Number.NaN).toPrecision(3)),
  ]);
  const head = columns.map(({ name, figure }) => `${name}${figure === 'cpu' ? ', CPU' : ''}`);
  console.log(`${table([title, ...head], rows)}\n`);
  const lines = names.map((name) => {
    const seen = middles(name, 'seen');
    return { name, points: points.map((point, index) => ({ x: point.amount, y: seen[index] ?? Number.NaN })) };
  });
  return { title, unit, lines };
}

function loadOf({ body, connections }: Point, round: number) {
  return { bodies: [body], tokens: open.tokens, connections, ms, from: round };
}

async function compare(one: Running, { body, wanted, amount }: Point): Promise<void> {
  const told = await askFor(one, body, open.tokens[0] ?? '');
  const answer = told.status === 200 ? (JSON.parse(told.text) as { data?: unknown }).data : undefined;
  if (!isDeepStrictEqual(answer, wanted)) {
    throw new Error(`${one.contender.name} answers something else at ${amount}: ${told.status} ${told.text.slice(0, 300)}`);
  }
}
