import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

const hasProc = process.platform === 'linux';

/**
 * A text that no other process of this machine ever has: pids are used again, pid and start time within one boot are not.
 * Undefined when the process is gone; one that has exited and only waits to be reaped counts as gone.
 */
export function identityOf(pid) {
  if (!hasProc) return identityFromPs(pid);
  const stat = readProc(pid, 'stat');
  if (stat === undefined) return undefined;
  const { state, startTime } = parseStat(stat);
  return state === 'Z' || state === 'X' ? undefined : `${bootId()}/${startTime}`;
}

export function isRunning({ pid, identity }) {
  return identity !== undefined && identityOf(pid) === identity;
}

/** Whether an identity was taken since this machine was last booted. */
export function isOfThisBoot(identity) {
  return identity.startsWith(`${bootId()}/`);
}

/** The pid of a process's parent, or undefined where that cannot be read. */
export function parentOf(pid) {
  const stat = hasProc ? readProc(pid, 'stat') : undefined;
  return stat === undefined ? undefined : parseStat(stat).parent;
}

/** The arguments a process was started with; empty when it is gone. */
export function commandLineOf(pid) {
  if (hasProc) return (readProc(pid, 'cmdline') ?? '').split('\0').filter((part) => part !== '');
  return ps(pid, 'command=')
    .split(' ')
    .filter((part) => part !== '');
}

/** The name of a command may hold spaces and brackets, so the fields are counted from the last closing one. */
function parseStat(stat) {
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return { state: fields[0], parent: Number(fields[1]), startTime: fields[19] };
}

function readProc(pid, file) {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8');
  } catch {
    return undefined;
  }
}

let knownBootId;
function bootId() {
  knownBootId ??= hasProc ? readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim() : 'boot';
  return knownBootId;
}

function identityFromPs(pid) {
  const [state, ...start] = ps(pid, 'stat=,lstart=').trim().split(/\s+/);
  return !state || state.startsWith('Z') ? undefined : `${bootId()}/${start.join(' ')}`;
}

function ps(pid, columns) {
  return spawnSync('ps', ['-o', columns, '-p', String(pid)], { encoding: 'utf8' }).stdout ?? '';
}
