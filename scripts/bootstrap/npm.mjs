import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import path from 'node:path';
import { findOnPath } from './executables.mjs';
import { installerEnvironment } from './home.mjs';
import { logs } from './paths.mjs';
import { SetupError } from './setup-error.mjs';

const DRAFT = '.part-';

/**
 * `folder/node_modules` holds exactly these packages of the npm registry, whole or not at all, each with its commands in
 * `.bin`. They must need no other package; no script of theirs is run. Fetched with `npm pack` and unpacked with tar: a third of
 * the time of `npm install`, because `without` (file patterns) never reaches the disk. Throws SetupError when npm cannot fetch them.
 * @param {import('./supervisor.mjs').Supervisor} supervisor
 * @param {string} folder
 * @param {{ name: string, version: string, without?: string[] }[]} packages
 */
export async function fetchPackages(supervisor, folder, packages) {
  removeDrafts(folder);
  const draft = mkdtempSync(`${folder}${DRAFT}`);
  try {
    const specs = packages.map(({ name, version }) => `${name}@${version}`);
    await runNpm(supervisor, ['pack', '--ignore-scripts', '--loglevel=error', ...specs], draft, specs);
    for (const one of packages) {
      await unpack(supervisor, draft, one);
      linkCommands(path.join(draft, 'node_modules'), one.name);
    }
    rmSync(folder, { recursive: true, force: true });
    renameSync(draft, folder);
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
}

async function runNpm(supervisor, args, cwd, specs) {
  const [command, first] = npmCommand();
  const logFile = path.join(logs, 'npm.log');
  const { code, output } = await supervisor.run({
    name: 'npm',
    command,
    args: [...first, ...args],
    options: { env: installerEnvironment(), cwd },
    logFile,
  });
  if (code !== 0) throw new SetupError(couldNotFetch(specs, output, logFile));
}

/**
 * @param {import('./supervisor.mjs').Supervisor} supervisor
 * @param {string} draft
 * @param {{ name: string, version: string, without?: string[] }} one
 */
async function unpack(supervisor, draft, { name, version, without = [] }) {
  const archive = `${name}-${version}.tgz`;
  const target = path.join(draft, 'node_modules', name);
  mkdirSync(target, { recursive: true });
  const args = [
    '-xzf',
    archive,
    '-C',
    target,
    '--strip-components=1',
    '--no-same-owner',
    ...without.map((pattern) => `--exclude=${pattern}`),
  ];
  const { code, output } = await supervisor.run({ name: 'tar', command: 'tar', args, options: { cwd: draft } });
  if (code !== 0) throw new SetupError(`tar should have unpacked ${archive}, as npm fetched it, and could not: ${output.trim()}`);
  rmSync(path.join(draft, archive));
}

function linkCommands(modules, name) {
  const { bin = {} } = JSON.parse(readFileSync(path.join(modules, name, 'package.json'), 'utf8'));
  mkdirSync(path.join(modules, '.bin'), { recursive: true });
  for (const [command, file] of Object.entries(bin)) {
    chmodSync(path.join(modules, name, file), 0o755);
    symlinkSync(path.join('..', name, file), path.join(modules, '.bin', command));
  }
}

/** What a command that was killed half-way had fetched; the caller's lock says that nobody else is at it. */
function removeDrafts(folder) {
  const parent = path.dirname(folder);
  mkdirSync(parent, { recursive: true });
  for (const name of readdirSync(parent)) {
    if (name.startsWith(`${path.basename(folder)}${DRAFT}`)) rmSync(path.join(parent, name), { recursive: true, force: true });
  }
}

/** The npm that started us, else the first on PATH: the command and its first arguments. */
export function npmCommand() {
  const cli = process.env['npm_execpath'];
  if (cli?.endsWith('npm-cli.js') && existsSync(cli)) return /** @type {const} */ ([process.execPath, [cli]]);
  const onPath = findOnPath('npm');
  if (onPath === undefined) {
    throw new SetupError(
      'npm is needed to fetch what is missing, and there is none on PATH. Install npm 10 or newer (Debian: apt-get install npm).',
    );
  }
  return /** @type {const} */ ([onPath, []]);
}

function couldNotFetch(packages, output, logFile) {
  return `npm should have fetched ${packages.join(' and ')} from the npm registry and could not:

${output.trim().split('\n').slice(-8).join('\n')}

Check that the registry can be reached (npm ping), then start again. The whole output is in ${logFile}.`;
}
