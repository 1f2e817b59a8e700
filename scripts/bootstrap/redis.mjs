import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync } from 'node:fs';
import { connect } from 'node:net';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { findFreePort, LOOPBACK } from './ports.mjs';
import { say } from './progress.mjs';
import { firstSuitable, OLDEST_REDIS, redisOnPath } from './redis-binaries.mjs';
import { redisOfDebian } from './redis-debian.mjs';
import { SetupError } from './setup-error.mjs';

export const CHOICES = `Any one of these will do:
  - set REDIS_URL=redis://:password@host:6379
  - Debian, Ubuntu: apt-get install redis-server     macOS: brew install redis     Fedora: dnf install valkey
  - docker run --rm -p 6379:6379 redis:7, then REDIS_URL=redis://127.0.0.1:6379
It must be Redis ${OLDEST_REDIS} or newer, or Valkey. More in docs/run.md.`;

/** It reads its append-only file first. */
const READY_WITHIN_MS = 60_000;
const ATTEMPTS = 5;

/**
 * A Redis or Valkey program for this machine; throws SetupError, with the choices, when there is none to be had.
 * @param {import('./supervisor.mjs').Supervisor} supervisor
 * @param {{ usePath: boolean }} options
 */
export async function findRedis(supervisor, { usePath }) {
  const onPath = usePath ? redisOnPath() : [];
  const found = firstSuitable(onPath);
  if (found !== undefined) return found;
  for (const { command, version } of onPath) say(`${command} is Redis ${version}; ${OLDEST_REDIS} or newer is needed`);
  const unpacked = await redisOfDebian(supervisor);
  if (unpacked !== undefined && firstSuitable([unpacked]) !== undefined) return unpacked;
  throw new SetupError(`There is no Redis here, and none could be fetched from Debian.\n${CHOICES}`);
}

/**
 * A Redis server answers on 127.0.0.1 until the supervisor stops it; returns its URL. Its password is new each time, unless it
 * is given: other accounts of this machine reach the port too.
 * @param {import('./supervisor.mjs').Supervisor} supervisor
 * @param {import('./redis-binaries.mjs').RedisBinary} binary
 * @param {import('./slots.mjs').Slot} slot
 */
export async function startRedis(supervisor, binary, slot, password = randomBytes(18).toString('hex')) {
  const folder = path.join(slot.dataDir, 'redis');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const logFile = slot.logFile('redis');
  for (let attempt = 1; ; attempt++) {
    const port = await findFreePort(slot.ports.redis);
    if (port !== slot.ports.redis && attempt === 1) say(`port ${slot.ports.redis} is busy; Redis takes ${port}`);
    const server = supervisor.startServer({
      name: 'Redis',
      command: binary.command,
      args: ['-'],
      stop: [['SIGTERM', 10_000]],
      input: 'pipe',
      options: { env: binary.environment, cwd: folder },
      logFile,
    });
    server.child.stdin?.on('error', () => {});
    server.child.stdin?.end(configuration({ port, password, isThrownAway: slot.isThrownAway }));
    if (await becomesReady(server, port, password, logFile)) {
      supervisor.expectRunning({ name: 'Redis', exited: server.exited, logFile });
      say(`Redis ${binary.version} ready on ${port} (${binary.origin})`);
      return `redis://:${password}@${LOOPBACK}:${port}`;
    }
    const said = readFileSync(logFile, 'utf8').trim();
    if (attempt === ATTEMPTS || !said.includes('Address already in use')) throw new SetupError(didNotStart(said, logFile));
  }
}

/** Read from standard input, so that the password is in no argument list; data go to the working folder. */
function configuration({ port, password, isThrownAway }) {
  return `port ${port}
bind ${LOOPBACK}
requirepass ${password}
save ""
appendonly ${isThrownAway ? 'no' : 'yes'}
maxmemory-policy noeviction
`;
}

/** True once this very process answers, and no longer only to say that it is loading its data; false when it ended before. */
async function becomesReady({ child, exited }, port, password, logFile) {
  let hasEnded = false;
  exited.then(() => {
    hasEnded = true;
  });
  const deadline = Date.now() + READY_WITHIN_MS;
  while (!hasEnded) {
    const answer = await ask(port, `AUTH ${password}\r\nPING\r\nINFO server\r\n`);
    if (answer.includes('+PONG\r\n') && answer.includes(`process_id:${child.pid}\r\n`)) return true;
    if (Date.now() > deadline)
      throw new SetupError(`Redis should answer within ${READY_WITHIN_MS / 1000} s and does not. What it said is in ${logFile}.`);
    await sleep(15);
  }
  return false;
}

/** What a server on this port says to these lines, up to the end of INFO's answer; empty when nothing answers. */
function ask(port, lines) {
  return new Promise((resolve) => {
    let answer = '';
    const socket = connect(port, LOOPBACK, () => socket.write(lines));
    socket.setTimeout(1_000, () => socket.destroy());
    socket.setEncoding('utf8').on('data', (text) => {
      answer += text;
      if (/process_id:\d+\r\n|^-/m.test(answer)) socket.destroy();
    });
    socket.on('error', () => {});
    socket.on('close', () => resolve(answer));
  });
}

function didNotStart(said, logFile) {
  return `Redis should have started and ended instead. It said:

${said.split('\n').slice(-10).join('\n')}

The whole log is ${logFile}. Another server can be used with REDIS_URL.`;
}
