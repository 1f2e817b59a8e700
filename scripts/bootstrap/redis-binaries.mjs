import { existsSync } from 'node:fs';
import path from 'node:path';
import { findOnPath, outputOf } from './executables.mjs';
import { cache } from './paths.mjs';
import { isAtLeast, versionIn } from './versions.mjs';

/** The first with `entries-added` in XINFO STREAM, by which a reader of a stream detects a gap. */
export const OLDEST_REDIS = '7.0';

/** @typedef {{ command: string, environment: NodeJS.ProcessEnv, version: string, origin: string }} RedisBinary */

/** Where Debian's packages are unpacked. */
export const unpackedFolder = path.join(cache, 'redis');

/** Valkey, else Redis, on PATH, whatever its version. @returns {RedisBinary[]} */
export function redisOnPath() {
  return ['valkey-server', 'redis-server'].flatMap((name) => {
    const command = findOnPath(name);
    const found = command === undefined ? undefined : probe(command, process.env, `${name} on PATH`);
    return found === undefined ? [] : [found];
  });
}

/** The first server among those found that is new enough, or undefined. */
export function firstSuitable(found) {
  return found.find(({ version }) => isAtLeast(version, OLDEST_REDIS));
}

/** What an earlier command unpacked, if it runs. @returns {RedisBinary | undefined} */
export function redisUnpacked(folder = unpackedFolder) {
  for (const name of ['redis-server', 'valkey-server']) {
    const command = path.join(folder, 'usr', 'bin', name);
    if (existsSync(command))
      return probe(command, { ...process.env, LD_LIBRARY_PATH: libraryPath(folder) }, 'Debian package unpacked in .cache');
  }
  return undefined;
}

/** @returns {RedisBinary | undefined} */
function probe(command, environment, origin) {
  const version = versionIn(outputOf(command, ['--version'], { env: environment }) ?? '');
  return version === undefined ? undefined : { command, environment, version, origin };
}

function libraryPath(folder) {
  const triplet = { x64: 'x86_64', arm64: 'aarch64' }[process.arch] ?? process.arch;
  return ['usr/lib', 'lib'].map((parent) => path.join(folder, parent, `${triplet}-linux-gnu`)).join(':');
}
