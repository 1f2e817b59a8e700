import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createLogger } from '@academy/platform/logger';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { sha256Hex } from './document-hash.ts';
import { readPersistedDocuments } from './persisted-documents.ts';
import { openPersistedDocuments } from './persisted-documents-file.ts';

const ME = 'query Me { me { id } }';
const COURSES = 'query Courses { courses { edges { node { id } } } }';
const apollo = (operations: unknown) => JSON.stringify({ format: 'apollo-persisted-query-manifest', version: 1, operations });
const json = (text: string) => [{ path: 'manifest.json', text }];

describe('a manifest', () => {
  test('of Apollo names a document by its own id and by its hash', () => {
    const documents = readPersistedDocuments(json(apollo([{ id: 'me-1', name: 'Me', type: 'query', body: ME }])));
    expect(documents.find('me-1')).toBe(ME);
    expect(documents.find(sha256Hex(ME))).toBe(ME);
    expect(documents.find(`sha256:${sha256Hex(ME)}`)).toBe(ME);
    expect(documents.find('me-2')).toBeUndefined();
    expect([documents.has(ME), documents.has(COURSES), [...documents.sources()]]).toEqual([true, false, [ME]]);
  });

  test('of GraphQL Code Generator is an object of ids and documents, whatever made the ids', () => {
    const documents = readPersistedDocuments(json(JSON.stringify({ [`sha256:${sha256Hex(ME)}`]: ME, '0a1b2c': COURSES })));
    expect(documents.find(sha256Hex(ME))).toBe(ME);
    expect([documents.find('0a1b2c'), documents.find('constructor')]).toEqual([COURSES, undefined]);
  });

  const wrong: [string, string, string][] = [
    ['that is no JSON', '{', 'manifest.json: expected JSON.'],
    [
      'of another version',
      JSON.stringify({ format: 'apollo-persisted-query-manifest', version: 2, operations: [] }),
      'version 1',
    ],
    ['whose documents are no texts', JSON.stringify({ a: 1 }), 'an object of ids and documents'],
    [
      'with one id for two documents',
      apollo([
        { id: 'a', body: ME },
        { id: 'a', body: COURSES },
      ]),
      'given to two different documents',
    ],
  ];
  test.each(wrong)('%s is refused with what was expected', (_name, text, words) => {
    expect(() => readPersistedDocuments(json(text))).toThrow(words);
  });
});

test('a single document is known by the hash of its text, with and without the white space around it', () => {
  const documents = readPersistedDocuments([{ path: 'me.graphql', text: `${ME}\n` }]);
  expect([documents.find(sha256Hex(ME)), documents.find(sha256Hex(`${ME}\n`))]).toEqual([ME, ME]);
  expect(() => readPersistedDocuments([{ path: 'me.graphql', text: ' \n' }])).toThrow('the file is empty');
});

describe('a folder of documents', () => {
  let folder: string;
  const log: string[] = [];
  const logger = createLogger({ process: 'test', level: 'info', destination: { write: (line) => void log.push(line) } });
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'documents-'));
    log.length = 0;
  });
  afterEach(() => rm(folder, { recursive: true }));
  const open = () => openPersistedDocuments({ path: folder, reloadEveryMs: 60_000, logger });

  test('is read whole, other files and folders aside', async () => {
    await writeFile(join(folder, 'web.json'), JSON.stringify({ courses: COURSES }));
    await writeFile(join(folder, 'me.graphql'), ME);
    await writeFile(join(folder, 'README.md'), 'not a document');
    await mkdir(join(folder, 'old.json.d'));
    const file = await open();
    expect([...file.current().sources()].sort()).toEqual([COURSES, ME]);
    file.stop();
  });

  test('is read again on demand, and tells those who listen', async () => {
    await writeFile(join(folder, 'me.graphql'), ME);
    const file = await open();
    const seen: boolean[] = [];
    const forget = file.onChange(() => seen.push(file.current().has(COURSES)));
    await writeFile(join(folder, 'courses.graphql'), COURSES);
    await file.reload();
    forget();
    await file.reload();
    expect(seen).toEqual([true]);
    file.stop();
  });

  test('is looked at again and again: a change is found without being told', async () => {
    await writeFile(join(folder, 'me.graphql'), ME);
    const file = await openPersistedDocuments({ path: folder, reloadEveryMs: 10, logger });
    const changed = new Promise<void>((resolve) => file.onChange(resolve));
    await writeFile(join(folder, 'courses.graphql'), COURSES);
    await changed;
    expect(file.current().has(COURSES)).toBe(true);
    file.stop();
  });

  test('that no longer fits leaves the documents from before, and is logged', async () => {
    await writeFile(join(folder, 'web.json'), JSON.stringify({ me: ME }));
    const file = await open();
    await writeFile(join(folder, 'web.json'), '{');
    await file.reload();
    expect(file.current().find('me')).toBe(ME);
    expect(log.join('')).toContain('expected JSON');
    file.stop();
  });

  test('that does not fit at the start is no start', async () => {
    await writeFile(join(folder, 'web.json'), '[]');
    await expect(open()).rejects.toThrow('an object of ids and documents');
    await rm(folder, { recursive: true });
    await expect(open()).rejects.toThrow('ENOENT');
    await mkdir(folder);
  });
});
