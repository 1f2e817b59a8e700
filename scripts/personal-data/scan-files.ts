import { createReadStream } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { basename, join, relative } from 'node:path';
import type { Findings } from './finding.ts';

const CHUNK_BYTES = 4 * 1024 * 1024;
/** What two chunks share, so that nothing hides on the seam. */
const OVERLAP_BYTES = 64 * 1024;
/** Packed files must be read whole. */
const MAX_PACKED_BYTES = 64 * 1024 * 1024;

/** A file, or all files of a folder and those below it, are looked through, names and contents. Throws when there is no such file. */
export async function scanFiles(path: string, kind: 'storage' | 'log', findings: Findings): Promise<void> {
  const isFolder = (await stat(path)).isDirectory();
  const names = isFolder ? await readdir(path, { recursive: true, withFileTypes: true }) : [];
  const files = isFolder ? names.filter((one) => one.isFile()).map((one) => join(one.parentPath, one.name)) : [path];
  for (const file of files.sort()) {
    const name = isFolder ? relative(path, file) : basename(file);
    const place = `${kind} ${isFolder ? patternOf(name) : name}`;
    const isPersonal = findings.lookAtName(place, name);
    const at = isPersonal ? 'a file whose name is personal itself' : name;
    for await (const bytes of chunksOf(file)) findings.look({ place, at, bytes });
  }
}

async function* chunksOf(file: string): AsyncGenerator<Buffer> {
  const highWaterMark = file.endsWith('.gz') ? MAX_PACKED_BYTES : CHUNK_BYTES;
  let before = Buffer.alloc(0);
  for await (const part of createReadStream(file, { highWaterMark })) {
    const bytes = Buffer.concat([before, part as Buffer]);
    yield bytes;
    before = bytes.subarray(Math.max(0, bytes.length - OVERLAP_BYTES));
  }
}

/** The path with ids taken out, so that a thousand documents are one place. */
function patternOf(name: string): string {
  return name.replace(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/gi, '*');
}
