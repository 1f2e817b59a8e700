import { mkdtemp, rename, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createLogger } from '@academy/platform/logger';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { readSchemaFiles, type SchemaFiles, watchSchemaFiles } from './schema-files.ts';

let directory: string;
let second = 0;
const taken: SchemaFiles[] = [];
const log: string[] = [];

/** As a deployment does: the new file takes the place of the old one at once. */
async function write(supergraphSdl: string): Promise<void> {
  await writeFile(join(directory, 'api.graphql'), `api of ${supergraphSdl}`);
  const draft = join(directory, 'draft');
  await writeFile(draft, supergraphSdl);
  second += 10;
  // Clocks of file systems are coarse; each writing is at a time of its own.
  await utimes(draft, 1_700_000_000 + second, 1_700_000_000 + second);
  await rename(draft, join(directory, 'supergraph.graphql'));
}
async function watch() {
  return watchSchemaFiles({
    directory,
    lookEveryMs: 10,
    current: await readSchemaFiles(directory),
    onChange: async (files) => {
      if (files.supergraphSdl === 'misfit') throw new Error('does not fit');
      taken.push(files);
    },
    logger: createLogger({ process: 'test', level: 'error', destination: { write: (line) => void log.push(line) } }),
  });
}

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'schema-files-'));
  taken.length = 0;
  log.length = 0;
  await write('first');
});
afterEach(() => rm(directory, { recursive: true }));

test('a new supergraph is handed over once, with the schema of clients', async () => {
  const service = await watch();
  await write('second');
  await vi.waitFor(() => expect(taken).toEqual([{ supergraphSdl: 'second', apiSdl: 'api of second' }]));
  await write('third');
  await vi.waitFor(() => expect(taken.map(({ supergraphSdl }) => supergraphSdl)).toEqual(['second', 'third']));
  await service.stop();
});

test('the same text with a new date is no change', async () => {
  const service = await watch();
  await write('first');
  await write('second');
  await vi.waitFor(() => expect(taken).toHaveLength(1));
  expect(taken[0]?.supergraphSdl).toBe('second');
  await service.stop();
});

test('what does not fit, or cannot be read, is logged, and the next that fits is taken', async () => {
  const service = await watch();
  await write('misfit');
  await vi.waitFor(() => expect(log.join()).toContain('does not fit'));
  await rm(join(directory, 'supergraph.graphql'));
  await vi.waitFor(() => expect(log.join()).toContain('ENOENT'));
  await write('third');
  await vi.waitFor(() => expect(taken.map(({ supergraphSdl }) => supergraphSdl)).toEqual(['third']));
  await service.stop();
});
