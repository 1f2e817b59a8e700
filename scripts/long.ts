// Runs the long tests (*.long.test.ts), and stops them when their time is over. Usage: npm run long -- [--minutes N]
import { spawn } from 'node:child_process';
import { parseArgs } from 'node:util';

const { values } = parseArgs({ options: { minutes: { type: 'string', default: '10' } } });
const minutes = Number(values.minutes);
if (!(minutes > 0)) {
  console.error(`--minutes must be a number above 0, got "${values.minutes}".`);
  process.exit(2);
}
console.log(`the long tests, for at most ${minutes} min`);
const tests = spawn(process.execPath, ['node_modules/vitest/vitest.mjs', 'run', '.long.test'], {
  stdio: 'inherit',
  env: { ...process.env, RUN_LONG: '1' },
});
const timer = setTimeout(() => {
  console.error(`${minutes} min are over; what has not ended is stopped`);
  tests.kill('SIGTERM');
}, minutes * 60_000);
tests.on('exit', (code) => {
  clearTimeout(timer);
  process.exit(code ?? 1);
});
