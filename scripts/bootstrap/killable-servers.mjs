import { randomBytes } from 'node:crypto';
import { chmodSync, mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { isRunning } from './liveness.mjs';
import { findFreePort } from './ports.mjs';
import { startPostgres } from './postgres.mjs';
import { newestSuitable, postgresOfNpm, postgresOfThisMachine } from './postgres-binaries.mjs';
import { findRedis, startRedis } from './redis.mjs';
import { Supervisor } from './supervisor.mjs';

const GONE_WITHIN_MS = 30_000;

/**
 * PostgreSQL and Redis of one's own in `folder`, as safe as those of `npm start`, which may be killed and come back under the same
 * address with the same data; see killable-servers.d.mts. For tests of faults.
 * @param {string} folder
 */
export async function startKillableServers(folder) {
  mkdirSync(folder, { recursive: true });
  // PostgreSQL may run under another account.
  chmodSync(folder, 0o755);
  const supervisor = new Supervisor();
  let running = [];
  supervisor.observe((now) => {
    running = now;
  });
  const slot = {
    dataDir: folder,
    isThrownAway: false,
    ports: { postgres: await findFreePort(0), redis: await findFreePort(0) },
    logFile: (name) => path.join(folder, `${name}.log`),
  };
  const password = randomBytes(18).toString('hex');
  const postgresBinaries = newestSuitable(postgresOfThisMachine()) ?? postgresOfNpm();
  const redisBinary = await findRedis(supervisor, { usePath: true });

  /** @param {'PostgreSQL' | 'Redis'} name @param {NodeJS.Signals} signal */
  async function kill(name, signal) {
    const found = running.find((one) => one.name === name);
    if (found === undefined) throw new Error(`${name} does not run.`);
    process.kill(found.pid, signal);
    const deadline = Date.now() + GONE_WITHIN_MS;
    while (isRunning(found)) {
      if (Date.now() > deadline) throw new Error(`${name} still runs ${GONE_WITHIN_MS / 1000} s after ${signal}.`);
      await sleep(10);
    }
    // The supervisor hears of it a moment later, and ends what it left behind.
    while (running.includes(found)) await sleep(10);
  }
  const startBoth = () =>
    Promise.all([startPostgres(supervisor, postgresBinaries, slot), startRedis(supervisor, redisBinary, slot, password)]);
  const stop = async () => {
    await supervisor.stopAll();
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    const [postgresUrl, redisUrl] = await startBoth();
    return {
      postgresUrl,
      redisUrl,
      redisFolder: path.join(folder, 'redis'),
      kill,
      async startPostgres() {
        await startPostgres(supervisor, postgresBinaries, slot);
      },
      async startRedis(/** @type {{ isEmpty?: boolean }} */ { isEmpty = false } = {}) {
        if (isEmpty) rmSync(path.join(folder, 'redis'), { recursive: true, force: true });
        await startRedis(supervisor, redisBinary, slot, password);
      },
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}
