import { readFileSync } from 'node:fs';
import path from 'node:path';
import { root } from './paths.mjs';
import { SetupError } from './setup-error.mjs';

/** The exact version in package.json#packageManager. */
export function wantedPnpm() {
  const { packageManager } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
  const version = /^pnpm@([^+]+)/.exec(packageManager)?.[1];
  if (version === undefined) throw new SetupError('package.json#packageManager should read pnpm@<version> and does not.');
  return version;
}
