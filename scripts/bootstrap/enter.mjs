import { spawn } from 'node:child_process';
import path from 'node:path';
import { findLaunchers, launcherEnvironment, onLauncherGone } from './launchers.mjs';
import { ensureNode, isNewEnough } from './node.mjs';
import { say, startedAt } from './progress.mjs';
import { SetupError } from './setup-error.mjs';
import { exitCode, Supervisor } from './supervisor.mjs';

/** @typedef {'SIGINT' | 'SIGTERM' | 'SIGHUP'} StopSignal */
const STOP_SIGNALS = /** @type {StopSignal[]} */ (['SIGINT', 'SIGTERM', 'SIGHUP']);

/**
 * Runs `main` under a new enough Node and exits with the code it returns. However it ends (its own way, a signal, an
 * error, a server lost) everything that its supervisor started is stopped first.
 * @param {(supervisor: Supervisor) => Promise<number>} main
 * @param {{ isEndedBySignal?: boolean }} [options] `isEndedBySignal`: a signal is the usual end, so the exit code is main's
 */
export async function enter(main, { isEndedBySignal = false } = {}) {
  ignoreLostTerminal();
  const supervisor = new Supervisor();
  const signals = listenForSignals();
  const crash = new Promise((_resolve, reject) => process.on('uncaughtException', reject));
  const work = isNewEnough(process.versions.node) ? start(main, supervisor) : restart(supervisor, signals);
  const end = Promise.race([work.then((code) => ({ code })), signals.first, crash, supervisor.serverLost]);
  const { code, signal, reason } = await end.catch((error) => ({ code: report(error) }));
  if (signal === undefined) {
    await supervisor.stopAll();
    process.exit(code);
  }
  say(`stopping (${reason})`);
  await supervisor.stopAll();
  const own = await codeOf(work);
  say('everything is stopped');
  process.exit((isEndedBySignal ? own : undefined) ?? exitCode(null, signal));
}

/** What the work ended with, if it had begun; with everything stopped, it only has to tidy up. */
function codeOf(work) {
  return Promise.race([work.catch(() => undefined), new Promise((resolve) => setTimeout(resolve, 500, undefined))]);
}

/** Refuses a platform on which nothing below would work, in words rather than by its first failure. */
async function start(main, supervisor) {
  if (process.platform === 'win32') throw new SetupError('This runs on Linux and macOS. On Windows, use WSL and start it there.');
  return main(supervisor);
}

/** The same command under the fetched Node; our own process only passes signals on and its exit code back. */
async function restart(supervisor, signals) {
  const node = await start(ensureNode, supervisor);
  const child = spawn(node, [...process.execArgv, ...process.argv.slice(1)], {
    stdio: 'inherit',
    env: {
      ...process.env,
      ...launcherEnvironment(),
      START_T0: String(startedAt),
      PATH: [path.dirname(node), process.env['PATH']].join(path.delimiter),
    },
  });
  signals.forwardTo(child);
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code, signal) => resolve(exitCode(code, signal)));
  });
}

/** `first` resolves with what asks us to stop. Ctrl-C comes twice under npm: only the first counts. */
function listenForSignals() {
  let receive = (/** @type {{ signal: StopSignal, reason: string }} */ _request) => {};
  const first = new Promise((resolve) => {
    receive = resolve;
  });
  for (const signal of STOP_SIGNALS) process.on(signal, () => receive({ signal, reason: signal }));
  onLauncherGone(findLaunchers(), () => receive({ signal: 'SIGHUP', reason: 'the process that started this is gone' }));
  return {
    first,
    forwardTo(/** @type {import('node:child_process').ChildProcess} */ child) {
      receive = ({ signal }) => child.kill(signal);
    },
  };
}

function report(error) {
  if (error instanceof SetupError) console.error(`\n${error.message}`);
  else if (error?.code === 'EACCES' || error?.code === 'EPERM') console.error(`\n${explainPermission(error)}`);
  else console.error(error);
  return 1;
}

function explainPermission(error) {
  return `${error.message}

This account may not touch what an earlier run, probably by another account, left there. Run as that account again, or
remove .cache and node_modules and start again.`;
}

/** A closed terminal makes each further line an error; the orderly stop matters more than the lines. */
function ignoreLostTerminal() {
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {});
}
