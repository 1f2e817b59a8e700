import { randomBytes } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** What this checkout's academy keeps to itself. */
export type Secrets = { readonly signingKey: { readonly id: string; readonly secret: string }; readonly authoritySecret: string };

const FILE = 'secrets.json';

/** The secrets of this data folder, made when it has none (mode 0600). */
export async function readOrMakeSecrets(dataDir: string): Promise<Secrets> {
  const path = join(dataDir, FILE);
  await mkdir(dataDir, { recursive: true, mode: 0o700 });
  try {
    return JSON.parse(await readFile(path, 'utf8')) as Secrets;
  } catch (thrown) {
    if (!(thrown instanceof Error && 'code' in thrown && thrown.code === 'ENOENT')) throw thrown;
  }
  const made: Secrets = {
    signingKey: { id: 'local-1', secret: randomBytes(32).toString('base64url') },
    authoritySecret: randomBytes(24).toString('base64url'),
  };
  await writeFile(path, JSON.stringify(made), { mode: 0o600 });
  return made;
}
