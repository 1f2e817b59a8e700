import { existsSync, linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { identityOf, isRunning } from './liveness.mjs';

/**
 * A file that says which process owns something. Its owner may have been killed: a lock is only as good as its owner is
 * alive, so `acquire` hands a dead owner's last words to the next one, who cleans up.
 * @typedef {object} Claim
 * @property {{ pid: number, identity: string }} owner
 * @property {{ pid: number, identity: string }[]} [launchers]  without them the owner is about to end
 * @property {import('./stopping.mjs').Stoppable[]} [running]   what the owner has started
 * @property {boolean} [isStopping]
 */

/**
 * Takes the lock, or says who holds it.
 * @returns {{ held: true, left: Claim | undefined } | { held: false, by: Claim }} `left`: what a dead owner had written
 */
export function acquire(file, details = {}) {
  mkdirSync(path.dirname(file), { recursive: true });
  for (;;) {
    const left = takeOverDead(file);
    if (createOnce(file, { owner: self(), ...details })) return { held: true, left };
    const by = read(file);
    if (by !== undefined && isRunning(by.owner)) return { held: false, by };
  }
}

/** Replaces the details of a lock that this process holds. */
export function describe(file, details) {
  const next = `${file}.${process.pid}`;
  writeFileSync(next, JSON.stringify({ owner: self(), ...details }));
  renameSync(next, file);
}

export function release(file) {
  if (read(file)?.owner.pid === process.pid) rmSync(file, { force: true });
}

export function read(file) {
  try {
    return /** @type {Claim} */ (JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return undefined;
  }
}

/** Does the work while nobody else does the same; waits as long as another living process is at it. */
export async function withLock(file, { onWait = (_pid) => {} }, work) {
  let told = false;
  for (let answer = acquire(file); !answer.held; answer = acquire(file)) {
    if (!told) onWait(answer.by.owner.pid);
    told = true;
    await sleep(100);
  }
  try {
    return await work();
  } finally {
    release(file);
  }
}

function self() {
  return { pid: process.pid, identity: /** @type {string} */ (identityOf(process.pid)) };
}

/** Written aside and linked into place, so that nobody ever reads half a lock. */
function createOnce(file, claim) {
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, JSON.stringify(claim));
  try {
    linkSync(draft, file);
    return true;
  } catch (error) {
    if (error.code === 'EEXIST') return false;
    throw error;
  } finally {
    rmSync(draft, { force: true });
  }
}

/** Of several that find the same dead owner one succeeds in the rename; whoever moved a living claim puts it back. */
function takeOverDead(file) {
  if (!existsSync(file)) return undefined;
  const found = read(file);
  if (found !== undefined && isRunning(found.owner)) return undefined;
  const aside = `${file}.dead-${process.pid}`;
  try {
    renameSync(file, aside);
  } catch (error) {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  }
  const moved = read(aside);
  const isAlive = moved !== undefined && isRunning(moved.owner);
  if (isAlive) putBack(aside, file);
  rmSync(aside, { force: true });
  return isAlive ? undefined : moved;
}

function putBack(aside, file) {
  try {
    linkSync(aside, file);
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
  }
}
