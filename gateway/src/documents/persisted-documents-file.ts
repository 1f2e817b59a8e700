import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { describeThrown } from '@academy/kernel';
import type { Logger } from '@academy/platform/logger';
import { type DocumentFile, NO_DOCUMENTS, type PersistedDocuments, readPersistedDocuments } from './persisted-documents.ts';

/** Registered documents that follow their file or folder. */
export type PersistedDocumentsFile = {
  /** As they are now. */
  current(): PersistedDocuments;
  /** Reads again, whatever the file's time says. A file that does not fit is logged, and the documents from before it stay. */
  reload(): Promise<void>;
  /** Calls back after each change, until the returned function is called. */
  onChange(listener: () => void): () => void;
  stop(): void;
};

/** All files together. */
const MAX_BYTES = 64 * 1024 * 1024;
const READ_DEADLINE_MS = 10_000;

/** Nothing is registered, and nothing ever will be. */
export const NO_DOCUMENTS_FILE: PersistedDocumentsFile = {
  current: () => NO_DOCUMENTS,
  reload: () => Promise.resolve(),
  onChange: () => () => {},
  stop: () => {},
};

/**
 * Opens a manifest, a document, or a folder of them (not of folders), and looks every `reloadEveryMs` whether time or size of a file has
 * changed. Rejects when they do not fit now.
 */
export async function openPersistedDocuments(options: {
  path: string;
  reloadEveryMs: number;
  logger: Logger;
}): Promise<PersistedDocumentsFile> {
  const { path, logger } = options;
  const listeners = new Set<() => void>();
  let seen = await fingerprint(path);
  let current = readPersistedDocuments(await readFiles(seen));
  let reading: Promise<void> | undefined;

  async function read(isForced: boolean): Promise<void> {
    try {
      const found = await fingerprint(path);
      if (!isForced && JSON.stringify(found) === JSON.stringify(seen)) return;
      seen = found;
      current = readPersistedDocuments(await readFiles(found));
      logger.info({ path, documents: [...current.sources()].length }, 'persisted documents were read');
      for (const listener of listeners) listener();
    } catch (thrown) {
      logger.error({ path, err: describeThrown(thrown) }, 'persisted documents could not be read; those from before stay');
    }
  }
  /** One at a time: a second caller waits for a reading of its own, so that it sees what it wrote. */
  async function reload(isForced: boolean): Promise<void> {
    const before = reading;
    if (before !== undefined && !isForced) return before;
    const mine = (before ?? Promise.resolve()).then(() => read(isForced));
    reading = mine;
    await mine;
    if (reading === mine) reading = undefined;
  }

  const timer = setInterval(() => void reload(false), options.reloadEveryMs);
  timer.unref();
  return {
    current: () => current,
    reload: () => reload(true),
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    stop: () => clearInterval(timer),
  };
}

type Seen = readonly { readonly path: string; readonly changedAtMs: number; readonly bytes: number }[];

async function fingerprint(path: string): Promise<Seen> {
  const found = await stat(path);
  if (!found.isDirectory()) return [{ path, changedAtMs: found.mtimeMs, bytes: found.size }];
  const names = (await readdir(path)).filter((name) => /\.(json|graphql|gql)$/.test(name)).sort();
  return Promise.all(
    names.map(async (name) => {
      const file = join(path, name);
      const { mtimeMs, size } = await stat(file);
      return { path: file, changedAtMs: mtimeMs, bytes: size };
    }),
  );
}

async function readFiles(files: Seen): Promise<DocumentFile[]> {
  const bytes = files.reduce((sum, file) => sum + file.bytes, 0);
  if (bytes > MAX_BYTES) throw new Error(`Expected persisted documents of at most ${MAX_BYTES} bytes, found ${bytes}.`);
  const signal = AbortSignal.timeout(READ_DEADLINE_MS);
  return Promise.all(files.map(async ({ path }) => ({ path, text: await readFile(path, { encoding: 'utf8', signal }) })));
}
