/**
 * Whether the code keeps the rules of the house. Runs every check, also after one has failed; exits 1 when any has.
 *
 *   node scripts/check.ts               all of them
 *   node scripts/check.ts types lint    these alone
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { type Check, checks, chosen } from './check/checks.ts';

interface Outcome {
  readonly check: Check;
  readonly passed: boolean;
  readonly seconds: number;
}

const root = join(import.meta.dirname, '..');
const outcomes: Outcome[] = [];
for (const check of chosen(checks(root, process.execPath), process.argv.slice(2))) outcomes.push(await run(check));

const failed = outcomes.filter(({ passed }) => !passed);
const total = outcomes.reduce((sum, { seconds }) => sum + seconds, 0);
console.log(`check: ${outcomes.length - failed.length} of ${outcomes.length} passed in ${total.toFixed(1)} s`);
for (const { check } of failed) console.log(`check: FAILED ${check.name}: it is not so that ${check.claim}`);
process.exitCode = failed.length > 0 ? 1 : 0;

/** Runs one check; its output is shown only when it fails. Never throws: a program that cannot be started is a failed check. */
async function run(check: Check): Promise<Outcome> {
  const startedAt = performance.now();
  const [program, ...args] = check.command;
  const child = spawn(program, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
  const output: string[] = [];
  child.stdout.setEncoding('utf8').on('data', (text: string) => output.push(text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => output.push(text));
  const passed = await once(child, 'close').then(
    ([code]) => code === 0,
    (error: Error) => {
      output.push(`${error.message}\n`);
      return false;
    },
  );
  const seconds = (performance.now() - startedAt) / 1000;
  console.log(`check: ${check.name.padEnd(9)} ${passed ? 'ok    ' : 'FAILED'} ${seconds.toFixed(1).padStart(5)} s`);
  if (!passed) console.log(output.join('').trimEnd());
  return { check, passed, seconds };
}
