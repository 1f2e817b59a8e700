import path from 'node:path';
import { commandLineOf, identityOf, isRunning, parentOf } from './liveness.mjs';
import { root } from './paths.mjs';

const CHECK_MS = process.platform === 'linux' ? 500 : 2_000;

/**
 * The processes without which this one has no reason to go on: npm (and its shell) when npm started us, and the older
 * Node that re-started us. A terminal is none of them: `nohup` must work.
 * @returns {{ pid: number, identity: string }[]}
 */
export function findLaunchers() {
  const inherited = process.env['START_LAUNCHERS'];
  if (inherited !== undefined) return [...JSON.parse(inherited), ...known([process.ppid])];
  const isScriptOfOurs =
    process.env['npm_lifecycle_event'] !== undefined && process.env['npm_package_json'] === path.join(root, 'package.json');
  return isScriptOfOurs ? known(upToNpm(process.ppid)) : [];
}

/** npm runs a script in a shell, which may or may not make way for it. */
function upToNpm(parent) {
  if (isNpm(parent)) return [parent];
  const grandparent = parentOf(parent);
  return grandparent !== undefined && isNpm(grandparent) ? [parent, grandparent] : [parent];
}

function isNpm(pid) {
  return isNpmCommand(commandLineOf(pid));
}

/** npm writes its arguments over its command line, as `npm start`; an older one leaves `node …/npm-cli.js start`. */
export function isNpmCommand(commandLine) {
  return /^npm( |$)/.test(commandLine[0] ?? '') || /\/npm(-cli\.js)?$/.test(commandLine[1] ?? '');
}

function known(pids) {
  return pids.map((pid) => ({ pid, identity: identityOf(pid) })).filter((one) => one.identity !== undefined);
}

/** Environment that tells a re-started process whom to watch, besides its parent. */
export function launcherEnvironment() {
  return { START_LAUNCHERS: JSON.stringify(findLaunchers()) };
}

/** Calls back, once, when one of them was killed without a chance to pass it on. */
export function onLauncherGone(launchers, callback) {
  const timer = setInterval(() => {
    if (launchers.every(isRunning)) return;
    clearInterval(timer);
    callback();
  }, CHECK_MS);
  timer.unref();
}
