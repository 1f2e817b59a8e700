import { mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { findLaunchers } from './launchers.mjs';
import { isRunning } from './liveness.mjs';
import { acquire, describe, release } from './locks.mjs';
import { cache, root } from './paths.mjs';
import { say } from './progress.mjs';
import { SetupError } from './setup-error.mjs';
import { stopProcesses } from './stopping.mjs';

/** The ports that servers of `npm start` take when they are free. */
export const START_PORTS = { postgres: 54_329, redis: 63_799 };

const KINDS = {
  start: { folder: 'data', isThrownAway: false, ports: START_PORTS },
  test: { folder: path.join('test', 'data'), isThrownAway: true, ports: { postgres: 54_399, redis: 63_999 } },
};

/** More commands than this at once in one checkout are a loop gone wrong. */
const MOST_AT_ONCE = 20;

/** An interrupted command needs at most 10 s for its work and then some for its servers. */
const LONGEST_STOP_MS = 40_000;

/**
 * A folder of data that only this command uses, until it ends; empty when the data are thrown away. A second command of
 * the same kind in one checkout gets a folder of its own. What a killed command left running on the data is stopped first.
 * @param {import('./supervisor.mjs').Supervisor} supervisor
 * @param {'start' | 'test'} kind
 * @param {string} [base] holds the data, the locks and the logs
 */
export async function claimSlot(supervisor, kind, base = cache) {
  const { folder, isThrownAway, ports } = KINDS[kind];
  for (let number = 1; number <= MOST_AT_ONCE; number++) {
    const suffix = number === 1 ? '' : `-${number}`;
    const lock = path.join(base, 'locks', `${kind}${suffix}.json`);
    const dataDir = path.join(base, `${folder}${suffix}`);
    const answer = await acquireOnceStopped(lock);
    if (!answer.held) {
      say(`process ${answer.by.owner.pid} already uses ${path.relative(root, dataDir)}; this command gets data of its own`);
      continue;
    }
    await stopLeftovers(answer.left?.running ?? []);
    const launchers = findLaunchers();
    supervisor.observe((running, isStopping) => describe(lock, { launchers, running, isStopping }));
    process.on('exit', () => release(lock));
    if (isThrownAway) rmSync(dataDir, { recursive: true, force: true });
    mkdirSync(dataDir, { recursive: true });
    return {
      dataDir,
      isThrownAway,
      ports,
      logFile: (/** @type {string} */ name) => path.join(base, 'logs', `${kind}${suffix}-${name}.log`),
    };
  }
  throw new SetupError(
    `${MOST_AT_ONCE} commands already run in this checkout. Stop some of them; .cache/locks says which processes they are.`,
  );
}

/** @typedef {Awaited<ReturnType<typeof claimSlot>>} Slot */

/** The lock, waiting for an owner that is on its way out: it would be a pity to leave its data for an empty folder. */
async function acquireOnceStopped(lock) {
  const deadline = Date.now() + LONGEST_STOP_MS;
  for (let told = false; ; told = true) {
    const answer = acquire(lock);
    if (answer.held || !isEnding(answer.by) || Date.now() > deadline) return answer;
    if (!told) say(`the command before this one (process ${answer.by.owner.pid}) is still stopping; waiting for it`);
    await sleep(100);
  }
}

/** @param {import('./locks.mjs').Claim} claim */
function isEnding({ isStopping = false, launchers = [] }) {
  return isStopping || !launchers.every(isRunning);
}

async function stopLeftovers(running) {
  const alive = running.filter(isRunning);
  if (alive.length > 0)
    say(`an earlier command was killed and left ${alive.map((one) => one.name).join(', ')} running; stopping it`);
  await stopProcesses(running);
}
