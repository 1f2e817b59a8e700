import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { installerEnvironment } from './home.mjs';
import { withLock } from './locks.mjs';
import { wantedPnpm } from './manifest.mjs';
import { nodeVersionInUse } from './node.mjs';
import { fetchPackages } from './npm.mjs';
import { cache, locks, logs, root } from './paths.mjs';
import { say } from './progress.mjs';
import { SetupError } from './setup-error.mjs';

const stampFile = path.join(root, 'node_modules', '.installed-from');

/** pnpm's entry file in `.cache`, as an earlier command fetched it, or undefined. */
export function fetchedPnpm() {
  return ['node', 'pnpm']
    .map((folder) => path.join(cache, folder, 'node_modules', 'pnpm'))
    .filter(isWanted)
    .map((folder) => path.join(folder, 'bin', 'pnpm.cjs'))[0];
}

export function isInstalled() {
  return (
    existsSync(path.join(root, 'node_modules', '.modules.yaml')) &&
    existsSync(stampFile) &&
    readFileSync(stampFile, 'utf8') === stamp()
  );
}

/** The dependencies are those of pnpm-lock.yaml, for this Node. */
export async function ensureInstalled(supervisor) {
  if (isInstalled()) return;
  const onWait = (pid) => say(`process ${pid} is installing the dependencies of this checkout; waiting for it`);
  await withLock(path.join(locks, 'install.json'), { onWait }, async () => {
    if (isInstalled()) return;
    await install(supervisor, fetchedPnpm() ?? (await fetchPnpm(supervisor)));
  });
}

async function fetchPnpm(supervisor) {
  say(`fetching pnpm ${wantedPnpm()} from the npm registry into .cache/pnpm`);
  await fetchPackages(supervisor, path.join(cache, 'pnpm'), [{ name: 'pnpm', version: wantedPnpm() }]);
  return /** @type {string} */ (fetchedPnpm());
}

async function install(supervisor, pnpm) {
  say('installing the dependencies');
  const logFile = path.join(logs, 'install.log');
  const { code, output } = await supervisor.run({
    name: 'pnpm install',
    command: process.execPath,
    args: [pnpm, 'install', '--frozen-lockfile', '--reporter=append-only'],
    options: { cwd: root, env: { ...installerEnvironment(), CI: '1' } },
    logFile,
    onText: sayProgressNowAndThen(),
  });
  if (code !== 0) throw new SetupError(couldNotInstall(output, logFile));
  writeFileSync(stampFile, stamp());
  say('dependencies installed');
}

/** A slow network must not look like a hang: pnpm's own count, every five seconds. */
function sayProgressNowAndThen() {
  let next = Date.now() + 5_000;
  return (text) => {
    const count = /Progress: (.+)/.exec(text)?.[1];
    if (count === undefined || Date.now() < next) return;
    next = Date.now() + 5_000;
    say(`  still installing: ${count}`);
  };
}

function stamp() {
  const lock = createHash('sha256')
    .update(readFileSync(path.join(root, 'pnpm-lock.yaml')))
    .digest('hex');
  return `${lock} node ${nodeVersionInUse()} ${process.platform}-${process.arch}`;
}

function isWanted(folder) {
  try {
    return JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8')).version === wantedPnpm();
  } catch {
    return false;
  }
}

function couldNotInstall(output, logFile) {
  const advice = output.includes('ERR_PNPM_OUTDATED_LOCKFILE')
    ? 'pnpm-lock.yaml does not match the package.json files. Whoever changed a dependency runs `pnpm install` and commits the lock file.'
    : 'Check that the npm registry can be reached (npm ping) and that the disk has room (npm run doctor), then start again.';
  return `pnpm should have installed the dependencies and could not:

${output.trim().split('\n').slice(-12).join('\n')}

${advice} The whole output is in ${logFile}.`;
}
