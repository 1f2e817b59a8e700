// Our gateway against others and against the floor, all in one run, rounds interleaved, answers compared deeply first. What each figure means:
// docs/benchmarks.md. Usage: npm run bench -- gateway [--set ours,apollo,floor] [--workload big,page,light,journey] [--setting distinct,one]
// [--rounds 5] [--seconds 3] [--connections 32] [--minutes 30] [--out FILE]
import { parseArgs } from 'node:util';
import { CONTENDERS } from './gateway/contenders.ts';
import { WORKLOADS } from './gateway/graph/workloads.ts';
import { compareJourney } from './gateway/journey/compare.ts';
import { machine } from './gateway/measure/machine.ts';
import { choose, number } from './gateway/measure/options.ts';
import { SETTINGS } from './gateway/measure/settings.ts';
import { RAISED_LIMITS } from './gateway/processes/bench-tenant.ts';
import { race } from './gateway/race.ts';

/** The operations of a learner's journey through the real academy: ours against stock alone, whose islands both call in process. */
const JOURNEY = 'journey';
const KINDS = [...WORKLOADS.map(({ name }) => name), JOURNEY];
const LONGEST_WARM_MS = 3_000;

const { values } = parseArgs({
  options: {
    set: { type: 'string', default: CONTENDERS.map(({ name }) => name).join(',') },
    workload: { type: 'string', default: KINDS.join(',') },
    setting: { type: 'string', default: SETTINGS.map(({ name }) => name).join(',') },
    rounds: { type: 'string', default: '5' },
    seconds: { type: 'string', default: '3' },
    connections: { type: 'string', default: '32' },
    minutes: { type: 'string', default: '30' },
    out: { type: 'string' },
  },
});
const contenders = choose('--set', values.set, CONTENDERS, ({ name }) => name);
const kinds = choose('--workload', values.workload, KINDS, (name) => name);
const settings = choose('--setting', values.setting, SETTINGS, ({ name }) => name);
const rounds = number('--rounds', values.rounds, 1);
const connections = number('--connections', values.connections, 1);
const seconds = number('--seconds', values.seconds, 0.1);
const minutes = number('--minutes', values.minutes, 0.1);
const redisUrl = process.env['TEST_REDIS_URL'];
if (redisUrl === undefined) throw new Error('Run it through `npm run bench -- gateway`, which brings Redis.');

const workloads = WORKLOADS.filter(({ name }) => kinds.includes(name));
/** What one contender may take in one workload and setting: a quarter of it warms it up. */
const shareMs = (minutes * 60_000) / (Math.max(1, workloads.length) * settings.length * contenders.length);
const warmMs = Math.min(LONGEST_WARM_MS, shareMs / 4);
const ms = Math.min(seconds * 1_000, (shareMs - warmMs) / rounds);

console.log(machine());
console.log(`${rounds} rounds of ${(ms / 1_000).toFixed(1)} s, interleaved, ${connections} connections`);
const { maxDepth, maxSelections, maxCost } = RAISED_LIMITS;
console.log(`our limits are raised for it: depth ${maxDepth}, selections ${maxSelections}, cost ${maxCost}`);
if (workloads.length > 0) {
  await race({ contenders, workloads, settings, rounds, connections, ms, warmMs, redisUrl, outFile: values.out });
}
if (kinds.includes(JOURNEY)) {
  console.log("\na learner's journey through the academy, islands in process, one request at a time");
  await compareJourney({ rounds, ms: Math.min(ms, 1_000) });
}
