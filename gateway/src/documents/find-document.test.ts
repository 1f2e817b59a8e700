import { describe, expect, test } from 'vitest';
import type { AutomaticDocuments } from './automatic-documents.ts';
import { sha256Hex } from './document-hash.ts';
import { type DocumentName, type DocumentPlaces, findDocument } from './find-document.ts';
import { NO_DOCUMENTS, readPersistedDocuments } from './persisted-documents.ts';

const ME = '{ me { id } }';
const OTHER = '{ tenant { name } }';
const persisted = readPersistedDocuments([{ path: 'web.json', text: JSON.stringify({ me: ME }) }]);
const NOTHING: DocumentPlaces = { persisted: () => NO_DOCUMENTS, hasPersisted: false, automatic: undefined };
const MANIFEST: DocumentPlaces = { persisted: () => persisted, hasPersisted: true, automatic: undefined };
const asker = { tenantId: 'raices', isAnonymous: false, isTrustedOnly: false, isApqOn: true };
const apq = (sha256Hash: unknown, version: unknown = 1) => ({ version, sha256Hash });

async function find(name: Partial<DocumentName>, places = MANIFEST, isTrustedOnly = false) {
  const whole = { query: undefined, documentId: undefined, persistedQuery: undefined, ...name };
  const found = await findDocument(whole, { ...asker, isTrustedOnly }, places);
  return found.ok ? found.value : { ...found.error, message: found.error.mistakes[0]?.message };
}

describe('a document', () => {
  test('is found by its id, its hash, and Apollo’s extension; an empty text is no text', async () => {
    const found = { source: ME, isRegistered: true };
    expect(await find({ documentId: 'me' })).toEqual(found);
    expect(await find({ documentId: `sha256:${sha256Hex(ME)}` })).toEqual(found);
    expect(await find({ persistedQuery: apq(sha256Hex(ME)), query: '' })).toEqual(found);
    expect(await find({ persistedQuery: apq('me') })).toEqual(found);
  });

  test('that is registered is told from one that is not', async () => {
    expect(await find({ query: ME })).toEqual({ source: ME, isRegistered: true });
    expect(await find({ query: OTHER })).toEqual({ source: OTHER, isRegistered: false });
  });

  test('may come with its hash, to be known by it', async () => {
    expect(await find({ query: OTHER, persistedQuery: apq(sha256Hex(OTHER)) })).toMatchObject({ registerAs: sha256Hex(OTHER) });
    expect(await find({ query: ME, persistedQuery: apq('me') })).toEqual({ source: ME, isRegistered: true });
  });

  const refused: [string, Partial<DocumentName>, DocumentPlaces, string, string][] = [
    ['that is not named', {}, MANIFEST, 'BAD_REQUEST', 'or `documentId`'],
    ['that is no text', { query: 7 }, MANIFEST, 'BAD_REQUEST', 'as a text'],
    ['named twice', { query: ME, documentId: 'me' }, MANIFEST, 'BAD_REQUEST', 'both came'],
    ['with an endless id', { documentId: 'x'.repeat(257) }, MANIFEST, 'BAD_REQUEST', 'at most 256 characters'],
    ['of another version of Apollo’s protocol', { persistedQuery: apq('me', 2) }, MANIFEST, 'BAD_REQUEST', '"version": 1'],
    [
      'with the hash of another',
      { query: OTHER, persistedQuery: apq(sha256Hex(ME)) },
      MANIFEST,
      'BAD_REQUEST',
      'not the SHA-256',
    ],
    ['that nobody registered', { documentId: 'you' }, MANIFEST, 'PERSISTED_QUERY_NOT_FOUND', 'PersistedQueryNotFound'],
    [
      'by id where none is registered',
      { documentId: 'me' },
      NOTHING,
      'PERSISTED_QUERY_NOT_SUPPORTED',
      'PersistedQueryNotSupported',
    ],
  ];
  test.each(refused)('%s is refused', async (_name, name, places, code, words) => {
    expect(await find(name, places)).toMatchObject({ code, message: expect.stringContaining(words) });
  });
});

describe('where only registered documents are answered', () => {
  /** Would answer everything, and take everything. */
  const generous: AutomaticDocuments = {
    find: () => Promise.resolve(OTHER),
    register: () => {},
    settled: () => Promise.resolve(),
  };

  test('a registered one is found by text and by id', async () => {
    expect(await find({ query: ME }, MANIFEST, true)).toMatchObject({ source: ME });
    expect(await find({ documentId: 'me' }, MANIFEST, true)).toMatchObject({ source: ME });
  });

  test('any other is refused, and what clients registered themselves does not count', async () => {
    const places = { ...MANIFEST, automatic: generous };
    expect(await find({ query: OTHER }, places, true)).toMatchObject({ status: 403, code: 'DOCUMENT_NOT_TRUSTED' });
    expect(await find({ persistedQuery: apq(sha256Hex(OTHER)) }, places, true)).toMatchObject({
      code: 'PERSISTED_QUERY_NOT_FOUND',
    });
    expect(await find({ persistedQuery: apq(sha256Hex(OTHER)) }, places, false)).toMatchObject({
      source: OTHER,
      isRegistered: false,
    });
  });
});

test('what clients registered themselves is found only where their tenant wants that', async () => {
  const automatic: AutomaticDocuments = {
    find: () => Promise.resolve(OTHER),
    register: () => {},
    settled: () => Promise.resolve(),
  };
  const name = { query: undefined, documentId: undefined, persistedQuery: apq(sha256Hex(OTHER)) };
  const found = await findDocument(name, { ...asker, isApqOn: true }, { ...NOTHING, automatic });
  const refused = await findDocument(name, { ...asker, isApqOn: false }, { ...NOTHING, automatic });
  expect([found, refused]).toMatchObject([
    { ok: true, value: { source: OTHER } },
    { ok: false, error: { code: 'PERSISTED_QUERY_NOT_SUPPORTED' } },
  ]);
});
