import { setTimeout as sleep } from 'node:timers/promises';
import { isOfThisBoot, isRunning } from './liveness.mjs';

/**
 * A process that must not outlive this command.
 * @typedef {object} Stoppable
 * @property {string} name
 * @property {number} pid      leader of a process group of its own
 * @property {string} identity see liveness.mjs
 * @property {'work' | 'server'} stage  work stops first: it needs the servers to stop cleanly
 * @property {[NodeJS.Signals, number][]} stop  signals in turn, each with the milliseconds it is given
 */

/**
 * None of these processes runs any more, nor anything in their process groups. Work is stopped before servers; each
 * stage at once. The live command, its guardian and the next command all stop through here, in any order and at the same time.
 * @param {Stoppable[]} processes
 */
export async function stopProcesses(processes) {
  for (const stage of ['work', 'server']) {
    await Promise.all(processes.filter((one) => one.stage === stage).map(stopOne));
  }
}

async function stopOne(target) {
  for (const [signal, waitMs] of [...target.stop, /** @type {const} */ (['SIGKILL', 5_000])]) {
    if (!isRunning(target)) break;
    send(target.pid, signal);
    await untilGone(target, waitMs);
  }
  killGroup(target);
}

/**
 * What a process left behind in its group is gone. The group of a process that is gone cannot have been given to
 * another one while it has members, unless the machine was booted since.
 */
function killGroup({ pid, identity }) {
  if (isOfThisBoot(identity)) killGroupLedBy(pid);
}

/** The same for a process that we have just seen end: its group's number cannot be anybody else's yet. */
export function killGroupLedBy(pid) {
  send(-pid, 'SIGKILL');
}

async function untilGone(target, waitMs) {
  const deadline = Date.now() + waitMs;
  while (isRunning(target) && Date.now() < deadline) await sleep(15);
}

function send(pid, signal) {
  try {
    process.kill(pid, signal);
  } catch (error) {
    if (error.code !== 'ESRCH' && error.code !== 'EPERM') throw error;
  }
}
