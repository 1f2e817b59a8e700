import path from 'node:path';
import { root } from './paths.mjs';
import { wantedGatewayPort } from './ports.mjs';
import { startedAt } from './progress.mjs';

/** What every command of ours finds in its environment. Throws SetupError when PORT is no port. */
export function workEnvironment() {
  const { START_LAUNCHERS: _ours, ...inherited } = process.env;
  return {
    ...inherited,
    APOLLO_TELEMETRY_DISABLED: 'true',
    PATH: [path.dirname(process.execPath), path.join(root, 'node_modules', '.bin'), process.env['PATH']].join(path.delimiter),
    PORT_WANTED: String(wantedGatewayPort(process.env['PORT'])),
    START_T0: String(startedAt),
  };
}

/**
 * What a command with servers finds besides.
 * @param {import('./slots.mjs').Slot} slot
 * @param {{ postgresUrl: string, redisUrl: string }} servers
 */
export function serverEnvironment(slot, { postgresUrl, redisUrl }) {
  const forTests = { TEST_ADMIN_DATABASE_URL: postgresUrl, TEST_REDIS_URL: redisUrl };
  return { ADMIN_DATABASE_URL: postgresUrl, REDIS_URL: redisUrl, DATA_DIR: slot.dataDir, ...(slot.isThrownAway ? forTests : {}) };
}

/**
 * Runs one command of ours to its end on this terminal; returns its exit code.
 * @param {import('./supervisor.mjs').Supervisor} supervisor
 * @param {string[]} argv `node` stands for the Node that runs us
 */
export async function runWork(supervisor, name, argv, environment) {
  const [first = '', ...args] = argv;
  const { exited } = supervisor.start({
    name,
    command: first === 'node' ? process.execPath : first,
    args,
    options: { cwd: root, env: environment, stdio: [ownInput(), 'inherit', 'inherit'] },
  });
  const { code, error } = await exited;
  if (error !== undefined) throw error;
  return code;
}

/** A session of its own may not read our terminal; a pipe or a file it may. */
function ownInput() {
  return process.stdin.isTTY ? 'ignore' : 'inherit';
}
