import { accessSync, constants, existsSync, statfsSync } from 'node:fs';
import path from 'node:path';
import { examineEmail } from './doctor-email.mjs';
import { examinePostgres, examineRedis } from './doctor-servers.mjs';
import { outputOf } from './executables.mjs';
import { isRunning } from './liveness.mjs';
import { read } from './locks.mjs';
import { wantedPnpm } from './manifest.mjs';
import { fetchedNode, isNewEnough, nodeVersionInUse, OLDEST_NODE } from './node.mjs';
import { npmCommand } from './npm.mjs';
import { cache, locks, root } from './paths.mjs';
import { fetchedPnpm, isInstalled } from './pnpm.mjs';
import { isFree, wantedGatewayPort } from './ports.mjs';
import { START_PORTS } from './slots.mjs';

/** @typedef {import('./findings.mjs').Finding} Finding */

/** Node, dependencies, servers' data and caches, with room to breathe: what a first start and a later one write. */
const FIRST_START_MB = 1_500;
const LATER_START_MB = 300;

/** What `npm start` would find. Changes nothing and needs nothing but Node. @returns {Promise<Finding[]>} */
export async function examine() {
  const postgres = await examinePostgres();
  const redis = await examineRedis();
  return [
    platform(),
    ...tools(),
    postgres,
    redis,
    ...(await ports([
      [START_PORTS.postgres, 'PostgreSQL', !process.env['DATABASE_URL']],
      [START_PORTS.redis, 'Redis', !process.env['REDIS_URL']],
    ])),
    disk(),
    writable(),
    examineEmail(process.env),
    ...commandsUnderWay(),
  ];
}

/** @returns {Finding} */
function platform() {
  const found = `${process.platform}-${process.arch}${process.getuid?.() === 0 ? ', as root' : ''}`;
  if (process.platform === 'linux' || process.platform === 'darwin') return { subject: 'platform', state: 'ok', found };
  return { subject: 'platform', state: 'missing', found, advice: 'This runs on Linux and macOS. On Windows, use WSL.' };
}

function tools() {
  const found = [node(), pnpm(), dependencies()];
  return found.some(({ state }) => state === 'later') ? [...found, npm(), registry()] : found;
}

/** @returns {Finding} */
function node() {
  const own = process.versions.node;
  if (isNewEnough(own)) return { subject: 'Node', state: 'ok', found: own };
  const fetched = fetchedNode();
  if (fetched !== undefined)
    return { subject: 'Node', state: 'ok', found: `${own}; ${nodeVersionInUse()} was fetched into .cache/node` };
  return {
    subject: 'Node',
    state: 'later',
    found: `${own}; ${OLDEST_NODE} or newer is needed and will be fetched from the npm registry`,
  };
}

/** @returns {Finding} */
function pnpm() {
  if (fetchedPnpm() !== undefined) return { subject: 'pnpm', state: 'ok', found: `${wantedPnpm()} in .cache` };
  if (isInstalled()) return { subject: 'pnpm', state: 'ok', found: 'not needed: the dependencies are up to date' };
  return { subject: 'pnpm', state: 'later', found: `${wantedPnpm()} will be fetched from the npm registry` };
}

/** @returns {Finding} */
function dependencies() {
  const subject = 'dependencies';
  if (isInstalled()) return { subject, state: 'ok', found: 'as pnpm-lock.yaml says' };
  const found = existsSync(path.join(root, 'node_modules'))
    ? 'not those of pnpm-lock.yaml, or for another Node'
    : 'not installed';
  return { subject, state: 'later', found: `${found}; they will be installed` };
}

/** @returns {Finding} */
function npm() {
  try {
    const [command, first] = npmCommand();
    const version = outputOf(command, [...first, '--version'])?.trim();
    if (version !== undefined) return { subject: 'npm', state: 'ok', found: version };
    return { subject: 'npm', state: 'missing', found: `${command} does not run`, advice: 'Install npm 10 or newer.' };
  } catch (error) {
    return { subject: 'npm', state: 'missing', found: 'none', advice: error.message };
  }
}

/** @returns {Finding} */
function registry() {
  const subject = 'npm registry';
  try {
    const [command, first] = npmCommand();
    if (outputOf(command, [...first, 'ping', '--fetch-retries=0', '--fetch-timeout=8000']) !== undefined)
      return { subject, state: 'ok', found: 'answers' };
  } catch {
    return { subject, state: 'missing', found: 'not asked: there is no npm' };
  }
  return {
    subject,
    state: 'missing',
    found: 'does not answer',
    advice: 'npm ping says why. Check the network, a proxy, and npm config get registry.',
  };
}

/** @returns {Promise<Finding[]>} */
async function ports(servers) {
  let gateway;
  try {
    gateway = wantedGatewayPort(process.env['PORT']);
  } catch (error) {
    return [{ subject: 'PORT', state: 'missing', found: String(process.env['PORT']), advice: error.message }];
  }
  const wanted = [[gateway, 'the gateway', gateway !== 0], ...servers].filter(([, , isWanted]) => isWanted);
  const busy = [];
  for (const [port, name] of wanted) if (!(await isFree(port))) busy.push(`${port} (${name})`);
  if (busy.length > 0)
    return [{ subject: 'ports', state: 'note', found: `busy: ${busy.join(', ')}; a free one will be taken instead` }];
  return [{ subject: 'ports', state: 'ok', found: `free: ${wanted.map(([port]) => port).join(', ')}` }];
}

/** @returns {Finding} */
function disk() {
  const { bavail, bsize } = statfsSync(root);
  const freeMb = Math.floor((bavail * bsize) / 1024 / 1024);
  const neededMb = isInstalled() ? LATER_START_MB : FIRST_START_MB;
  const found = `${freeMb} MB free, ${neededMb} MB needed`;
  if (freeMb >= neededMb) return { subject: 'disk', state: 'ok', found };
  return { subject: 'disk', state: 'missing', found, advice: `Make room on the disk of ${root}.` };
}

/** @returns {Finding} */
function writable() {
  const folder = existsSync(cache) ? cache : root;
  try {
    accessSync(folder, constants.W_OK);
    return { subject: 'checkout', state: 'ok', found: root };
  } catch {
    return {
      subject: 'checkout',
      state: 'missing',
      found: `${folder} is not writable`,
      advice: 'Run as the account that owns it, or give it to this one.',
    };
  }
}

/** @returns {Finding[]} */
function commandsUnderWay() {
  return ['start', 'test'].flatMap((name) => {
    const claim = read(path.join(locks, `${name}.json`));
    if (claim === undefined || !isRunning(claim.owner)) return [];
    return [{ subject: 'running', state: 'note', found: `npm ${name} in this checkout, process ${claim.owner.pid}` }];
  });
}
