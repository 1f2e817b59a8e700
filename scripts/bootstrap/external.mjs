import { connect } from 'node:net';
import { say } from './progress.mjs';
import { SetupError } from './setup-error.mjs';

const ANSWERS_WITHIN_MS = 5_000;

/** The URL itself, once something listens where it points; throws SetupError otherwise. */
export async function checkedUrl(variable, url, defaultPort) {
  say(`using ${await probeUrl(variable, url, defaultPort)}`);
  return url;
}

/**
 * The variable and where it points, without user and password, once something listens there; throws SetupError otherwise.
 * @param {string} variable the environment variable that holds the URL
 */
export async function probeUrl(variable, url, defaultPort) {
  const target = parse(variable, url);
  if (target.hostname === '') return variable;
  const place = `${target.hostname}:${target.port || defaultPort}`;
  const problem = await whyNoAnswer(target.hostname.replace(/^\[|\]$/g, ''), Number(target.port || defaultPort));
  if (problem === undefined) return `${variable} (${place})`;
  throw new SetupError(`${variable} points to ${place}, and a server should listen there: ${problem}.
Start that server, correct ${variable}, or unset it to have one started here.`);
}

function parse(variable, url) {
  try {
    return new URL(url);
  } catch (cause) {
    throw new SetupError(
      `${variable} should be a URL such as ${EXAMPLES[variable]}, and is not one. Correct it, or unset it to have a server started here.`,
      { cause },
    );
  }
}

const EXAMPLES = {
  DATABASE_URL: 'postgres://user:password@host:5432/postgres',
  TEST_ADMIN_DATABASE_URL: 'postgres://user:password@host:5432/postgres',
  REDIS_URL: 'redis://:password@host:6379',
  TEST_REDIS_URL: 'redis://:password@host:6379',
};

/** @returns {Promise<string | undefined>} */
function whyNoAnswer(host, port) {
  return new Promise((resolve) => {
    const socket = connect(port, host);
    const end = (problem) => {
      socket.destroy();
      resolve(problem);
    };
    socket.setTimeout(ANSWERS_WITHIN_MS, () => end(`no answer within ${ANSWERS_WITHIN_MS / 1000} s`));
    socket.once('connect', () => end(undefined));
    socket.once('error', (/** @type {NodeJS.ErrnoException} */ error) =>
      end(error.code === 'ECONNREFUSED' ? 'the connection was refused' : error.message),
    );
  });
}
