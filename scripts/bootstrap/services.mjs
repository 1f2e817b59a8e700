import { checkedUrl } from './external.mjs';
import { ensureInstalled } from './pnpm.mjs';
import { startPostgres } from './postgres.mjs';
import { newestSuitable, OLDEST_POSTGRES, postgresOfNpm, postgresOfThisMachine } from './postgres-binaries.mjs';
import { say } from './progress.mjs';
import { findRedis, startRedis } from './redis.mjs';

/**
 * @typedef {object} ServiceOptions
 * @property {boolean} embedded  PostgreSQL of npm even where the machine has one
 * @property {boolean} usePath   Redis on PATH, if there is one
 */

/** Splits off the options that say where servers come from. @returns {{ options: ServiceOptions, rest: string[] }} */
export function takeServiceOptions(args) {
  const own = ['--embedded', '--no-path'];
  return {
    options: { embedded: args.includes('--embedded'), usePath: !args.includes('--no-path') },
    rest: args.filter((arg) => !own.includes(arg)),
  };
}

/**
 * The dependencies are installed and both servers answer; whatever does not wait for something else goes on at once.
 * @param {import('./supervisor.mjs').Supervisor} supervisor
 * @param {import('./slots.mjs').Slot} slot
 * @param {ServiceOptions} options
 */
export async function startServices(supervisor, slot, options) {
  const installed = ensureInstalled(supervisor);
  const [postgresUrl, redisUrl] = await Promise.all([
    postgres(supervisor, slot, options, installed),
    redis(supervisor, slot, options),
    installed,
  ]);
  return { postgresUrl, redisUrl };
}

async function postgres(supervisor, slot, { embedded }, installed) {
  const given = givenUrl(slot, 'TEST_ADMIN_DATABASE_URL', 'DATABASE_URL');
  if (given !== undefined) return checkedUrl(given.variable, given.url, 5432);
  const found = embedded ? [] : postgresOfThisMachine();
  const suitable = newestSuitable(found);
  if (suitable !== undefined) return startPostgres(supervisor, suitable, slot);
  for (const { binDir, version } of found)
    say(`PostgreSQL ${version} in ${binDir} is too old: ${OLDEST_POSTGRES} or newer is needed`);
  await installed;
  return startPostgres(supervisor, postgresOfNpm(), slot);
}

async function redis(supervisor, slot, { usePath }) {
  const given = givenUrl(slot, 'TEST_REDIS_URL', 'REDIS_URL');
  if (given !== undefined) return checkedUrl(given.variable, given.url, 6379);
  return startRedis(supervisor, await findRedis(supervisor, { usePath }), slot);
}

/** Tests may be given servers of their own; otherwise they use databases and keys of their own on the given ones. */
function givenUrl(slot, testVariable, variable) {
  const variables = slot.isThrownAway ? [testVariable, variable] : [variable];
  for (const name of variables) {
    const url = process.env[name];
    if (url !== undefined && url !== '') return { variable: name, url };
  }
  return undefined;
}
