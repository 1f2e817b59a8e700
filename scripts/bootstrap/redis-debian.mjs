import { mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { findOnPath } from './executables.mjs';
import { withLock } from './locks.mjs';
import { locks, logs } from './paths.mjs';
import { say } from './progress.mjs';
import { redisUnpacked, unpackedFolder } from './redis-binaries.mjs';

/** The server is a link to a program in the package of tools. */
const SERVER_PACKAGES = [
  ['redis-server', 'redis-tools'],
  ['valkey-server', 'valkey-tools'],
];

export function hasApt() {
  return findOnPath('apt-get') !== undefined && findOnPath('dpkg-deb') !== undefined;
}

/**
 * Debian's Redis, with the libraries this machine lacks, unpacked under `.cache`: nothing is installed, no right is
 * needed. Undefined where apt is missing, knows no Redis or cannot fetch it; .cache/logs/apt-*.log say why.
 * @param {import('./supervisor.mjs').Supervisor} supervisor
 */
export async function redisOfDebian(supervisor) {
  const onWait = (pid) => say(`process ${pid} is fetching Redis for this checkout; waiting for it`);
  return (
    redisUnpacked() ?? withLock(path.join(locks, 'redis.json'), { onWait }, async () => redisUnpacked() ?? fetchRedis(supervisor))
  );
}

async function fetchRedis(supervisor) {
  if (!hasApt()) return undefined;
  say("fetching Debian's Redis package into .cache/redis");
  const folder = mkdtempSync(path.join(tmpdir(), 'academy-apt-'));
  try {
    const files = (await download(supervisor, folder, [])) ?? (await downloadWithOwnLists(supervisor, folder));
    return files === undefined ? undefined : await unpack(supervisor, folder, files);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A fresh container has no package lists, and an old machine stale ones: a private copy serves both. */
async function downloadWithOwnLists(supervisor, folder) {
  say('apt has no usable package lists; fetching a private copy');
  for (const name of ['lists/partial', 'cache/archives/partial']) mkdirSync(path.join(folder, name), { recursive: true });
  const privately = [
    `Dir::State::lists=${folder}/lists`,
    `Dir::Cache=${folder}/cache`,
    'APT::Sandbox::User=',
    'Debug::NoLocking=1',
    'Acquire::Languages=none',
  ];
  const options = privately.flatMap((option) => ['-o', option]);
  await apt(supervisor, folder, 'update', { options, packages: [] });
  return download(supervisor, folder, options);
}

/** The names of the packages fetched into `folder`, or undefined. */
async function download(supervisor, folder, options) {
  for (const packages of SERVER_PACKAGES) {
    const simulation = ['--simulate', '--no-install-recommends', ...options];
    const plan = await apt(supervisor, folder, 'install', { options: simulation, packages: packages.slice(0, 1) });
    if (plan.code !== 0) continue;
    const wanted = new Set([...packages, ...packagesIn(plan.output)]);
    const { code } = await apt(supervisor, folder, 'download', { options, packages: [...wanted] });
    if (code === 0) return readdirSync(folder).filter((name) => name.endsWith('.deb'));
  }
  return undefined;
}

/** What apt would install: the server and the libraries that this machine lacks. */
export function packagesIn(plan) {
  return [...plan.matchAll(/^Inst (\S+)/gm)].map((match) => match[1]);
}

async function unpack(supervisor, folder, files) {
  const draft = `${unpackedFolder}.part`;
  rmSync(draft, { recursive: true, force: true });
  mkdirSync(draft, { recursive: true });
  for (const file of files) {
    const { code } = await supervisor.run({
      name: 'dpkg-deb',
      command: 'dpkg-deb',
      args: ['-x', path.join(folder, file), draft],
    });
    if (code !== 0) return undefined;
  }
  if (redisUnpacked(draft) === undefined) return undefined;
  rmSync(unpackedFolder, { recursive: true, force: true });
  renameSync(draft, unpackedFolder);
  return redisUnpacked();
}

function apt(supervisor, folder, verb, args) {
  return supervisor.run({
    name: `apt-get ${verb}`,
    command: 'apt-get',
    args: [...args.options, verb, ...args.packages],
    options: { cwd: folder, env: { ...process.env, LC_ALL: 'C.UTF-8' } },
    logFile: path.join(logs, `apt-${verb}.log`),
  });
}
