// npm run faults -- [--runs 20] [--seed S] [--minutes N] [--rows F02,F22] [--quick]
// The way of certifications under faults, checked against the authority's ledger. Exit code 1 when a rule was broken. See docs/faults.md.
import { cp } from 'node:fs/promises';
import { cpus, loadavg } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { ROOT } from '../../src/compose.ts';
import { RULES } from '../check-history.ts';
import { namesOf, wholeNumber } from '../command-line.ts';
import { createRandom } from '../random.ts';
import { startSystem } from '../system.ts';
import { CERTIFICATION_RULES } from './check-certifications.ts';
import { chooseRows, groupsOf } from './plan.ts';
import { type Outcome, playRun } from './play.ts';
import type { Row } from './row.ts';
import { NOT_PLAYED, ROW_NAMES, ROWS, type RowName } from './rows.ts';
import { addThirdTenant } from './tenants.ts';

const { values } = parseArgs({
  options: {
    runs: { type: 'string' },
    seed: { type: 'string' },
    minutes: { type: 'string' },
    rows: { type: 'string' },
    quick: { type: 'boolean', default: false },
    list: { type: 'boolean', default: false },
    verbose: { type: 'boolean', default: false },
  },
});
if (values.list) {
  for (const name of ROW_NAMES) say(`${name}${ROWS[name].isQuick ? ' quick' : '      '}  ${ROWS[name].says}`);
  for (const [name, why] of Object.entries(NOT_PLAYED)) say(`${name} not played: ${why}`);
  process.exit(0);
}
const playable = await whatCanBePlayed();
const quick = playable.filter((name) => ROWS[name].isQuick);
const among = values.rows === undefined ? (values.quick ? quick : playable) : namesOf('--rows', values.rows, playable);
// Rows that were named are played by themselves.
const others = values.rows === undefined ? quick : [];
const plans = values.quick && values.runs === undefined ? groupsOf(among) : undefined;
const runs = plans?.length ?? wholeNumber('--runs', values.runs ?? '20');
const minutes = wholeNumber('--minutes', values.minutes ?? (values.quick ? '4' : '20'));
const seed = values.seed === undefined ? Date.now() % 1_000_000 : wholeNumber('--seed', values.seed);

const startedAt = Date.now();
const deadline = startedAt + minutes * 60_000;
const folder = join(ROOT, '.cache/faults', String(seed));
say(`seed ${seed}: ${runs} runs, at most ${minutes} min; histories in ${folder}`);
const system = await startSystem();
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void system.stop().then(() => process.exit(130)));
await addThirdTenant(system);
say(`the system is up after ${seconds(Date.now() - startedAt)}`);

const outcomes: Outcome[] = [];
let failure: unknown;
try {
  for (let run = 0; run < runs && Date.now() < deadline; run += 1) {
    const rows = plans?.[run] ?? chooseRows(run, { among, others, random: createRandom(seed + run) });
    const onTrouble = (what: string) => {
      if (values.verbose) say(`  trouble: ${what}`);
    };
    const outcome = await playRun(system, { run, seed: seed + run, rows, folder, onTrouble });
    outcomes.push(outcome);
    report(outcome);
  }
} catch (thrown) {
  failure = thrown;
}
const isBroken = failure !== undefined || outcomes.some(({ violations }) => violations.length > 0);
if (isBroken) {
  const isLog = (path: string) => path === system.processes.folder || path.endsWith('.log');
  await cp(system.processes.folder, join(folder, 'logs'), { recursive: true, filter: isLog });
  say(`what the processes said: ${join(folder, 'logs')}`);
}
await system.stop();
const accepted = outcomes.reduce((sum, one) => sum + one.accepted, 0);
const violations = outcomes.flatMap((one) => one.violations);
say(
  `${outcomes.length} of ${runs} runs in ${seconds(Date.now() - startedAt)}, seed ${seed}: ${accepted} certifications, ${violations.length} violations`,
);
for (const [rule, says] of Object.entries({ ...RULES, ...CERTIFICATION_RULES })) {
  const count = violations.filter((one) => one.rule === rule).length;
  if (count > 0) say(`  ${rule}: ${count} times ${says}`);
}
if (outcomes.length < runs) say(`${runs - outcomes.length} runs were left out for want of time`);
if (failure !== undefined) console.error(failure);
process.exit(isBroken ? 1 : 0);

/** Every row that this machine can play; the others are named, with the reason. */
async function whatCanBePlayed(): Promise<RowName[]> {
  const names: RowName[] = [];
  for (const name of ROW_NAMES) {
    const row: Row = ROWS[name];
    const why = await row.missing?.();
    if (why === undefined) names.push(name);
    else say(`${name} is skipped: ${why}`);
  }
  return names;
}

function report({ run, rows, notes, seconds: took, accepted: count, violations: broken, file }: Outcome): void {
  say(
    `run ${String(run + 1).padStart(2)}/${runs} ${rows.join(' + ')} (${notes.join('; ')}): ${took.toFixed(0)} s, ${count} certifications, ` +
      `load ${(loadavg()[0] ?? 0).toFixed(0)} on ${cpus().length} cores, ${broken.length === 0 ? 'all rules held' : `${broken.length} VIOLATIONS`}`,
  );
  for (const { rule, what } of broken.slice(0, 10)) say(`    ${rule}: ${what}`);
  if (broken.length > 0) say(`    history: ${file}`);
}

function seconds(ms: number): string {
  return `${(ms / 1_000).toFixed(1)} s`;
}

function say(text: string): void {
  console.log(text);
}
