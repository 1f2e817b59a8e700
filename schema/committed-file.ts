import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** A generated file of this folder as it should be. */
export interface CommittedFile {
  readonly name: string;
  readonly content: string;
}

/** Names of those files whose content on disk is not what it should be; a missing file counts. */
export function outdated(files: readonly CommittedFile[]): string[] {
  return files.filter(({ name, content }) => readCommitted(name) !== content).map(({ name }) => name);
}

/** Content of a file of this folder, or null when there is none. */
export function readCommitted(name: string): string | null {
  const path = join(import.meta.dirname, name);
  return existsSync(path) ? readFileSync(path, 'utf8') : null;
}

/** Files are on disk as they should be; answers the names of those that were not before. */
export function writeCommitted(files: readonly CommittedFile[]): string[] {
  const changed = outdated(files);
  for (const { name, content } of files) {
    if (changed.includes(name)) writeFileSync(join(import.meta.dirname, name), content);
  }
  return changed;
}
