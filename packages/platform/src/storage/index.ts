import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { isUuid } from '@academy/kernel';
import { newId } from '../ids/index.ts';

/**
 * The object-storage port: named bytes of one tenant, written once and never changed.
 * Names are paths of lower-case words, e.g. `certificates/0190….svg`.
 */
export type StoredObjects = {
  /** The object is stored when this resolves; storing the same name again replaces it whole. Returns the SHA-256 of the bytes, hex. */
  put(tenantId: string, name: string, bytes: Uint8Array): Promise<string>;
  /** The bytes, or undefined when there is no such object. */
  get(tenantId: string, name: string): Promise<Uint8Array | undefined>;
};

const NAME = /^[a-z0-9-]+(\/[a-z0-9-]+)*(\.[a-z0-9]+)?$/;

/** Keeps objects in files under `folder/{tenantId}/`; a file is visible whole or not at all. */
export function createFileStorage(folder: string): StoredObjects {
  const pathOf = (tenantId: string, name: string) => {
    if (!isUuid(tenantId) || !NAME.test(name)) throw new Error(`Not a name for a stored object: ${tenantId}/${name}`);
    return join(folder, tenantId, name);
  };
  return {
    async put(tenantId, name, bytes) {
      const path = pathOf(tenantId, name);
      await mkdir(dirname(path), { recursive: true, mode: 0o700 });
      const draft = `${path}.${newId()}.part`;
      await writeFile(draft, bytes, { mode: 0o600 });
      await rename(draft, path);
      return createHash('sha256').update(bytes).digest('hex');
    },
    async get(tenantId, name) {
      try {
        return await readFile(pathOf(tenantId, name));
      } catch (thrown) {
        if (thrown instanceof Error && 'code' in thrown && thrown.code === 'ENOENT') return undefined;
        throw thrown;
      }
    },
  };
}
