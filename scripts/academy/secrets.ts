import { randomBytes } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** What this checkout's academy keeps to itself. */
export type Secrets = {
  readonly signingKey: { readonly id: string; readonly secret: string };
  readonly authoritySecret: string;
  /** `id:key` pairs, newest first, separated by commas: what personal data is sealed under. Lost, it is lost. */
  readonly keyEncryptionKeys: string;
};

const FILE = 'secrets.json';

/** The secrets of this data folder; those that it has not are made (mode 0600). */
export async function readOrMakeSecrets(dataDir: string): Promise<Secrets> {
  const path = join(dataDir, FILE);
  await mkdir(dataDir, { recursive: true, mode: 0o700 });
  const kept = await read(path);
  const made: Secrets = {
    signingKey: { id: 'local-1', secret: randomBytes(32).toString('base64url') },
    authoritySecret: randomBytes(24).toString('base64url'),
    keyEncryptionKeys: `local-1:${randomBytes(32).toString('base64url')}`,
    ...kept,
  };
  if (Object.keys(kept).length < Object.keys(made).length) await writeFile(path, JSON.stringify(made), { mode: 0o600 });
  return made;
}

/** A folder of an earlier version lacks what is new since. */
async function read(path: string): Promise<Partial<Secrets>> {
  try {
    return JSON.parse(await readFile(path, 'utf8')) as Partial<Secrets>;
  } catch (thrown) {
    if (thrown instanceof Error && 'code' in thrown && thrown.code === 'ENOENT') return {};
    throw thrown;
  }
}
