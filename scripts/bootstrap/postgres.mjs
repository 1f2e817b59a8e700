import { readFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { findFreePort, LOOPBACK } from './ports.mjs';
import { chooseAccount } from './postgres-account.mjs';
import { FAST_STOP, IMMEDIATE_STOP, POSTGRES_ENVIRONMENT, prepareData, readPostmaster } from './postgres-data.mjs';
import { say } from './progress.mjs';
import { SetupError } from './setup-error.mjs';

/** Six databases, each with pools for an API, a worker and a migration, and room for a test or a console beside them. */
const MAX_CONNECTIONS = 300;

/** Only for data that are thrown away: what is acknowledged may be lost with the machine's power. */
const FASTER_THAN_SAFE = { fsync: 'off', full_page_writes: 'off', synchronous_commit: 'off' };

/** After a kill it first replays its log, which takes a while on a slow disk. */
const READY_WITHIN_MS = 60_000;

/** What the next attempt may not meet again: a port just taken, or children of a killed server that are still leaving. */
const PASSING_TROUBLE =
  /could not bind|Address already in use|pre-existing shared memory block|lock file "postmaster.pid" already exists/;
const ATTEMPTS = 5;

/**
 * A PostgreSQL server answers on 127.0.0.1 until the supervisor stops it; returns the URL of its superuser.
 * @param {import('./supervisor.mjs').Supervisor} supervisor
 * @param {import('./postgres-binaries.mjs').PostgresBinaries} binaries
 * @param {import('./slots.mjs').Slot} slot
 */
export async function startPostgres(supervisor, binaries, slot) {
  const major = binaries.version.split('.')[0];
  const account = chooseAccount({ binDir: binaries.binDir, dataDir: path.join(slot.dataDir, `postgres-${major}`) });
  const password = await prepareData(supervisor, account, { isThrownAway: slot.isThrownAway, logFile: slot.logFile('initdb') });
  const logFile = slot.logFile('postgres');
  for (let attempt = 1; ; attempt++) {
    const port = await findFreePort(slot.ports.postgres);
    if (port !== slot.ports.postgres && attempt === 1) say(`port ${slot.ports.postgres} is busy; PostgreSQL takes ${port}`);
    const server = supervisor.startServer({ name: 'PostgreSQL', ...serverCommand(account, port, slot.isThrownAway), logFile });
    if (await becomesReady(account.dataDir, server, logFile)) {
      supervisor.expectRunning({ name: 'PostgreSQL', exited: server.exited, logFile });
      say(`PostgreSQL ${binaries.version} ready on ${port} (${[binaries.origin, account.note].filter(Boolean).join(', ')})`);
      return `postgres://postgres:${password}@${LOOPBACK}:${port}/postgres`;
    }
    const said = readFileSync(logFile, 'utf8').trim();
    if (attempt === ATTEMPTS || !PASSING_TROUBLE.test(said)) throw new SetupError(didNotStart(said, logFile));
    await sleep(500);
  }
}

function serverCommand(account, port, isThrownAway) {
  const settings = {
    listen_addresses: LOOPBACK,
    unix_socket_directories: '',
    max_connections: MAX_CONNECTIONS,
    timezone: 'UTC',
    log_timezone: 'UTC',
    ...(isThrownAway ? FASTER_THAN_SAFE : {}),
  };
  const [command, ...args] = [
    ...account.prefix,
    path.join(account.binDir, 'postgres'),
    ...['-D', account.dataDir, '-p', String(port)],
    ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
  ];
  return {
    command,
    args,
    stop: isThrownAway ? IMMEDIATE_STOP : FAST_STOP,
    options: { ...account.identity, env: POSTGRES_ENVIRONMENT, cwd: '/' },
  };
}

/** True once this very process says so in its pid file; false when it ended before. */
async function becomesReady(dataDir, { child, exited }, logFile) {
  let hasEnded = false;
  exited.then(() => {
    hasEnded = true;
  });
  const deadline = Date.now() + READY_WITHIN_MS;
  while (!hasEnded) {
    const postmaster = readPostmaster(dataDir);
    if (postmaster?.pid === child.pid && postmaster?.isReady) return true;
    if (Date.now() > deadline)
      throw new SetupError(
        `PostgreSQL should be ready within ${READY_WITHIN_MS / 1000} s and is not. What it said is in ${logFile}.`,
      );
    await sleep(10);
  }
  return false;
}

function didNotStart(said, logFile) {
  return `PostgreSQL should have started and ended instead. It said:

${said.split('\n').slice(-10).join('\n')}

The whole log is ${logFile}. To begin with empty data, remove the folder named there; or set DATABASE_URL to use another server.`;
}
