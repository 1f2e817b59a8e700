// npm run faults:live -- [--runs 20] [--seed S] [--minutes N] [--faults a,b]
// Live subscriptions under faults, checked against the log. Exit code 1 when a rule was broken. See docs/faults.md.
import { cp } from 'node:fs/promises';
import { cpus, loadavg } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { ROOT } from '../src/compose.ts';
import { RULES, type Rule } from './check-history.ts';
import { namesOf, wholeNumber } from './command-line.ts';
import { percentile } from './figures.ts';
import { FAULT_NAMES, FAULTS } from './nemesis.ts';
import { playRun, type RunOutcome } from './run.ts';
import { startSystem } from './system.ts';

const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '20' },
    seed: { type: 'string' },
    minutes: { type: 'string', default: '15' },
    faults: { type: 'string' },
    list: { type: 'boolean', default: false },
    verbose: { type: 'boolean', default: false },
  },
});
const runs = wholeNumber('--runs', values.runs);
const minutes = wholeNumber('--minutes', values.minutes);
const seed = values.seed === undefined ? Date.now() % 1_000_000 : wholeNumber('--seed', values.seed);
const among = values.faults === undefined ? FAULT_NAMES : namesOf('--faults', values.faults, FAULT_NAMES);
if (values.list) {
  for (const name of FAULT_NAMES) say(`${name.padEnd(18)} ${FAULTS[name].says}`);
  process.exit(0);
}

const startedAt = Date.now();
const deadline = startedAt + minutes * 60_000;
const folder = join(ROOT, '.cache/faults', String(seed));
say(`seed ${seed}: ${runs} runs, at most ${minutes} min; histories in ${folder}`);
const system = await startSystem();
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void system.stop().then(() => process.exit(130)));
say(`the system is up after ${seconds(Date.now() - startedAt)}`);

const outcomes: RunOutcome[] = [];
let failure: unknown;
try {
  for (let run = 0; run < runs && Date.now() < deadline; run += 1) {
    const onTrouble = (what: string) => {
      if (values.verbose) say(`  trouble: ${what}`);
    };
    const outcome = await playRun(system, { run, seed: seed + run, among, folder, onTrouble });
    outcomes.push(outcome);
    report(outcome);
  }
} catch (thrown) {
  failure = thrown;
} finally {
  if (failure !== undefined || outcomes.some(({ violations }) => violations.length > 0)) {
    const isLog = (path: string) => path === system.processes.folder || path.endsWith('.log');
    await cp(system.processes.folder, join(folder, 'logs'), { recursive: true, filter: isLog });
    say(`what the processes said: ${join(folder, 'logs')}`);
  }
  await system.stop();
}
summarize();
if (failure !== undefined) console.error(failure);
process.exit(failure !== undefined || outcomes.some(({ violations }) => violations.length > 0) ? 1 : 0);

function report({ run, faults, seconds: took, violations, figures, file }: RunOutcome): void {
  const waits = figures.resumes.map(({ ms }) => ms);
  say(
    `run ${String(run + 1).padStart(2)}/${runs} ${faults.join(' + ')}: ${took.toFixed(0)} s, ${figures.events} events, told ${figures.told}, ` +
      `${figures.connections} connections, ${figures.cuts} cuts, resume p50 ${show(percentile(waits, 0.5))} max ${show(percentile(waits, 1))}, ` +
      `load ${(loadavg()[0] ?? 0).toFixed(0)} on ${cpus().length} cores, ` +
      `${violations.length === 0 ? 'all rules held' : `${violations.length} VIOLATIONS`}`,
  );
  for (const { rule, what } of violations.slice(0, 10)) say(`    ${rule}: ${what}`);
  if (violations.length > 0) say(`    history: ${file}`);
}

function summarize(): void {
  const sum = (count: (outcome: RunOutcome) => number) => outcomes.reduce((total, outcome) => total + count(outcome), 0);
  const broken = (rule: Rule) => sum(({ violations }) => violations.filter((one) => one.rule === rule).length);
  const resumes = outcomes.flatMap(({ figures }) => figures.resumes);
  const delays = outcomes.flatMap(({ figures }) => figures.delays);
  say('');
  say(
    `${outcomes.length} runs in ${seconds(Date.now() - startedAt)}, seed ${seed}: ${sum(({ figures }) => figures.events)} events in the log, told ${sum(({ figures }) => figures.told)} times; ` +
      `${sum(({ figures }) => figures.connections)} connections, ${sum(({ figures }) => figures.cuts)} cuts, ${sum(({ figures }) => figures.queries)} queries`,
  );
  say(
    `lost ${broken('LOST')}, duplicate ${broken('DUPLICATE')}, out of order ${broken('ORDER')}, behind ${broken('BEHIND')}, ` +
      `RESETs ${sum(({ figures }) => figures.resets)} (not due ${broken('RESET')})`,
  );
  for (const rule of Object.keys(RULES) as Rule[]) if (broken(rule) > 0) say(`  ${rule}: ${broken(rule)} times ${RULES[rule]}`);
  const waits = resumes.map(({ ms }) => ms);
  say(
    `resume (goal p99 3 s): p50 ${show(percentile(waits, 0.5))}, p99 ${show(percentile(waits, 0.99))}, max ${show(percentile(waits, 1))} of ${waits.length}`,
  );
  for (const transport of new Set(resumes.map((one) => one.transport))) line(transport, (one) => one.transport === transport);
  for (const name of FAULT_NAMES) line(name, (one) => one.faults.includes(name));
  say(
    `delay of events over connections that lasted: p50 ${show(percentile(delays, 0.5))}, p99 ${show(percentile(delays, 0.99))}, max ${show(percentile(delays, 1))}`,
  );

  function line(name: string, belongs: (one: (typeof resumes)[number]) => boolean): void {
    const mine = resumes.filter(belongs).map(({ ms }) => ms);
    if (mine.length === 0) return;
    say(
      `  ${name.padEnd(18)} ${String(Math.round((100 * mine.length) / waits.length)).padStart(3)} % of the resumes: ` +
        `p50 ${show(percentile(mine, 0.5))}, p99 ${show(percentile(mine, 0.99))}, max ${show(percentile(mine, 1))}`,
    );
  }
}

function show(ms: number | undefined): string {
  return ms === undefined ? '-' : seconds(ms);
}

function seconds(ms: number): string {
  return `${(ms / 1_000).toFixed(2)} s`;
}

function say(text: string): void {
  console.log(text);
}
