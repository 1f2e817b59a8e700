import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** Manifests and start files of the peers, and where each is installed: outside the workspace, so that no peer's dependency reaches ours. */
const MANIFESTS = resolve(import.meta.dirname, '../../peers');
const INSTALLED = resolve(import.meta.dirname, '../../../.cache/bench-peers');

const INSTALL_MS = 300_000;

/** The folder of an installed peer, or why it cannot be had. */
export type InstalledPeer = { readonly folder: string; readonly version: string } | { readonly missing: string };

/**
 * The peer is installed afterwards, at the versions of its manifest under `bench/peers`, unless the answer says why not. Once installed it is
 * used as it is until the manifest changes.
 */
export function installPeer(name: string): InstalledPeer {
  const folder = join(INSTALLED, name);
  mkdirSync(folder, { recursive: true });
  cpSync(join(MANIFESTS, name), folder, { recursive: true });
  const manifest = readFileSync(join(folder, 'package.json'), 'utf8');
  const stamp = join(folder, 'node_modules', '.installed-from.json');
  if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== manifest) {
    console.log(`installing ${name} …`);
    const npm = spawnSync('npm', ['install', '--no-audit', '--no-fund', '--ignore-scripts', '--loglevel=error'], {
      cwd: folder,
      encoding: 'utf8',
      timeout: INSTALL_MS,
      // The workspace's own npm settings are not the peer's.
      env: Object.fromEntries(Object.entries(process.env).filter(([key]) => !key.startsWith('npm_'))),
    });
    if (npm.status !== 0) {
      const said = npm.error?.message ?? npm.stderr.trim().split('\n').slice(-3).join(' ');
      return { missing: `npm could not install it: ${said || `exit ${npm.status}`}` };
    }
    writeFileSync(stamp, manifest);
  }
  const { dependencies } = JSON.parse(manifest) as { dependencies: Record<string, string> };
  const [first = '', version = ''] = Object.entries(dependencies)[0] ?? [];
  return { folder, version: `${first} ${version}` };
}
