import { accessSync, constants } from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';
import { cache } from './paths.mjs';

/** Environment under which npm and pnpm have somewhere to write: their usual folders, or `.cache` for an account without a home. */
export function installerEnvironment() {
  if (canWrite(homedir())) return { ...process.env };
  return { ...process.env, HOME: path.join(cache, 'home'), npm_config_cache: path.join(cache, 'home', 'npm') };
}

function canWrite(folder) {
  try {
    accessSync(folder, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}
