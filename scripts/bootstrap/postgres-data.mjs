import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { commandLineOf, identityOf } from './liveness.mjs';
import { say } from './progress.mjs';
import { SetupError } from './setup-error.mjs';
import { stopProcesses } from './stopping.mjs';

const PASSWORD_FILE = 'academy.password';

/** Signals that PostgreSQL reads as: fast shutdown (sessions end, data are written), then at once (the log repairs it later). */
export const FAST_STOP = /** @type {[NodeJS.Signals, number][]} */ ([
  ['SIGINT', 20_000],
  ['SIGQUIT', 3_000],
]);
export const IMMEDIATE_STOP = /** @type {[NodeJS.Signals, number][]} */ ([['SIGQUIT', 3_000]]);

export const POSTGRES_ENVIRONMENT = {
  PATH: process.env['PATH'] ?? '',
  LC_ALL: process.platform === 'darwin' ? 'en_US.UTF-8' : 'C.UTF-8',
};

/**
 * The data folder of `account` exists, belongs to it, has a superuser `postgres` with the password that is returned, and no server
 * uses it. It is made beside and moved into place, so a command killed half-way leaves nothing behind.
 * @param {import('./supervisor.mjs').Supervisor} supervisor
 * @param {import('./postgres-account.mjs').Account} account
 */
export async function prepareData(supervisor, account, { isThrownAway, logFile }) {
  const { dataDir } = account;
  await stopServerOn(dataDir);
  if (isThrownAway) rmSync(dataDir, { recursive: true, force: true });
  if (!existsSync(path.join(dataDir, 'PG_VERSION'))) await create(supervisor, account, { isThrownAway, logFile });
  takeOwnership(dataDir, account.owner);
  return readFileSync(path.join(dataDir, PASSWORD_FILE), 'utf8').trim();
}

async function create(supervisor, account, { isThrownAway, logFile }) {
  sayOtherData(account.dataDir);
  const draft = `${account.dataDir}.part`;
  const passwordFile = `${account.dataDir}.password`;
  rmSync(draft, { recursive: true, force: true });
  mkdirSync(draft, { recursive: true, mode: 0o700 });
  const password = randomBytes(18).toString('hex');
  writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 });
  for (const made of [draft, passwordFile]) takeOwnership(made, account.owner);
  const [command, ...args] = [
    ...account.prefix,
    path.join(account.binDir, 'initdb'),
    '-D',
    draft,
    '-U',
    'postgres',
    '--auth=scram-sha-256',
    `--pwfile=${passwordFile}`,
    '--encoding=UTF8',
    ...localeArguments(),
    ...(isThrownAway ? ['--no-sync'] : []),
  ];
  const { code, output } = await supervisor.run({
    name: 'initdb',
    command,
    args,
    options: { ...account.identity, env: POSTGRES_ENVIRONMENT, cwd: '/' },
    logFile,
  });
  rmSync(passwordFile, { force: true });
  if (code !== 0)
    throw new SetupError(
      `initdb should have made ${account.dataDir} and could not:\n\n${output.trim()}\n\nThe whole output is in ${logFile}.`,
    );
  const kept = path.join(draft, PASSWORD_FILE);
  writeFileSync(kept, `${password}\n`, { mode: 0o600 });
  takeOwnership(kept, account.owner);
  rmSync(account.dataDir, { recursive: true, force: true });
  renameSync(draft, account.dataDir);
}

/** Byte order for sorting, Unicode for letters: the same on every machine. */
function localeArguments() {
  return process.platform === 'darwin' ? ['--lc-collate=C', '--lc-ctype=en_US.UTF-8'] : ['--locale=C.UTF-8'];
}

/** Data of one major version are of no use to another: better said than wondered at. */
function sayOtherData(dataDir) {
  const parent = path.dirname(dataDir);
  if (!existsSync(parent)) return;
  const others = readdirSync(parent).filter((name) => /^postgres-\d+$/.test(name) && name !== path.basename(dataDir));
  if (others.length > 0)
    say(`new data for this version of PostgreSQL; those of another one stay in ${others.join(', ')} of ${parent}`);
}

function takeOwnership(target, owner) {
  if (owner === undefined || statSync(target).uid === owner.uid) return;
  const { status, stderr } = spawnSync('chown', ['-R', `${owner.uid}:${owner.gid}`, target], { encoding: 'utf8' });
  if (status !== 0)
    throw new SetupError(
      `${target} should belong to user ${owner.uid}, as whom PostgreSQL runs, and cannot be given away: ${stderr.trim()}`,
    );
}

/** A server that an earlier, killed command left on these data is stopped; what only looks like one is forgotten. */
async function stopServerOn(dataDir) {
  const left = readPostmaster(dataDir);
  if (left === undefined) return;
  const identity = identityOf(left.pid);
  if (identity === undefined) return;
  if (!isServerOn(commandLineOf(left.pid), dataDir)) return rmSync(path.join(dataDir, 'postmaster.pid'), { force: true });
  say(`PostgreSQL of an earlier command still runs on these data (process ${left.pid}); stopping it`);
  await stopProcesses([{ name: 'PostgreSQL', pid: left.pid, identity, stage: 'server', stop: FAST_STOP }]);
}

/** Whether these arguments are those of a PostgreSQL server on this folder, and not of a process that was given its old pid. */
export function isServerOn(commandLine, dataDir) {
  return /(^|\/)(postgres|postmaster)$/.test(commandLine[0] ?? '') && commandLine.join(' ').includes(` -D ${dataDir}`);
}

/** What a running server, or one that was killed, wrote about itself; undefined when there is none. */
export function readPostmaster(dataDir) {
  try {
    const lines = readFileSync(path.join(dataDir, 'postmaster.pid'), 'utf8').split('\n');
    return { pid: Number(lines[0]), isReady: lines[7]?.trim() === 'ready' };
  } catch (error) {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  }
}
