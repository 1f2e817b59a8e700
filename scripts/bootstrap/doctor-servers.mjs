import { readFileSync } from 'node:fs';
import path from 'node:path';
import { outputOf } from './executables.mjs';
import { probeUrl } from './external.mjs';
import { root } from './paths.mjs';
import {
  newestSuitable,
  npmPackageName,
  OLDEST_POSTGRES,
  CHOICES as POSTGRES_CHOICES,
  postgresOfThisMachine,
} from './postgres-binaries.mjs';
import { CHOICES as REDIS_CHOICES } from './redis.mjs';
import { firstSuitable, OLDEST_REDIS, redisOnPath, redisUnpacked } from './redis-binaries.mjs';
import { hasApt } from './redis-debian.mjs';

/** @typedef {import('./findings.mjs').Finding} Finding */

/** @returns {Promise<Finding>} */
export async function examinePostgres() {
  const subject = 'PostgreSQL';
  if (process.env['DATABASE_URL']) return examineUrl(subject, 'DATABASE_URL', 5432);
  const found = postgresOfThisMachine();
  const suitable = newestSuitable(found);
  if (suitable !== undefined)
    return { subject, state: 'ok', found: `${suitable.version} in ${suitable.binDir}${otherThanRoot()}` };
  const tooOld = found.map(({ version, binDir }) => `${version} in ${binDir} is older than ${OLDEST_POSTGRES}; `).join('');
  if (readFileSync(path.join(root, 'pnpm-lock.yaml'), 'utf8').includes(`'${npmPackageName()}@`)) {
    return {
      subject,
      state: 'ok',
      found: `${tooOld}${npmPackageName()}, one of the dependencies, will be used${otherThanRoot()}`,
    };
  }
  return {
    subject,
    state: 'missing',
    found: `${tooOld}none on this machine, and none packaged for this platform`,
    advice: POSTGRES_CHOICES,
  };
}

/** @returns {Promise<Finding>} */
export async function examineRedis() {
  const subject = 'Redis';
  if (process.env['REDIS_URL']) return examineUrl(subject, 'REDIS_URL', 6379);
  const onPath = redisOnPath();
  const suitable = firstSuitable(onPath);
  if (suitable !== undefined) return { subject, state: 'ok', found: `${suitable.version}, ${suitable.command}` };
  const tooOld = onPath.map(({ version, command }) => `${command} is ${version}, older than ${OLDEST_REDIS}; `).join('');
  const unpacked = redisUnpacked();
  if (unpacked !== undefined) return { subject, state: 'ok', found: `${tooOld}${unpacked.version}, ${unpacked.origin}` };
  if (!hasApt())
    return {
      subject,
      state: 'missing',
      found: `${tooOld}none on PATH, and no apt-get and dpkg-deb to fetch Debian's`,
      advice: REDIS_CHOICES,
    };
  return fetchable(subject, tooOld);
}

/** @returns {Promise<Finding>} */
async function fetchable(subject, tooOld) {
  const problem = await whyNoMirror();
  if (problem === undefined)
    return {
      subject,
      state: 'later',
      found: `${tooOld}none on PATH; Debian's package will be fetched with apt-get and unpacked under .cache`,
    };
  return {
    subject,
    state: 'missing',
    found: `${tooOld}none on PATH, and apt cannot fetch it: ${problem}`,
    advice: REDIS_CHOICES,
  };
}

/** Whether the first mirror of apt answers; not asked through a proxy, which only apt knows how to use. */
async function whyNoMirror() {
  const sites = outputOf('apt-get', ['indextargets', '--format', '$(SITE)', 'Created-By: Packages'])?.split('\n') ?? [];
  const site = sites.find((one) => one.startsWith('http'));
  if (site === undefined) return sites.some((one) => one !== '') ? undefined : 'it has no package sources';
  const proxy = outputOf('apt-config', ['shell', 'PROXY', 'Acquire::http::Proxy'])?.trim();
  if (proxy || process.env['http_proxy'] || process.env['https_proxy']) return undefined;
  try {
    await fetch(`${site}/`, { method: 'HEAD', signal: AbortSignal.timeout(8_000) });
    return undefined;
  } catch {
    return `${site} does not answer`;
  }
}

/** @returns {Promise<Finding>} */
async function examineUrl(subject, variable, defaultPort) {
  try {
    return { subject, state: 'ok', found: await probeUrl(variable, process.env[variable] ?? '', defaultPort) };
  } catch (error) {
    const [found = '', ...advice] = error.message.split('\n');
    return { subject, state: 'missing', found, ...(advice.length > 0 ? { advice: advice.join('\n') } : {}) };
  }
}

function otherThanRoot() {
  return process.getuid?.() === 0 ? '; it will run under another account than root' : '';
}
