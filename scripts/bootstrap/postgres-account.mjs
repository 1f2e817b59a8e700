import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, lstatSync, mkdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { outputOf } from './executables.mjs';
import { SetupError } from './setup-error.mjs';

/** `nobody` on every Linux and macOS: owns nothing that matters. */
const NOBODY = 65_534;

/**
 * Under which account PostgreSQL runs, and where it finds itself and its data.
 * @typedef {object} Account
 * @property {string} binDir
 * @property {string} dataDir
 * @property {{ uid?: number, gid?: number }} identity  spawn options
 * @property {string[]} prefix  words before the command
 * @property {{ uid: number, gid: number } | undefined} owner  who must own the data; undefined: as they are
 * @property {string} note  for the progress line; empty when there is nothing to say
 */

/**
 * An account that PostgreSQL accepts: ours, or, because it refuses root, the owner of the data (`nobody` for new ones)
 * where that account can reach both binaries and data; else root in a user namespace, where it has another number;
 * else a copy in the temporary folder. Throws SetupError when root can have none of these.
 * @returns {Account}
 */
export function chooseAccount({ binDir, dataDir }) {
  const asIs = { binDir, dataDir, identity: {}, prefix: [], owner: undefined, note: '' };
  if (process.getuid?.() !== 0) return asIs;
  const owner = ownerOf(dataDir) ?? { uid: NOBODY, gid: NOBODY };
  const reasons = [];
  for (const option of [() => asOwner(asIs, owner), () => inNamespace(asIs), () => copied(asIs)]) {
    const { account, reason } = option();
    if (account !== undefined) return account;
    reasons.push(reason);
  }
  throw new SetupError(`PostgreSQL refuses to run as root, and no other way was open:\n${reasons.map((reason) => `  - ${reason}`).join('\n')}
Run the command as an ordinary user, or set DATABASE_URL. More in docs/run.md.`);
}

function asOwner(asIs, owner) {
  const reason = whyUnreachable(asIs.binDir, path.dirname(asIs.dataDir), owner);
  if (reason !== undefined) return { account: undefined, reason: `as user ${owner.uid}: ${reason}` };
  return { account: { ...asIs, identity: owner, owner }, reason: '' };
}

function inNamespace(asIs) {
  const prefix = ['unshare', '--user', `--map-user=${NOBODY}`, '--'];
  const postgres = path.join(asIs.binDir, 'postgres');
  if (outputOf(prefix[0], [...prefix.slice(1), postgres, '--version'], { cwd: '/' }) === undefined) {
    return { account: undefined, reason: 'in a user namespace: `unshare --user` is missing or not allowed here' };
  }
  return { account: { ...asIs, prefix, owner: { uid: 0, gid: 0 }, note: 'in a user namespace' }, reason: '' };
}

/** The name is fixed for one checkout, so that the data are found again; only root may have made the folder. */
function copied(asIs) {
  const owner = { uid: NOBODY, gid: NOBODY };
  const name = createHash('sha256').update(asIs.dataDir).digest('hex').slice(0, 12);
  const folder = path.join(tmpdir(), `academy-postgres-${name}`);
  mkdirSync(folder, { recursive: true, mode: 0o755 });
  const { uid } = lstatSync(folder);
  if (uid !== 0 || !lstatSync(folder).isDirectory())
    return { account: undefined, reason: `as a copy: ${folder} belongs to user ${uid}` };
  const binDir = reachable(asIs.binDir, owner) ? asIs.binDir : copyOf(path.dirname(asIs.binDir), folder);
  const reason = whyUnreachable(binDir, folder, owner);
  if (reason !== undefined) return { account: undefined, reason: `as a copy: ${reason}` };
  const dataDir = path.join(folder, path.basename(asIs.dataDir));
  return { account: { binDir, dataDir, identity: owner, prefix: [], owner, note: `data in ${folder}` }, reason: '' };
}

function copyOf(installation, folder) {
  const copy = path.join(folder, 'installation');
  rmSync(copy, { recursive: true, force: true });
  cpSync(installation, copy, { recursive: true, verbatimSymlinks: true });
  return path.join(copy, 'bin');
}

function whyUnreachable(binDir, dataParent, owner) {
  mkdirSync(dataParent, { recursive: true });
  if (!reachable(binDir, owner)) return `it may not run ${binDir}/postgres`;
  const entered = spawnSync('/bin/sh', ['-c', 'cd "$1"', 'sh', dataParent], { ...owner, cwd: '/', stdio: 'ignore' });
  return entered.status === 0 ? undefined : `it may not enter ${dataParent}`;
}

function reachable(binDir, owner) {
  return outputOf(path.join(binDir, 'postgres'), ['--version'], { ...owner, cwd: '/' }) !== undefined;
}

/** The account that the data belong to, unless that is root. */
function ownerOf(dataDir) {
  if (!existsSync(dataDir)) return undefined;
  const { uid, gid } = statSync(dataDir);
  return uid === 0 ? undefined : { uid, gid };
}
